package org.communitydesk.process.reply;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Replies;
import org.communitydesk.process.Choices.FixDecision;
import org.communitydesk.process.Reading;
import org.communitydesk.process.ReplyTexts;
import org.communitydesk.process.Submitted;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Забирает исправленный ответ в дело.")
class SubmitFixForm implements TaskListener {

  private final CaseFiles files;
  private final Replies replies;
  private final Reading reading;

  SubmitFixForm(CaseFiles files, Replies replies, Reading reading) {
    this.files = files;
    this.replies = replies;
    this.reading = reading;
  }

  @Override
  public void notify(DelegateTask task) {
    CaseFile file = files.of(Submitted.caseId(task));
    if (Submitted.decision(task, Variables.FIX_DECISION) == FixDecision.PUBLISH) {
      String text = ReplyTexts.of(task, file);
      files.draft(file.caseId(), text);
      reading.decided(task);
      Variables.REPLY_ID.set(
          task.getExecution(),
          replies.rewrite(Variables.REPLY_ID.in(task), file.caseId(), Submitted.by(task), text));
    }
    Submitted.text(task, Variables.REPLY_TEXT);
  }
}
