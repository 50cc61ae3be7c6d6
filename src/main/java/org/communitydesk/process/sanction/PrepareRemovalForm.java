package org.communitydesk.process.sanction;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseMessage;
import org.communitydesk.cases.Conversations;
import org.communitydesk.channel.Channels;
import org.communitydesk.channel.Reply;
import org.communitydesk.process.Choices.ActKind;
import org.communitydesk.process.FormSheet;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Готовит форму, по которой сообщение убирают или возвращают вручную.")
class PrepareRemovalForm implements TaskListener {

  private final FormSheet sheet;
  private final Conversations conversations;
  private final Channels channels;
  private final ByHand byHand;

  PrepareRemovalForm(
      FormSheet sheet, Conversations conversations, Channels channels, ByHand byHand) {
    this.sheet = sheet;
    this.conversations = conversations;
    this.channels = channels;
    this.byHand = byHand;
  }

  @Override
  public void notify(DelegateTask task) {
    CaseFile file =
        sheet.head(task, Variables.DUE_AT.find(task).orElse(null), Variables.HAND_OUTCOME);
    CaseMessage caseMessage = conversations.entry(file.caseId(), Variables.MESSAGE_ID.in(task));
    ActKind kind = Variables.ACT_KIND.in(task);
    boolean back = kind == ActKind.UNHIDE || kind == ActKind.RESTORE;
    Variables.MESSAGE_SHOWN.setLocal(task, FormSheet.fits(caseMessage.text()));
    Variables.STEPS_TEXT.setLocal(task, byHand.steps(back ? "showByHand" : "removeByHand", file));
    Variables.THREAD_URL.setLocal(
        task,
        channels
            .of(file.account())
            .link(
                new Reply(
                    null,
                    file.account(),
                    caseMessage.kind(),
                    caseMessage.threadId(),
                    caseMessage.externalId(),
                    file.author().id(),
                    "",
                    caseMessage.kind(),
                    caseMessage.at(),
                    null,
                    null))
            .orElse(""));
    Variables.ACT_REASON
        .find(task)
        .ifPresent(reason -> Variables.PROBLEM.setLocal(task, FormSheet.fits(reason)));
  }
}
