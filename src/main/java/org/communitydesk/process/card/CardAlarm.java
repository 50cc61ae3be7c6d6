package org.communitydesk.process.card;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.conversation.Message;
import org.communitydesk.privacy.PersonalData;
import org.communitydesk.privacy.PersonalKind;
import org.communitydesk.process.Messages;
import org.communitydesk.process.Variables;
import org.springframework.stereotype.Component;

/** Starts {@code card-data} for a message that holds card data. */
@Component
public class CardAlarm {

  private static final String CARD_DATA = "card-data";
  private static final long ABOVE_ALL = 100;
  private static final Duration SOON = Duration.ofMinutes(15);

  private final RuntimeService engine;
  private final CaseFiles files;
  private final Clock clock;

  CardAlarm(RuntimeService engine, CaseFiles files, Clock clock) {
    this.engine = engine;
    this.files = files;
    this.clock = clock;
  }

  /** Nothing happens when somebody looks after that message already. */
  public void look(String caseId, Message message) {
    Set<PersonalKind> kinds = PersonalData.kindsIn(message.text());
    boolean shown = kinds.contains(PersonalKind.CARD) || kinds.contains(PersonalKind.CVV);
    if (shown && !isLookedAfter(caseId, message.externalId())) {
      CaseFile file = files.of(caseId);
      engine
          .createMessageCorrelation(Messages.CARD_DATA_SHOWN)
          .processInstanceBusinessKey(caseId)
          .setVariable(Variables.CASE_ID.name(), caseId)
          .setVariable(Variables.PLATFORM.name(), file.account().platform().name())
          .setVariable(Variables.KIND.name(), message.kind().name())
          .setVariable(Variables.MESSAGE_ID.name(), message.externalId())
          .setVariable(Variables.PRIORITY.name(), ABOVE_ALL)
          .setVariable(Variables.DUE_AT.name(), Date.from(clock.instant().plus(SOON)))
          .correlateStartMessage();
    }
  }

  private boolean isLookedAfter(String caseId, String messageId) {
    return engine
            .createProcessInstanceQuery()
            .processDefinitionKey(CARD_DATA)
            .processInstanceBusinessKey(caseId)
            .variableValueEquals(Variables.MESSAGE_ID.name(), messageId)
            .count()
        > 0;
  }
}
