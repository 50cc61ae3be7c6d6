package org.communitydesk.process.task;

import java.time.Clock;
import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.Clocks;
import org.communitydesk.cases.Word;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Передаёт вопрос в контактный центр и назначает срок ответа; часы обращения стоят, пока слово у контактного центра.")
class OpenRequest implements JavaDelegate {

  private final Clocks clocks;
  private final Clock clock;

  OpenRequest(Clocks clocks, Clock clock) {
    this.clocks = clocks;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    clocks.giveWord(Variables.CASE_ID.in(execution), Word.CONTACT_CENTER);
    Variables.REQUEST_DUE_AT.set(
        execution,
        clock.instant().plus(Duration.parse(Variables.CONTACT_CENTER_WITHIN.in(execution))));
  }
}
