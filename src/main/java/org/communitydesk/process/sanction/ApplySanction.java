package org.communitydesk.process.sanction;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.channel.Channels;
import org.communitydesk.process.Variables;
import org.communitydesk.sanction.EnforcedBy;
import org.communitydesk.sanction.Ladder;
import org.communitydesk.sanction.Sanction;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Записывает, что мера действует: кто её держит (appliedBy), до какого времени и сколько её"
        + " можно оспорить.")
class ApplySanction implements JavaDelegate {

  private final Ladder ladder;
  private final Channels channels;
  private final Clock clock;

  ApplySanction(Ladder ladder, Channels channels, Clock clock) {
    this.ladder = ladder;
    this.channels = channels;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Sanction sanction = ladder.hold(Variables.SANCTION_ID.in(execution));
    Instant now = clock.instant();
    Instant until = sanction.termEndsAt();
    EnforcedBy by = holder(Variables.APPLIED_BY.in(execution), sanction, until);
    Variables.ENFORCED_BY.set(execution, by);
    if (sanction.state() == Sanction.State.REVOKED) {
      Variables.SANCTION_ENDS_AT.set(execution, now);
      return;
    }
    Instant from =
        sanction.from() != null ? sanction.from() : sanction.isTermOver(now) ? until : now;
    ladder.apply(sanction.id(), by, from, until);
    Variables.SANCTION_ENDS_AT.set(
        execution,
        until == null ? now.plus(Duration.parse(Variables.DISPUTE_PERIOD.in(execution))) : until);
  }

  /** A platform without terms of its own holds only what lasts for ever. */
  private EnforcedBy holder(EnforcedBy appliedBy, Sanction sanction, Instant until) {
    boolean timed =
        channels.of(sanction.offender().account()).endsBanOf(sanction.offender().authorId());
    return appliedBy == EnforcedBy.PLATFORM && until != null && !timed
        ? EnforcedBy.TIMER
        : appliedBy;
  }
}
