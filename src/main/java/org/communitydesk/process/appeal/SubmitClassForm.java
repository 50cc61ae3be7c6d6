package org.communitydesk.process.appeal;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Conversations;
import org.communitydesk.cases.Views;
import org.communitydesk.process.Choices.AppealClass;
import org.communitydesk.process.Reading;
import org.communitydesk.process.Submitted;
import org.communitydesk.process.Variables;
import org.communitydesk.triage.Decisions;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Записывает, к какому классу модератор отнёс обращение.")
class SubmitClassForm implements TaskListener {

  private final CaseFiles files;
  private final Conversations conversations;
  private final Decisions decisions;
  private final Views views;
  private final Reading reading;

  SubmitClassForm(
      CaseFiles files,
      Conversations conversations,
      Decisions decisions,
      Views views,
      Reading reading) {
    this.files = files;
    this.conversations = conversations;
    this.decisions = decisions;
    this.views = views;
    this.reading = reading;
  }

  @Override
  public void notify(DelegateTask task) {
    String caseId = Submitted.caseId(task);
    AppealClass appealClass = Submitted.decision(task, Variables.APPEAL_CLASS);
    files.classify(caseId, Submitted.by(task), appealClass.name());
    decisions.decided(caseId, org.communitydesk.triage.AppealClass.valueOf(appealClass.name()));
    if (appealClass == AppealClass.NO_REACTION) {
      reading.decided(task);
    }
    if (appealClass == AppealClass.NON_CONSTRUCTIVE) {
      Variables.MESSAGE_ID.set(
          task.getExecution(),
          views
              .latestShown(task.getId(), caseId)
              .orElseGet(() -> conversations.answered(caseId, null).externalId()));
    }
  }
}
