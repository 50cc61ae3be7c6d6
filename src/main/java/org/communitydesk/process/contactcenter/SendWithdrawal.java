package org.communitydesk.process.contactcenter;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.communitydesk.contactcenter.Outbox;
import org.communitydesk.process.OutsideTask;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Сообщает контактному центру, что отвечать больше не нужно.")
class SendWithdrawal implements OutsideTask {

  private final Outbox outbox;

  SendWithdrawal(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void execute(DelegateExecution execution) {
    outbox.withdraw(Variables.REQUEST_ID.in(execution), execution.getId());
  }
}
