package org.communitydesk.process.reply;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.publication.Publications;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Разрешает опубликовать ещё раз: человек проверил, что ответ не вышел.")
class AllowRepeat implements JavaDelegate {

  private final Publications publications;
  private final ReplyPublisher publisher;

  AllowRepeat(Publications publications, ReplyPublisher publisher) {
    this.publications = publications;
    this.publisher = publisher;
  }

  @Override
  public void execute(DelegateExecution execution) {
    publications.allowRepeat(publisher.current(execution).id());
  }
}
