package org.communitydesk.process.problem;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.problem.Affected;
import org.communitydesk.problem.Problem;
import org.communitydesk.problem.ProblemProcess;
import org.communitydesk.problem.Problems;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Смотрит, ждёт ли ещё кто-то из обращений массовой проблемы ответа.")
class ReviewIncident implements JavaDelegate {

  private final Problems problems;
  private final ProblemProcess matters;

  ReviewIncident(Problems problems, ProblemProcess matters) {
    this.problems = problems;
    this.matters = matters;
  }

  @Override
  public void execute(DelegateExecution execution) {
    long id = Variables.INCIDENT_ID.in(execution);
    List<String> unanswered =
        problems.cases(id).stream()
            .filter(one -> one.isOpen() && one.state() != Affected.State.HANDED)
            .map(Affected::caseId)
            .toList();
    problems.move(id, Problem.State.OPEN);
    Variables.UNANSWERED_LEFT.set(execution, !matters.waiting(unanswered).isEmpty());
  }
}
