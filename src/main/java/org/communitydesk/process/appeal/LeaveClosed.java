package org.communitydesk.process.appeal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Views;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Считает прочитанным всё, что есть в закрытом обращении: правка ничего не меняет.")
class LeaveClosed implements JavaDelegate {

  private final CaseFiles files;
  private final Views views;

  LeaveClosed(CaseFiles files, Views views) {
    this.files = files;
    this.views = views;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = Variables.CASE_ID.in(execution);
    files.lock(caseId);
    files.markSeen(caseId, views.heard(caseId));
  }
}
