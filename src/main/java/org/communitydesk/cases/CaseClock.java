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
public record CaseClock(
    Name name,
    Counts counts,
    Duration allowed,
    Duration warnBefore,
    Duration left,
    Instant runningSince,
    Instant warnAt,
    Instant dueAt,
    Word pausedBy,
    Instant warnedAt,
    Instant breachedAt,
    Instant metAt,
    String tableVersion) {

  public enum Name {
    FIRST_RESPONSE,
    RESOLUTION
  }

  static CaseClock fresh(Name name, Duration allowed, Instant since, Promise promise) {
    return new CaseClock(
        name,
        promise.counts(),
        allowed,
        promise.warnBefore(),
        allowed,
        since,
        null,
        null,
        null,
        null,
        null,
        null,
        promise.tableVersion());
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
  CaseClock promised(Duration anew, Promise promise) {
    return new CaseClock(
        name,
        promise.counts(),
        anew,
        promise.warnBefore(),
        left.plus(anew).minus(allowed),
        runningSince,
        warnAt,
        dueAt,
        pausedBy,
        warnedAt,
        breachedAt,
        metAt,
        promise.tableVersion());
  }

  CaseClock running(Instant since, Instant warnAt, Instant dueAt) {
    return moved(left, since, warnAt, dueAt, null);
  }

  CaseClock paused(Duration left, Word word) {
    return moved(left, null, null, null, word);
  }

  CaseClock withLeft(Duration left) {
    return moved(left, runningSince, warnAt, dueAt, pausedBy);
  }

  CaseClock told(Instant warned, Instant breached) {
    return ended(warned, breached, metAt);
  }

  CaseClock met(Instant now) {
    return ended(warnedAt, isMissed(now) ? dueAt : breachedAt, now);
  }

  private CaseClock moved(Duration left, Instant since, Instant warnAt, Instant dueAt, Word word) {
    return new CaseClock(
        name,
        counts,
        allowed,
        warnBefore,
        left,
        since,
        warnAt,
        dueAt,
        word,
        warnedAt,
        breachedAt,
        metAt,
        tableVersion);
  }

  private CaseClock ended(Instant warned, Instant breached, Instant met) {
    return new CaseClock(
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
