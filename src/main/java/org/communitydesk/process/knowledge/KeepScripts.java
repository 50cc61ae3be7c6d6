package org.communitydesk.process.knowledge;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Отмечает скрипты (scriptIds) как проверенные: срок проверки начинается заново.")
class KeepScripts implements JavaDelegate {

  private final ScriptReviews reviews;

  KeepScripts(ScriptReviews reviews) {
    this.reviews = reviews;
  }

  @Override
  public void execute(DelegateExecution execution) {
    reviews.keep(
        Variables.SCRIPT_IDS.in(execution), Variables.DECIDED_BY.find(execution).orElse(null));
  }
}
