package org.communitydesk.process.appeal;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.TimelineEvent;
import org.communitydesk.process.Choices.WithdrawnDecision;
import org.communitydesk.process.OutdatedForm;
import org.communitydesk.process.Submitted;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Забирает, закрывать ли обращение, которое человек отозвал.")
class SubmitWithdrawnDecisionForm implements TaskListener {

  private final CaseFiles files;
  private final Journal journal;

  SubmitWithdrawnDecisionForm(CaseFiles files, Journal journal) {
    this.files = files;
    this.journal = journal;
  }

  @Override
  public void notify(DelegateTask task) {
    WithdrawnDecision decision = Submitted.decision(task, Variables.WITHDRAWN_DECISION);
    String caseId = Submitted.caseId(task);
    files.lock(caseId);
    if (decision == WithdrawnDecision.CLOSE && !files.isWithdrawn(caseId)) {
      throw new OutdatedForm(
          "Пользователь написал снова: обращение больше не отозвано. Выберите «Продолжаем».");
    }
    Variables.WITHDRAWN_DECISION.set(task.getExecution(), decision);
    if (decision == WithdrawnDecision.CONTINUE) {
      journal.record(caseId, Submitted.by(task), TimelineEvent.What.WITHDRAWAL_IGNORED, null);
    }
  }
}
