package org.communitydesk.process.appeal;

import java.time.Duration;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Закрывает отозванное обращение: снимает ответы, которые ещё не ушли, и вопросы контактному центру (outsideRequests — те, что заданы снаружи).")
class WithdrawAppeal implements JavaDelegate {

  private final Withdrawals withdrawals;

  WithdrawAppeal(Withdrawals withdrawals) {
    this.withdrawals = withdrawals;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Duration reopen = Duration.parse(Variables.REOPEN_PERIOD.in(execution));
    Variables.OUTSIDE_REQUESTS.set(
        execution,
        withdrawals.withdraw(Variables.CASE_ID.in(execution), reopen).stream()
            .map(String::valueOf)
            .collect(Collectors.joining(",")));
  }
}
