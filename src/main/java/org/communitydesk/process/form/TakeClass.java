package org.communitydesk.process.form;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Conversations;
import org.communitydesk.process.Choices.AppealClass;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Записывает, к какому классу модератор отнёс обращение.")
class TakeClass implements TaskListener {

  private final CaseFiles files;
  private final Conversations conversations;

  TakeClass(CaseFiles files, Conversations conversations) {
    this.files = files;
    this.conversations = conversations;
  }

  @Override
  public void notify(DelegateTask task) {
    String caseId = Submitted.caseId(task);
    AppealClass appealClass = Submitted.decision(task, Variables.APPEAL_CLASS);
    files.classify(caseId, Submitted.by(task), appealClass.name());
    if (appealClass == AppealClass.NON_CONSTRUCTIVE) {
      Variables.MESSAGE_ID.set(
          task.getExecution(), conversations.answered(caseId, null).externalId());
    }
  }
}
