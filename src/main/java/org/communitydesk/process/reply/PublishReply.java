package org.communitydesk.process.reply;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.communitydesk.process.BusinessErrors;
import org.communitydesk.process.Choices.PublicationOutcome;
import org.communitydesk.process.Choices.PublicationState;
import org.communitydesk.process.OutsideTask;
import org.communitydesk.process.Variables;
import org.communitydesk.publication.Publication;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Публикует ответ один раз: отправлено, платформа занята, приостановлено, снято, неизвестно, окно ответа закрыто или появилось новое сообщение.")
class PublishReply implements OutsideTask {

  private final ReplyPublisher publisher;

  PublishReply(ReplyPublisher publisher) {
    this.publisher = publisher;
  }

  @Override
  public void execute(DelegateExecution execution) {
    if (publisher.isForgotten(execution)) {
      Variables.PUBLICATION_STATE.set(execution, PublicationState.DROPPED);
      return;
    }
    if (publisher.isOvertaken(execution)) {
      Variables.PUBLICATION_STATE.set(execution, PublicationState.NEW_MESSAGE);
      Variables.PUBLICATION_OUTCOME.set(execution, PublicationOutcome.NEW_MESSAGE);
      return;
    }
    Publication intended = publisher.intend(execution);
    boolean tooLate = publisher.isTooLate(intended);
    if (tooLate && publisher.mayUseTemplate(intended)) {
      Variables.PUBLICATION_STATE.set(execution, PublicationState.WINDOW_SHUT);
      return;
    }
    Publication publication =
        tooLate ? publisher.refuseAsTooLate(intended) : publisher.attempt(intended);
    switch (publication.state()) {
      case SENT -> {
        Variables.PUBLICATION_STATE.set(execution, PublicationState.SENT);
        Variables.PUBLICATION_OUTCOME.set(execution, PublicationOutcome.SENT);
      }
      case UNKNOWN -> Variables.PUBLICATION_STATE.set(execution, PublicationState.UNKNOWN);
      case HELD -> Variables.PUBLICATION_STATE.set(execution, PublicationState.HELD);
      case NEW, SENDING -> {
        Variables.PUBLICATION_STATE.set(execution, PublicationState.BUSY);
        Variables.PUBLICATION_NOT_BEFORE.set(execution, publisher.nextTry(publication));
      }
      case DROPPED -> Variables.PUBLICATION_STATE.set(execution, PublicationState.DROPPED);
      case REFUSED -> throw new BpmnError(BusinessErrors.REPLY_REFUSED, publication.reason());
    }
  }
}
