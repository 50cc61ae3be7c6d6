package org.communitydesk.process.task;

import java.time.Clock;
import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.contactcenter.Requests;
import org.communitydesk.contactcenter.Terms;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Назначает срок ответа контактного центра и время напоминаний; узнаёт, как спрашивать.")
class OpenRequest implements JavaDelegate {

  private final Requests requests;
  private final Clock clock;

  OpenRequest(Requests requests, Clock clock) {
    this.requests = requests;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    long requestId = Variables.REQUEST_ID.in(execution);
    Terms terms =
        Terms.of(
            clock.instant(),
            Duration.parse(Variables.CONTACT_CENTER_WITHIN.in(execution)),
            Variables.DUE_AT.in(execution));
    requests.setDeadline(requestId, terms.dueAt());
    Variables.REQUEST_DUE_AT.set(execution, terms.dueAt());
    Variables.ANSWER_REMINDER_AT.set(execution, terms.answerReminderAt());
    Variables.REQUEST_REMINDER_AT.set(execution, terms.requestReminderAt());
    Variables.REQUEST_FORM.set(execution, requests.find(requestId).orElseThrow().form());
  }
}
