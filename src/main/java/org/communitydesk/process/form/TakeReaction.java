package org.communitydesk.process.form;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Забирает, снят ли негатив по мнению модератора.")
class TakeReaction implements TaskListener {

  @Override
  public void notify(DelegateTask task) {
    Variables.REACTION_SETTLED.set(
        task.getExecution(), Submitted.decision(task, Variables.REACTION_SETTLED));
  }
}
