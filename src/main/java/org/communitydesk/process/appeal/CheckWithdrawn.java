package org.communitydesk.process.appeal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Смотрит, осталось ли от обращения хоть одно сообщение; дело о нарушении отозвать нельзя.")
class CheckWithdrawn implements JavaDelegate {

  private final CaseFiles files;

  CheckWithdrawn(CaseFiles files) {
    this.files = files;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = Variables.CASE_ID.in(execution);
    files.lock(caseId);
    Variables.WITHDRAWN.set(execution, files.isWithdrawn(caseId));
  }
}
