package org.communitydesk.process.contactcenter;

import java.time.Clock;
import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.Clocks;
import org.communitydesk.cases.Turn;
import org.communitydesk.contactcenter.Requests;
import org.communitydesk.contactcenter.Terms;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Назначает срок контактного центра и напоминания, узнаёт, как спрашивать; часы обращения стоят, пока слово у контактного центра.")
class OpenRequest implements JavaDelegate {

  private final Clocks clocks;
  private final Requests requests;
  private final Clock clock;

  OpenRequest(Clocks clocks, Requests requests, Clock clock) {
    this.clocks = clocks;
    this.requests = requests;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    clocks.giveWord(Variables.CASE_ID.in(execution), Turn.CONTACT_CENTER);
    Duration within = Duration.parse(Variables.CONTACT_CENTER_WITHIN.in(execution));
    Terms terms = Terms.of(clock.instant(), within, Variables.DUE_AT.in(execution));
    long requestId = Variables.REQUEST_ID.in(execution);
    requests.setDeadline(requestId, terms.dueAt());
    Variables.REQUEST_DUE_AT.set(execution, terms.dueAt());
    Variables.ANSWER_REMINDER_AT.set(execution, terms.answerReminderAt());
    Variables.REQUEST_REMINDER_AT.set(execution, terms.requestReminderAt());
    Variables.REQUEST_FORM.set(execution, requests.find(requestId).orElseThrow().form());
  }
}
