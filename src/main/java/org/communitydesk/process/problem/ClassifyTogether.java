package org.communitydesk.process.problem;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Относит следующие обращения, которые никто не классифицировал, к схеме №1 (вход answersAtOnce).")
class ClassifyTogether implements JavaDelegate {

  private final CommonAnswerRound round;

  ClassifyTogether(CommonAnswerRound round) {
    this.round = round;
  }

  @Override
  public void execute(DelegateExecution execution) {
    long id = Variables.INCIDENT_ID.in(execution);
    int atOnce = Integer.parseInt(Variables.ANSWERS_AT_ONCE.in(execution));
    round.classify(id, atOnce);
  }
}
