package org.communitydesk.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.process.Messages;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Сообщает схеме, которая ждёт пользователя, что от него есть непрочитанное.")
class AnnounceReply implements JavaDelegate {

  private final CaseFiles files;

  AnnounceReply(CaseFiles files) {
    this.files = files;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = Variables.CASE_ID.in(execution);
    if (files.hasUnread(caseId)) {
      execution
          .getProcessEngineServices()
          .getRuntimeService()
          .createMessageCorrelation(Messages.REPLY_JOINED)
          .processInstanceVariableEquals(Variables.CASE_ID.name(), caseId)
          .correlateAll();
    }
  }
}
