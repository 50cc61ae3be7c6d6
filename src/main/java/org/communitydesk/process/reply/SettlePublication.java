package org.communitydesk.process.reply;

import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.process.Choices.PublicationOutcome;
import org.communitydesk.process.Variables;
import org.communitydesk.publication.Publication;
import org.communitydesk.publication.Publications;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Записывает исход публикации, который назвал человек (вход settledAs).")
class SettlePublication implements JavaDelegate {

  private final Publications publications;
  private final ReplyPublisher publisher;

  SettlePublication(Publications publications, ReplyPublisher publisher) {
    this.publications = publications;
    this.publisher = publisher;
  }

  @Override
  public void execute(DelegateExecution execution) {
    PublicationOutcome outcome = Variables.SETTLED_AS.in(execution);
    Optional<Publication> publication =
        publications.ofStep(Variables.CASE_ID.in(execution), execution.getProcessInstanceId());
    publication.map(Publication::id).ifPresent(id -> settle(id, outcome));
    publication.map(Publication::id).map(publications::find).ifPresent(publisher::note);
    Variables.PUBLICATION_OUTCOME.set(execution, outcome);
  }

  private void settle(UUID id, PublicationOutcome outcome) {
    switch (outcome) {
      case SENT -> publications.confirm(id, null, false);
      case BY_HAND -> publications.confirm(id, null, true);
      default -> publications.drop(id, outcome.name());
    }
  }
}
