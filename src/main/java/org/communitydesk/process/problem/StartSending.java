package org.communitydesk.process.problem;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.problem.Problem;
import org.communitydesk.problem.Problems;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Начинает рассылку общего ответа: с этой минуты её можно остановить.")
class StartSending implements JavaDelegate {

  private final Problems problems;

  StartSending(Problems problems) {
    this.problems = problems;
  }

  @Override
  public void execute(DelegateExecution execution) {
    problems.move(Variables.INCIDENT_ID.in(execution), Problem.State.SENDING);
  }
}
