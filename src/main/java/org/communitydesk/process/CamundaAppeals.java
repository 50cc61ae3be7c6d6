package org.communitydesk.process;

import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.communitydesk.cases.Arrivals;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.Conversations;
import org.communitydesk.cases.Joining;
import org.communitydesk.conversation.Heard;
import org.communitydesk.conversation.Message;
import org.communitydesk.intake.Appeals;
import org.communitydesk.publication.Publication;
import org.communitydesk.publication.Publications;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins and continues the process {@code appeal} with what was heard. */
@Component
class CamundaAppeals implements Appeals {

  private static final String APPEAL = "appeal";

  private final RuntimeService engine;
  private final Arrivals arrivals;
  private final Conversations conversations;
  private final Publications publications;

  CamundaAppeals(
      RuntimeService engine,
      Arrivals arrivals,
      Conversations conversations,
      Publications publications) {
    this.engine = engine;
    this.arrivals = arrivals;
    this.conversations = conversations;
    this.publications = publications;
  }

  @Override
  @Transactional
  public void hear(Heard heard) {
    if (heard instanceof Heard.Said said) {
      take(said.message());
    } else if (heard instanceof Heard.Edited edited) {
      arrivals.edit(edited.message());
    } else if (heard instanceof Heard.Restored restored) {
      arrivals.restore(restored.message());
    } else if (heard instanceof Heard.Removed removed) {
      arrivals.remove(removed.account(), removed.externalId(), removed.at());
    } else if (heard instanceof Heard.Posted posted) {
      arrivals.keepPost(posted.account(), posted.threadId(), posted.at(), posted.text());
    } else if (heard instanceof Heard.Echoed echoed) {
      takeEcho(echoed.message());
    }
  }

  private void take(Message message) {
    Joining joining = arrivals.take(message);
    if (joining instanceof Joining.Begun begun) {
      begin(begun.file());
    } else if (joining instanceof Joining.Joined joined) {
      if (isRunning(joined.file().caseId())) {
        engine
            .createMessageCorrelation(Messages.USER_REPLIED)
            .processInstanceBusinessKey(joined.file().caseId())
            .correlateAll();
      } else {
        begin(joined.file());
      }
    } else if (joining instanceof Joining.Changed) {
      hear(new Heard.Edited(message));
    }
  }

  private void begin(CaseFile file) {
    engine
        .createMessageCorrelation(Messages.APPEAL_RECEIVED)
        .processInstanceBusinessKey(file.caseId())
        .setVariable(Variables.CASE_ID.name(), file.caseId())
        .setVariable(Variables.PLATFORM.name(), file.account().platform().name())
        .setVariable(Variables.KIND.name(), file.kind().name())
        .correlateStartMessage();
  }

  private boolean isRunning(String caseId) {
    return engine
            .createProcessInstanceQuery()
            .processDefinitionKey(APPEAL)
            .processInstanceBusinessKey(caseId)
            .count()
        > 0;
  }

  private void takeEcho(Message message) {
    Optional<Publication> proven = publications.prove(message);
    proven
        .map(Publication::caseId)
        .or(() -> conversations.caseAnswered(message))
        .ifPresent(caseId -> arrivals.takeOwn(caseId, message));
    proven.ifPresent(
        publication ->
            engine
                .createMessageCorrelation(Messages.OUTCOME_KNOWN)
                .processInstanceVariableEquals(
                    Variables.PUBLICATION_ID.name(), publication.id().toString())
                .correlateAll());
  }
}
