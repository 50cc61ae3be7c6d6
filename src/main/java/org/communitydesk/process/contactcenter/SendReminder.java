package org.communitydesk.process.contactcenter;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.communitydesk.contactcenter.Outbox;
import org.communitydesk.process.OutsideTask;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Напоминает контактному центру о вопросе письмом или вызовом его программы.")
class SendReminder implements OutsideTask {

  private final Outbox outbox;

  SendReminder(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void execute(DelegateExecution execution) {
    outbox.remind(Variables.REQUEST_ID.in(execution), execution.getId());
  }
}
