package org.communitydesk.process.sanction;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.process.Variables;
import org.communitydesk.sanction.BanDiscrepancies;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Записывает, чем кончилось расхождение (вход driftState).")
class SettleDrift implements JavaDelegate {

  private final BanDiscrepancies banDiscrepancies;

  SettleDrift(BanDiscrepancies banDiscrepancies) {
    this.banDiscrepancies = banDiscrepancies;
  }

  @Override
  public void execute(DelegateExecution execution) {
    banDiscrepancies.move(
        Variables.DRIFT_ID.in(execution),
        Variables.DRIFT_STATE.in(execution),
        Variables.DECIDED_BY.in(execution));
  }
}
