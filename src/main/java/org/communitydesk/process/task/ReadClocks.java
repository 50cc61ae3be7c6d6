package org.communitydesk.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.Clocks;
import org.communitydesk.cases.Ring;
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
    Ring ring = clocks.ring(Variables.CASE_ID.in(execution));
    Variables.CLOCK_STATE.set(execution, ring.what());
    Variables.CLOCK_RINGS_AT.set(execution, ring.nextAt());
    if (ring.dueAt() != null) {
      Variables.DUE_AT.set(execution, ring.dueAt());
    }
  }
}
