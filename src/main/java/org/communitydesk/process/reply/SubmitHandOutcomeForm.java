package org.communitydesk.process.reply;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.Note;
import org.communitydesk.process.Submitted;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Забирает исход публикации вручную и адрес ответа в дело.")
class SubmitHandOutcomeForm implements TaskListener {

  private final Journal journal;

  SubmitHandOutcomeForm(Journal journal) {
    this.journal = journal;
  }

  @Override
  public void notify(DelegateTask task) {
    Submitted.decision(task, Variables.HAND_OUTCOME);
    Submitted.text(task, Variables.POST_URL)
        .ifPresent(
            url ->
                journal.note(
                    Submitted.caseId(task),
                    Submitted.by(task),
                    Note.Kind.REMARK,
                    "Ответ опубликован вручную: " + url));
  }
}
