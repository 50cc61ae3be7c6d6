package org.communitydesk.process.sanction;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.process.Messages;
import org.communitydesk.process.Variables;
import org.communitydesk.sanction.EnforcedBy;
import org.communitydesk.sanction.Ladder;
import org.communitydesk.sanction.Offence;
import org.communitydesk.sanction.Sanction;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Starts the process {@code sanction}, which outlives the appeal. */
@Component
public class SanctionStarter {

  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  private final RuntimeService engine;
  private final CaseFiles files;
  private final Ladder ladder;

  SanctionStarter(RuntimeService engine, CaseFiles files, @Lazy Ladder ladder) {
    this.engine = engine;
    this.files = files;
    this.ladder = ladder;
  }

  /**
   * Starts the life of a measure; one that is withdrawn already is only lifted.
   *
   * @param dueAt until when its tasks should be done
   * @param priority 0 to 100
   */
  public void start(Sanction sanction, Instant dueAt, long priority) {
    CaseFile file = files.of(sanction.caseId());
    MessageCorrelationBuilder start =
        engine
            .createMessageCorrelation(Messages.SANCTION_DECIDED)
            .processInstanceBusinessKey(file.caseId())
            .setVariable(Variables.CASE_ID.name(), file.caseId())
            .setVariable(Variables.PLATFORM.name(), file.account().platform().name())
            .setVariable(Variables.KIND.name(), file.kind().name())
            .setVariable(Variables.SANCTION_ID.name(), sanction.id())
            .setVariable(Variables.MEASURE.name(), sanction.measure().name())
            .setVariable(Variables.PRIORITY.name(), priority)
            .setVariable(Variables.DUE_AT.name(), Date.from(dueAt))
            .setVariable(Variables.APPLICABLE_UNTIL.name(), Date.from(applicableUntil(sanction)))
            .setVariable(Variables.MEASURE_OVER.name(), false)
            .setVariable(Variables.REVOKED.name(), sanction.state() == Sanction.State.REVOKED);
    EnforcedBy holder = sanction.enforcedBy() == null ? EnforcedBy.LOCAL : sanction.enforcedBy();
    start.setVariable(Variables.ENFORCED_BY.name(), holder.name());
    message(sanction).ifPresent(id -> start.setVariable(Variables.MESSAGE_ID.name(), id));
    start.correlateStartMessage();
  }

  private static Instant applicableUntil(Sanction sanction) {
    Instant end = sanction.termEndsAt();
    return end == null ? sanction.createdAt().plus(FOR_EVER) : end;
  }

  private Optional<String> message(Sanction sanction) {
    return ladder.offences(sanction.offender()).stream()
        .filter(offence -> sanction.id().equals(offence.sanctionId()))
        .filter(offence -> sanction.caseId().equals(offence.caseId()))
        .map(Offence::externalId)
        .findFirst();
  }
}
