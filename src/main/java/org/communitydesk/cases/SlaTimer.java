package org.communitydesk.cases;

import java.time.Duration;
import java.time.Instant;

/**
 * One clock of a case.
 *
 * @param left of the allowed time; negative when it is over
 * @param runningSince null while it is paused
 * @param warnAt null while it is paused
 * @param dueAt null while it is paused
 * @param pausedBy who has the word meanwhile; null while it runs
 * @param warnedAt null until then
 * @param breachedAt the deadline that was missed; null when none was
 * @param metAt null until then; the clock then stands
 * @param tableVersion of the decision {@code service-level}; null for cases older than clocks
 */
public record SlaTimer(
    Name name,
    Counts counts,
    Duration allowed,
    Duration warnBefore,
    Duration left,
    Instant runningSince,
    Instant warnAt,
    Instant dueAt,
    Turn pausedBy,
    Instant warnedAt,
    Instant breachedAt,
    Instant metAt,
    String tableVersion) {

  public enum Name {
    FIRST_RESPONSE,
    RESOLUTION
  }

  static SlaTimer fresh(Name name, Duration allowed, Instant since, SlaTarget slaTarget) {
    return new SlaTimer(
        name,
        slaTarget.counts(),
        allowed,
        slaTarget.warnBefore(),
        allowed,
        since,
        null,
        null,
        null,
        null,
        null,
        null,
        slaTarget.tableVersion());
  }

  boolean isMet() {
    return metAt != null;
  }

  boolean isRunning() {
    return runningSince != null && !isMet();
  }

  boolean isMissed(Instant now) {
    return isRunning() && dueAt != null && !dueAt.isAfter(now);
  }

  /** As promised now; time that went by stays gone. */
  SlaTimer promised(Duration anew, SlaTarget slaTarget) {
    return new SlaTimer(
        name,
        slaTarget.counts(),
        anew,
        slaTarget.warnBefore(),
        left.plus(anew).minus(allowed),
        runningSince,
        warnAt,
        dueAt,
        pausedBy,
        warnedAt,
        breachedAt,
        metAt,
        slaTarget.tableVersion());
  }

  SlaTimer running(Instant since, Instant warnAt, Instant dueAt) {
    return moved(left, since, warnAt, dueAt, null);
  }

  SlaTimer paused(Duration left, Turn turn) {
    return moved(left, null, null, null, turn);
  }

  SlaTimer withLeft(Duration left) {
    return moved(left, runningSince, warnAt, dueAt, pausedBy);
  }

  SlaTimer told(Instant warned, Instant breached) {
    return ended(warned, breached, metAt);
  }

  SlaTimer met(Instant now) {
    return ended(warnedAt, isMissed(now) ? dueAt : breachedAt, now);
  }

  private SlaTimer moved(Duration left, Instant since, Instant warnAt, Instant dueAt, Turn turn) {
    return new SlaTimer(
        name,
        counts,
        allowed,
        warnBefore,
        left,
        since,
        warnAt,
        dueAt,
        turn,
        warnedAt,
        breachedAt,
        metAt,
        tableVersion);
  }

  private SlaTimer ended(Instant warned, Instant breached, Instant met) {
    return new SlaTimer(
        name,
        counts,
        allowed,
        warnBefore,
        left,
        runningSince,
        warnAt,
        dueAt,
        pausedBy,
        warned,
        breached,
        met,
        tableVersion);
  }
}
