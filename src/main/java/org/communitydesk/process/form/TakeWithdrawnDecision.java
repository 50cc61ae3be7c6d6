package org.communitydesk.process.form;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.Step;
import org.communitydesk.process.Choices.WithdrawnDecision;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Забирает, закрывать ли обращение, которое человек отозвал.")
class TakeWithdrawnDecision implements TaskListener {

  private final CaseFiles files;
  private final Journal journal;

  TakeWithdrawnDecision(CaseFiles files, Journal journal) {
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
      journal.record(caseId, Submitted.by(task), Step.What.WITHDRAWAL_IGNORED, null);
    }
  }
}
