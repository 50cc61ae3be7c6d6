package org.communitydesk.process.reply;

import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Replies;
import org.communitydesk.cases.ReplyDraft;
import org.communitydesk.contactcenter.Requests;
import org.communitydesk.process.Choices.AppealClass;
import org.communitydesk.process.Choices.ReplyDecision;
import org.communitydesk.process.Choices.SchemeOutcome;
import org.communitydesk.process.FormSheet;
import org.communitydesk.process.Reading;
import org.communitydesk.process.ReplyTexts;
import org.communitydesk.process.Submitted;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Забирает ответ модератора или вопрос контактному центру в дело.")
class SubmitReplyForm implements TaskListener {

  private static final Set<ReplyDecision> DECIDED =
      EnumSet.of(ReplyDecision.REPLY, ReplyDecision.ASK_DETAILS, ReplyDecision.CLOSE);

  private final FormSheet sheet;
  private final Reading reading;
  private final CaseFiles files;
  private final Replies replies;
  private final Requests requests;

  SubmitReplyForm(
      FormSheet sheet, Reading reading, CaseFiles files, Replies replies, Requests requests) {
    this.sheet = sheet;
    this.reading = reading;
    this.files = files;
    this.replies = replies;
    this.requests = requests;
  }

  @Override
  public void notify(DelegateTask task) {
    CaseFile file = files.of(Submitted.caseId(task));
    ReplyDecision decision = Submitted.decision(task, Variables.REPLY_DECISION);
    String who = Submitted.by(task);
    switch (decision) {
      case REPLY, ASK_DETAILS -> {
        String text = ReplyTexts.of(task, file);
        files.draft(file.caseId(), text);
        Variables.REPLY_ID.set(
            task.getExecution(),
            replies.write(
                file.caseId(),
                who,
                new ReplyDraft(text, sheet.chosenPlace(task, file), null, null)));
      }
      case ASK_CONTACT_CENTER ->
          Variables.REQUEST_ID.set(
              task.getExecution(),
              requests.ask(
                  file.caseId(), who, Submitted.required(task, Variables.CONTACT_CENTER_QUESTION)));
      case TURNED_NEGATIVE -> {
        files.draft(file.caseId(), "");
        files.classify(file.caseId(), who, AppealClass.CONSTRUCTIVE_NEGATIVE.name());
      }
      case WRONG_SCHEME, CLOSE -> files.draft(file.caseId(), "");
    }
    if (DECIDED.contains(decision)) {
      reading.decided(task);
    }
    Submitted.text(task, Variables.REPLY_TEXT);
    Submitted.text(task, Variables.CONTACT_CENTER_QUESTION);
    Variables.REPLY_DECISION.set(task.getExecution(), decision);
    Variables.SCHEME_OUTCOME.set(
        task.getExecution(),
        switch (decision) {
          case WRONG_SCHEME -> SchemeOutcome.WRONG_SCHEME;
          case TURNED_NEGATIVE -> SchemeOutcome.TURNED_NEGATIVE;
          default -> SchemeOutcome.CLOSED;
        });
  }
}
