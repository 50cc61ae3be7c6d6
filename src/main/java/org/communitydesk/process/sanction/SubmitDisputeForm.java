package org.communitydesk.process.sanction;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.process.Submitted;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Записывает решение по жалобе на меру и кто его принял.")
class SubmitDisputeForm implements TaskListener {

  @Override
  public void notify(DelegateTask task) {
    Variables.DISPUTE_DECISION.set(
        task.getExecution(), Submitted.decision(task, Variables.DISPUTE_DECISION));
    Variables.DECIDED_BY.set(task.getExecution(), Submitted.by(task));
  }
}
