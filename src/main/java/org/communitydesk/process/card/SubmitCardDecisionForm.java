package org.communitydesk.process.card;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.process.Submitted;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Записывает, скрыть ли сообщение с данными карты.")
class SubmitCardDecisionForm implements TaskListener {

  @Override
  public void notify(DelegateTask task) {
    Variables.CARD_DECISION.set(
        task.getExecution(), Submitted.decision(task, Variables.CARD_DECISION));
  }
}
