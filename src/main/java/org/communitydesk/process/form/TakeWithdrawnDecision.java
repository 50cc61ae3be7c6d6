package org.communitydesk.process.form;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.Step;
import org.communitydesk.process.Choices.WithdrawnDecision;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Забирает, закрывать ли обращение, которое человек отозвал.")
class TakeWithdrawnDecision implements TaskListener {

  private final Journal journal;

  TakeWithdrawnDecision(Journal journal) {
    this.journal = journal;
  }

  @Override
  public void notify(DelegateTask task) {
    WithdrawnDecision decision = Submitted.decision(task, Variables.WITHDRAWN_DECISION);
    Variables.WITHDRAWN_DECISION.set(task.getExecution(), decision);
    if (decision == WithdrawnDecision.CONTINUE) {
      journal.record(
          Submitted.caseId(task), Submitted.by(task), Step.What.WITHDRAWAL_IGNORED, null);
    }
  }
}
