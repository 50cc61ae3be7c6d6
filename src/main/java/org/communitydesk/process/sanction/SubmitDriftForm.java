package org.communitydesk.process.sanction;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.process.Choices.DriftDecision;
import org.communitydesk.process.Submitted;
import org.communitydesk.process.Variables;
import org.communitydesk.sanction.BanDiscrepancies;
import org.communitydesk.sanction.BanDiscrepancy;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Записывает, что старший смены решил о расхождении и кто это был.")
class SubmitDriftForm implements TaskListener {

  private final BanDiscrepancies banDiscrepancies;

  SubmitDriftForm(BanDiscrepancies banDiscrepancies) {
    this.banDiscrepancies = banDiscrepancies;
  }

  @Override
  public void notify(DelegateTask task) {
    DriftDecision decision = Submitted.decision(task, Variables.DRIFT_DECISION);
    Variables.DRIFT_DECISION.set(task.getExecution(), decision);
    Variables.DECIDED_BY.set(task.getExecution(), Submitted.by(task));
    if (decision == DriftDecision.RESTORE) {
      banDiscrepancies.move(
          Variables.DRIFT_ID.in(task), BanDiscrepancy.State.RESTORING, Submitted.by(task));
    }
  }
}
