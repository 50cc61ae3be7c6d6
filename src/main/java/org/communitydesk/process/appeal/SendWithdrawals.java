package org.communitydesk.process.appeal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.communitydesk.contactcenter.Outbox;
import org.communitydesk.process.OutsideTask;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Сообщает внешнему контактному центру, что на вопросы отозванного обращения (outsideRequests) отвечать не нужно.")
class SendWithdrawals implements OutsideTask {

  private final Outbox outbox;

  SendWithdrawals(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void execute(DelegateExecution execution) {
    for (String id : Variables.OUTSIDE_REQUESTS.in(execution).split(",", -1)) {
      outbox.withdraw(Long.parseLong(id), execution.getId());
    }
  }
}
