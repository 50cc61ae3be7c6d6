package org.communitydesk.process.contactcenter;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.contactcenter.Requests;
import org.communitydesk.process.Choices.OverdueDecision;
import org.communitydesk.process.Choices.RequestOutcome;
import org.communitydesk.process.Submitted;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Забирает решение старшего смены по просроченному запросу.")
class SubmitOverdueDecisionForm implements TaskListener {

  private final Requests requests;

  SubmitOverdueDecisionForm(Requests requests) {
    this.requests = requests;
  }

  @Override
  public void notify(DelegateTask task) {
    if (Submitted.decision(task, Variables.OVERDUE_DECISION) == OverdueDecision.ANSWER_WITHOUT) {
      requests.giveUp(Variables.REQUEST_ID.in(task));
      Variables.REQUEST_OUTCOME.set(task.getExecution(), RequestOutcome.WITHOUT_ANSWER);
    }
  }
}
