package org.communitydesk.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.process.Messages;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Сообщает схеме, которая ждёт пользователя, что он написал ещё.")
class AnnounceReply implements JavaDelegate {

  @Override
  public void execute(DelegateExecution execution) {
    execution
        .getProcessEngineServices()
        .getRuntimeService()
        .createMessageCorrelation(Messages.REPLY_JOINED)
        .processInstanceVariableEquals(Variables.CASE_ID.name(), Variables.CASE_ID.in(execution))
        .correlateAll();
  }
}
