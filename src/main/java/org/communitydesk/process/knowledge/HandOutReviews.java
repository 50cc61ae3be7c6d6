package org.communitydesk.process.knowledge;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Даёт каждому ответственному проверить его скрипты, если он их уже не проверяет.")
class HandOutReviews implements JavaDelegate {

  private final ScriptReviews reviews;

  HandOutReviews(ScriptReviews reviews) {
    this.reviews = reviews;
  }

  @Override
  public void execute(DelegateExecution execution) {
    reviews.handOut();
  }
}
