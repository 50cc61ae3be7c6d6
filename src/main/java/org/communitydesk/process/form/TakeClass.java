package org.communitydesk.process.form;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Conversations;
import org.communitydesk.process.Choices.AppealClass;
import org.communitydesk.process.Variables;
import org.communitydesk.triage.Decisions;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Записывает, к какому классу модератор отнёс обращение.")
class TakeClass implements TaskListener {

  private final CaseFiles files;
  private final Conversations conversations;
  private final Decisions decisions;

  TakeClass(CaseFiles files, Conversations conversations, Decisions decisions) {
    this.files = files;
    this.conversations = conversations;
    this.decisions = decisions;
  }

  @Override
  public void notify(DelegateTask task) {
    String caseId = Submitted.caseId(task);
    AppealClass appealClass = Submitted.decision(task, Variables.APPEAL_CLASS);
    files.classify(caseId, Submitted.by(task), appealClass.name());
    decisions.decided(caseId, org.communitydesk.triage.AppealClass.valueOf(appealClass.name()));
    if (appealClass == AppealClass.NON_CONSTRUCTIVE) {
      Variables.MESSAGE_ID.set(
          task.getExecution(), conversations.answered(caseId, null).externalId());
    }
  }
}
