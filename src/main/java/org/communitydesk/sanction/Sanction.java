package org.communitydesk.sanction;

import java.time.Duration;
import java.time.Instant;
import org.communitydesk.conversation.Violation;

/**
 * One step of a person on the ladder. Instants are UTC.
 *
 * @param id a UUID
 * @param authorName empty when nobody knows it, or the person is forgotten
 * @param rung 1 to 4; 0 for a measure that was set past the desk and takes no step
 * @param days null for ever, and for a measure that was set past the desk; 0 for a warning
 * @param from since when the term runs; null before it is applied, unless it follows a superseded
 *     sanction, whose {@code from} it keeps
 * @param until null before it is applied, and for ever
 * @param violation null for a measure that was set past the desk
 * @param caseId the case whose offence took the step; null when the person has none
 * @param enforcedBy null before it is applied
 * @param version 1, and one more with every change of the term
 * @param proposedBy who confirmed the offence; null when the desk did
 * @param decidedBy the supervisor; null when the table was enough
 * @param noticeAt when the notice reached the person; null before
 * @param noticeExternalId the notice on the platform; null when nobody knows it
 * @param endedAt null while it stands
 */
public record Sanction(
    String id,
    Offender offender,
    String authorName,
    int rung,
    Measure measure,
    Integer days,
    State state,
    Instant from,
    Instant until,
    Violation violation,
    String caseId,
    EnforcedBy enforcedBy,
    int version,
    String proposedBy,
    String decidedBy,
    Instant noticeAt,
    String noticeExternalId,
    Instant createdAt,
    Instant endedAt) {

  /** Whether it was set past the desk, by hand on the platform's own pages. */
  public boolean isFromOutside() {
    return rung == 0;
  }

  /** When its term ends, whether it was applied or not; null for ever and for a warning. */
  public Instant termEndsAt() {
    if (until != null || measure == Measure.WARNING || days == null) {
      return until;
    }
    return (from == null ? createdAt : from).plus(Duration.ofDays(days));
  }

  /** Whether its term has passed; never for one without an end. */
  public boolean isTermOver(Instant now) {
    Instant end = termEndsAt();
    return end != null && !end.isAfter(now);
  }

  /** How it stands; a revoked one counts as if it had never been. */
  public enum State {
    PROPOSED,
    RUNNING,
    ENDED,
    REVOKED
  }
}
