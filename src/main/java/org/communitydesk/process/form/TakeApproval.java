package org.communitydesk.process.form;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Note;
import org.communitydesk.cases.Step;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Забирает решение руководителя и замечание в дело.")
class TakeApproval implements TaskListener {

  private final CaseFiles files;

  TakeApproval(CaseFiles files) {
    this.files = files;
  }

  @Override
  public void notify(DelegateTask task) {
    String caseId = Submitted.caseId(task);
    String who = Submitted.by(task);
    switch (Submitted.decision(task, Variables.APPROVAL_DECISION)) {
      case APPROVE -> files.record(caseId, who, Step.What.REPLY_APPROVED, null);
      case RETURN -> {
        files.note(caseId, who, Note.Kind.REMARK, Submitted.required(task, Variables.REMARK));
        files.record(caseId, who, Step.What.REPLY_RETURNED, null);
      }
      case DROP -> files.record(caseId, who, Step.What.REPLY_DROPPED, null);
    }
    Submitted.text(task, Variables.REMARK);
  }
}
