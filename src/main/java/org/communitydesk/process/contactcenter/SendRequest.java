package org.communitydesk.process.contactcenter;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.communitydesk.contactcenter.Outbox;
import org.communitydesk.process.OutsideTask;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Отправляет вопрос контактному центру письмом или вызовом его программы.")
class SendRequest implements OutsideTask {

  private final Outbox outbox;

  SendRequest(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void execute(DelegateExecution execution) {
    outbox.ask(Variables.REQUEST_ID.in(execution), execution.getId());
  }
}
