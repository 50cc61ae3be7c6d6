package org.communitydesk.process.reply;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.process.Reading;
import org.communitydesk.process.Submitted;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Забирает, снят ли негатив по мнению модератора.")
class SubmitReactionForm implements TaskListener {

  private final Reading reading;

  SubmitReactionForm(Reading reading) {
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
