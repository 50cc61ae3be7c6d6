package org.communitydesk.process.reply;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.communitydesk.channel.ReadBack;
import org.communitydesk.process.Choices.PublicationOutcome;
import org.communitydesk.process.Choices.ReadBackResult;
import org.communitydesk.process.OutsideTask;
import org.communitydesk.process.Variables;
import org.communitydesk.publication.Publication;
import org.communitydesk.publication.Publications;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Ищет на платформе ответ, про который неизвестно, вышел ли он.")
class ReadBackReply implements OutsideTask {

  private final Publications publications;
  private final ReplyPublisher publisher;

  ReadBackReply(Publications publications, ReplyPublisher publisher) {
    this.publications = publications;
    this.publisher = publisher;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Publication publication = publisher.current(execution);
    Optional<String> echo = publisher.echo(publication);
    echo.ifPresent(externalId -> publications.confirm(publication.id(), externalId, false));
    ReadBack answer = publications.readBack(publication.id());
    if (answer instanceof ReadBack.Found) {
      publisher.note(publisher.current(execution));
      Variables.PUBLICATION_OUTCOME.set(execution, PublicationOutcome.SENT);
      Variables.READ_BACK.set(execution, ReadBackResult.FOUND);
    } else {
      Variables.READ_BACK.set(
          execution,
          answer instanceof ReadBack.Absent ? ReadBackResult.ABSENT : ReadBackResult.CANNOT_TELL);
    }
  }
}
