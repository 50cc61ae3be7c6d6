package org.communitydesk.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Проверяет, нет ли сообщений, которых модератор не видел; до ожидания новых не впускает.")
class CheckUnread implements JavaDelegate {

  private final CaseFiles files;

  CheckUnread(CaseFiles files) {
    this.files = files;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = Variables.CASE_ID.in(execution);
    files.lock(caseId);
    Variables.UNREAD.set(execution, files.hasUnread(caseId));
  }
}
