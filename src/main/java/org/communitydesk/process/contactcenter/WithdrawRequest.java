package org.communitydesk.process.contactcenter;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.contactcenter.Requests;
import org.communitydesk.process.Choices.RequestOutcome;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Снимает вопрос контактному центру: ответа на него больше не ждут.")
class WithdrawRequest implements JavaDelegate {

  private final Requests requests;

  WithdrawRequest(Requests requests) {
    this.requests = requests;
  }

  @Override
  public void execute(DelegateExecution execution) {
    requests.withdraw(Variables.REQUEST_ID.in(execution));
    Variables.REQUEST_OUTCOME.set(execution, RequestOutcome.WITHOUT_ANSWER);
  }
}
