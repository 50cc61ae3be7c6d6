package org.communitydesk.process.form;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.process.Choices.DriftDecision;
import org.communitydesk.process.Variables;
import org.communitydesk.sanction.Drift;
import org.communitydesk.sanction.Drifts;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Записывает, что старший смены решил о расхождении и кто это был.")
class TakeDrift implements TaskListener {

  private final Drifts drifts;

  TakeDrift(Drifts drifts) {
    this.drifts = drifts;
  }

  @Override
  public void notify(DelegateTask task) {
    DriftDecision decision = Submitted.decision(task, Variables.DRIFT_DECISION);
    Variables.DRIFT_DECISION.set(task.getExecution(), decision);
    Variables.DECIDED_BY.set(task.getExecution(), Submitted.by(task));
    if (decision == DriftDecision.RESTORE) {
      drifts.move(Variables.DRIFT_ID.in(task), Drift.State.RESTORING, Submitted.by(task));
    }
  }
}
