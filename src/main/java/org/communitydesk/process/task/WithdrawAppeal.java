package org.communitydesk.process.task;

import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.process.Variables;
import org.communitydesk.process.Withdrawals;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Закрывает отозванное обращение: снимает ответы, которые ещё не ушли.")
class WithdrawAppeal implements JavaDelegate {

  private final Withdrawals withdrawals;

  WithdrawAppeal(Withdrawals withdrawals) {
    this.withdrawals = withdrawals;
  }

  @Override
  public void execute(DelegateExecution execution) {
    withdrawals.withdraw(
        Variables.CASE_ID.in(execution), Duration.parse(Variables.REOPEN_PERIOD.in(execution)));
  }
}
