package org.communitydesk.process.sanction;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.process.Choices.PermanentDecision;
import org.communitydesk.process.Submitted;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Записывает решение старшего смены о бессрочной мере и кто его принял.")
class SubmitPermanentDecisionForm implements TaskListener {

  private static final long MONTH = 30;

  @Override
  public void notify(DelegateTask task) {
    PermanentDecision decision = Submitted.decision(task, Variables.PERMANENT_DECISION);
    Variables.PERMANENT_DECISION.set(task.getExecution(), decision);
    Variables.DECIDED_BY.set(task.getExecution(), Submitted.by(task));
    if (decision == PermanentDecision.MONTH) {
      Variables.DAYS.set(task.getExecution(), MONTH);
    }
  }
}
