package org.communitydesk.process.form;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.Note;
import org.communitydesk.cases.Step;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Забирает решение старшего смены и замечание в дело.")
class TakeApproval implements TaskListener {

  private final Journal journal;

  TakeApproval(Journal journal) {
    this.journal = journal;
  }

  @Override
  public void notify(DelegateTask task) {
    String caseId = Submitted.caseId(task);
    String who = Submitted.by(task);
    switch (Submitted.decision(task, Variables.APPROVAL_DECISION)) {
      case APPROVE -> journal.record(caseId, who, Step.What.REPLY_APPROVED, null);
      case RETURN -> {
        journal.note(caseId, who, Note.Kind.REMARK, Submitted.required(task, Variables.REMARK));
        journal.record(caseId, who, Step.What.REPLY_RETURNED, null);
      }
      case DROP -> journal.record(caseId, who, Step.What.REPLY_DROPPED, null);
    }
    Submitted.text(task, Variables.REMARK);
  }
}
