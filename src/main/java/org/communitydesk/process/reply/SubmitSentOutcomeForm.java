package org.communitydesk.process.reply;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.process.Submitted;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Проверяет, что модератор сказал, вышел ли ответ.")
class SubmitSentOutcomeForm implements TaskListener {

  @Override
  public void notify(DelegateTask task) {
    Submitted.decision(task, Variables.SENT_OUTCOME);
  }
}
