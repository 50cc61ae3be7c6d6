package org.communitydesk.process.appeal;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.Note;
import org.communitydesk.process.Submitted;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Забирает замечание старшего смены о просрочке в заметки обращения.")
class SubmitBreachRemarkForm implements TaskListener {

  private final Journal journal;

  SubmitBreachRemarkForm(Journal journal) {
    this.journal = journal;
  }

  @Override
  public void notify(DelegateTask task) {
    Submitted.text(task, Variables.REMARK)
        .ifPresent(
            remark ->
                journal.note(Submitted.caseId(task), Submitted.by(task), Note.Kind.REMARK, remark));
  }
}
