package org.communitydesk.process.problem;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Передаёт общий ответ следующим обращениям: не больше answersAtOnce в пути на канал.")
class HandOverAnswers implements JavaDelegate {

  private final CommonAnswerRound round;

  HandOverAnswers(CommonAnswerRound round) {
    this.round = round;
  }

  @Override
  public void execute(DelegateExecution execution) {
    long id = Variables.INCIDENT_ID.in(execution);
    int atOnce = Integer.parseInt(Variables.ANSWERS_AT_ONCE.in(execution));
    Variables.ANSWERS_LEFT.set(execution, round.handOver(id, atOnce));
  }
}
