package org.communitydesk.process.knowledge;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.process.Submitted;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Записывает, что решили о скриптах и кто это был.")
class SubmitScriptDecisionForm implements TaskListener {

  @Override
  public void notify(DelegateTask task) {
    Variables.SCRIPT_DECISION.set(
        task.getExecution(), Submitted.decision(task, Variables.SCRIPT_DECISION));
    Variables.DECIDED_BY.set(task.getExecution(), Submitted.by(task));
  }
}
