package org.communitydesk.process.appeal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.Clocks;
import org.communitydesk.cases.SlaStatus;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Читает часы обращения в деле: пора предупредить, срок прошёл, ждать до нового часа или ждать больше нечего.")
class ReadClocks implements JavaDelegate {

  private final Clocks clocks;

  ReadClocks(Clocks clocks) {
    this.clocks = clocks;
  }

  @Override
  public void execute(DelegateExecution execution) {
    SlaStatus slaStatus = clocks.ring(Variables.CASE_ID.in(execution));
    Variables.CLOCK_STATE.set(execution, slaStatus.what());
    Variables.CLOCK_RINGS_AT.set(execution, slaStatus.nextAt());
    if (slaStatus.dueAt() != null) {
      Variables.DUE_AT.set(execution, slaStatus.dueAt());
    }
  }
}
