package org.communitydesk.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.process.Variables;
import org.communitydesk.publication.Publications;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Проверяет, нет ли сообщений, которых модератор не видел, и дошёл ли ответ; до ожидания новых не впускает.")
class CheckUnread implements JavaDelegate {

  private final CaseFiles files;
  private final Publications publications;

  CheckUnread(CaseFiles files, Publications publications) {
    this.files = files;
    this.publications = publications;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = Variables.CASE_ID.in(execution);
    files.lock(caseId);
    Variables.UNREAD.set(
        execution, files.hasUnread(caseId) || publications.failedAfterAll(caseId).isPresent());
  }
}
