package org.communitydesk.process.knowledge;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Оценивает скрипты по ответам, в которые их вставляли, таблицей «Оценка скрипта».")
class JudgeScripts implements JavaDelegate {

  private final ScriptReviews reviews;

  JudgeScripts(ScriptReviews reviews) {
    this.reviews = reviews;
  }

  @Override
  public void execute(DelegateExecution execution) {
    reviews.judge();
  }
}
