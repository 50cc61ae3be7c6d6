package org.communitydesk.process.reply;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.TimelineEvent;
import org.communitydesk.process.Submitted;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Записывает, позвал ли старший смены адвоката бренда.")
class SubmitAdvocateDecisionForm implements TaskListener {

  private final Journal journal;

  SubmitAdvocateDecisionForm(Journal journal) {
    this.journal = journal;
  }

  @Override
  public void notify(DelegateTask task) {
    boolean used = Submitted.decision(task, Variables.USE_ADVOCATE);
    Variables.USE_ADVOCATE.set(task.getExecution(), used);
    journal.record(
        Submitted.caseId(task),
        Submitted.by(task),
        used ? TimelineEvent.What.ADVOCATE_ALLOWED : TimelineEvent.What.ADVOCATE_REFUSED,
        null);
  }
}
