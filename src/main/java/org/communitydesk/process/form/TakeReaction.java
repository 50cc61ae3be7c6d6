package org.communitydesk.process.form;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Забирает, снят ли негатив по мнению модератора.")
class TakeReaction implements TaskListener {

  private final Reading reading;

  TakeReaction(Reading reading) {
    this.reading = reading;
  }

  @Override
  public void notify(DelegateTask task) {
    boolean settled = Submitted.decision(task, Variables.REACTION_SETTLED);
    Variables.REACTION_SETTLED.set(task.getExecution(), settled);
    if (settled) {
      reading.decided(task);
    }
  }
}
