package org.communitydesk.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.process.Variables;
import org.communitydesk.sanction.Drifts;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Записывает, чем кончилось расхождение (вход driftState).")
class SettleDrift implements JavaDelegate {

  private final Drifts drifts;

  SettleDrift(Drifts drifts) {
    this.drifts = drifts;
  }

  @Override
  public void execute(DelegateExecution execution) {
    drifts.move(
        Variables.DRIFT_ID.in(execution),
        Variables.DRIFT_STATE.in(execution),
        Variables.DECIDED_BY.in(execution));
  }
}
