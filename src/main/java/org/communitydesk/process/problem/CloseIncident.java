package org.communitydesk.process.problem;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.problem.Problem;
import org.communitydesk.problem.Problems;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Закрывает массовую проблему; обращения без общего ответа остаются у модераторов.")
class CloseIncident implements JavaDelegate {

  private final Problems problems;

  CloseIncident(Problems problems) {
    this.problems = problems;
  }

  @Override
  public void execute(DelegateExecution execution) {
    problems.move(Variables.INCIDENT_ID.in(execution), Problem.State.CLOSED);
  }
}
