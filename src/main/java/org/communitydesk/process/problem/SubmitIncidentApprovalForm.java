package org.communitydesk.process.problem;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.problem.Problem;
import org.communitydesk.problem.Problems;
import org.communitydesk.process.Choices.ApprovalDecision;
import org.communitydesk.process.Submitted;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Забирает решение об общем ответе; того, кто его написал, не слушает.")
class SubmitIncidentApprovalForm implements TaskListener {

  private final Problems problems;

  SubmitIncidentApprovalForm(Problems problems) {
    this.problems = problems;
  }

  @Override
  public void notify(DelegateTask task) {
    Problem problem = problems.of(Variables.INCIDENT_ID.in(task));
    boolean assigned = EVENTNAME_ASSIGNMENT.equals(task.getEventName());
    String person = assigned ? task.getAssignee() : Submitted.by(task);
    if (problem.author().equals(person)) {
      throw new AuthorizationException(
          "Общий ответ написали вы: согласовать его должен другой сотрудник.");
    }
    if (!assigned) {
      take(task, problem);
    }
  }

  private void take(DelegateTask task, Problem problem) {
    if (Submitted.decision(task, Variables.APPROVAL_DECISION) != ApprovalDecision.APPROVE) {
      problems.stop(problem.id(), null);
      problems.remark(
          problem.id(),
          Submitted.text(task, Variables.REMARK).orElse("Общий ответ не согласован."));
    }
    Submitted.text(task, Variables.REMARK);
  }
}
