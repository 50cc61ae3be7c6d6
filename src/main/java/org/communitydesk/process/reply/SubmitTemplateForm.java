package org.communitydesk.process.reply;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Replies;
import org.communitydesk.cases.ReplyDraft;
import org.communitydesk.channel.Template;
import org.communitydesk.conversation.Kind;
import org.communitydesk.http.CallFailure;
import org.communitydesk.process.Choices.TemplateDecision;
import org.communitydesk.process.Reading;
import org.communitydesk.process.Submitted;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Забирает выбранный шаблон в дело как новый текст ответа.")
class SubmitTemplateForm implements TaskListener {

  private final CaseFiles files;
  private final Replies replies;
  private final Templates templates;
  private final Reading reading;

  SubmitTemplateForm(CaseFiles files, Replies replies, Templates templates, Reading reading) {
    this.files = files;
    this.replies = replies;
    this.templates = templates;
    this.reading = reading;
  }

  @Override
  public void notify(DelegateTask task) {
    CaseFile file = files.of(Submitted.caseId(task));
    if (Submitted.decision(task, Variables.TEMPLATE_DECISION) == TemplateDecision.SEND) {
      Template chosen = chosen(file, Submitted.required(task, Variables.TEMPLATE_NAME));
      Variables.REPLY_ID.set(
          task.getExecution(),
          replies.write(
              file.caseId(),
              Submitted.by(task),
              new ReplyDraft(chosen.text(), Kind.PRIVATE, chosen.name(), chosen.language())));
      reading.decided(task);
    }
    Submitted.text(task, Variables.TEMPLATE_NAME);
  }

  private Template chosen(CaseFile file, String name) {
    try {
      return templates.named(file.account(), name);
    } catch (CallFailure notNow) {
      throw new IllegalArgumentException(
          "Платформа сейчас не отвечает: " + notNow.getMessage() + ". Попробуйте ещё раз.", notNow);
    }
  }
}
