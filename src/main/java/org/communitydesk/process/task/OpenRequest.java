package org.communitydesk.process.task;

import java.time.Clock;
import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Передаёт вопрос в контактный центр и назначает срок ответа.")
class OpenRequest implements JavaDelegate {

  private final Clock clock;

  OpenRequest(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Variables.REQUEST_DUE_AT.set(
        execution,
        clock.instant().plus(Duration.parse(Variables.CONTACT_CENTER_WITHIN.in(execution))));
  }
}
