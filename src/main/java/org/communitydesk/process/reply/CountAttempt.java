package org.communitydesk.process.reply;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Считает официальные ответы в обращении.")
class CountAttempt implements JavaDelegate {

  @Override
  public void execute(DelegateExecution execution) {
    Variables.ATTEMPTS.set(execution, Variables.ATTEMPTS.find(execution).orElse(0L) + 1);
  }
}
