package org.communitydesk.process.sanction;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.process.Variables;
import org.communitydesk.publication.Publication;
import org.communitydesk.publication.Publications;
import org.communitydesk.sanction.Ladder;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Записывает, что уведомление о мере дошло до человека: дальше лестница идёт от него.")
class NoteTold implements JavaDelegate {

  private final Ladder ladder;
  private final Publications publications;
  private final Clock clock;

  NoteTold(Ladder ladder, Publications publications, Clock clock) {
    this.ladder = ladder;
    this.publications = publications;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Optional<Publication> notice =
        Variables.PUBLICATION_ID.find(execution).map(UUID::fromString).map(publications::find);
    Instant at = notice.map(Publication::settledAt).orElseGet(clock::instant);
    ladder.told(
        Variables.SANCTION_ID.in(execution), notice.map(Publication::externalId).orElse(null), at);
  }
}
