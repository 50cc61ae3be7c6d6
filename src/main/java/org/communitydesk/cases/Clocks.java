package org.communitydesk.cases;

import static org.communitydesk.cases.SlaTimer.Name.FIRST_RESPONSE;
import static org.communitydesk.cases.SlaTimer.Name.RESOLUTION;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The clocks of each case: until the first response and until it is resolved. They run while the
 * desk has the word. What was missed stays missed: such a clock does not pause any more.
 */
@Component
@Transactional
public class Clocks {

  private static final Duration LONGEST_LOOK = Duration.ofDays(1);

  private final ClockRows rows;
  private final WorkedTime time;
  private final Journal journal;
  private final Clock clock;

  Clocks(ClockRows rows, WorkedTime time, Journal journal, Clock clock) {
    this.rows = rows;
    this.time = time;
    this.journal = journal;
    this.clock = clock;
  }

  /** The clocks as they stand now, the first response first; none before the table was asked. */
  @Transactional(readOnly = true)
  public List<SlaTimer> of(String caseId) {
    Instant now = clock.instant();
    return rows.of(caseId).stream().map(one -> one.withLeft(left(one, now))).toList();
  }

  /** The clock that counts now; empty when none is left. */
  @Transactional(readOnly = true)
  public Optional<SlaTimer> current(String caseId) {
    return of(caseId).stream().filter(one -> !one.isMet()).findFirst();
  }

  /**
   * Sets the clocks of a case, or sets them anew: time that went by stays gone.
   *
   * @param openedAt when they begin
   */
  public void promise(String caseId, Instant openedAt, SlaTarget slaTarget) {
    List<SlaTimer> before = rows.hold(caseId);
    set(caseId, before, FIRST_RESPONSE, slaTarget.answerWithin(), openedAt, slaTarget);
    if (slaTarget.resolveWithin() != null) {
      set(caseId, before, RESOLUTION, slaTarget.resolveWithin(), openedAt, slaTarget);
    }
    rows.showDue(caseId);
    if (!rows.of(caseId).equals(before)) {
      journal.record(
          caseId,
          null,
          TimelineEvent.What.DEADLINE_SET,
          "таблица сроков, версия " + slaTarget.tableVersion());
      time.fault(slaTarget.counts(), openedAt, slaTarget.answerWithin())
          .ifPresent(why -> journal.record(caseId, null, TimelineEvent.What.CALENDAR_MISSING, why));
    }
  }

  /** From now on it is their turn: the clocks pause, or run on. */
  public void giveWord(String caseId, Turn turn) {
    Instant now = clock.instant();
    for (SlaTimer one : rows.hold(caseId)) {
      if (turn == Turn.DESK && !one.isMet() && !one.isRunning()) {
        rows.keep(caseId, running(one, now));
      } else if (turn != Turn.DESK && !one.isMet() && !one.isMissed(now)) {
        rows.keep(caseId, one.paused(left(one, now), turn));
      }
    }
    rows.showDue(caseId);
  }

  /** The person has our answer. */
  public void answered(String caseId) {
    rows.hold(caseId).stream()
        .filter(one -> one.name() == FIRST_RESPONSE && !one.isMet())
        .forEach(one -> rows.keep(caseId, one.met(clock.instant())));
    rows.showDue(caseId);
  }

  /** The case is closed: nothing is due any more. */
  public void close(String caseId) {
    rows.hold(caseId).stream()
        .filter(one -> !one.isMet())
        .forEach(one -> rows.keep(caseId, one.met(clock.instant())));
  }

  /** What is due now, once: a warning or a breach that was told is not told again. */
  public SlaStatus ring(String caseId) {
    Instant now = clock.instant();
    List<SlaTimer> open = rows.hold(caseId).stream().filter(one -> !one.isMet()).toList();
    for (SlaTimer one : open) {
      if (one.isMissed(now) && one.breachedAt() == null) {
        rows.keep(caseId, one.told(one.warnedAt(), one.dueAt()));
        journal.record(caseId, null, TimelineEvent.What.DEADLINE_MISSED, one.name().name());
        return new SlaStatus(SlaStatus.What.BREACH, one.dueAt(), now);
      }
      if (one.isRunning() && one.warnedAt() == null && !one.warnAt().isAfter(now)) {
        rows.keep(caseId, one.told(now, one.breachedAt()));
        return new SlaStatus(SlaStatus.What.WARN, one.dueAt(), now);
      }
    }
    return open.stream()
        .map(one -> nextRing(one, now))
        .min(Instant::compareTo)
        .map(next -> new SlaStatus(SlaStatus.What.WAIT, null, next))
        .orElse(new SlaStatus(SlaStatus.What.OVER, null, null));
  }

  private static Instant nextRing(SlaTimer one, Instant now) {
    if (!one.isRunning() || one.breachedAt() != null) {
      return now.plus(LONGEST_LOOK);
    }
    return one.warnedAt() == null ? one.warnAt() : one.dueAt();
  }

  private void set(
      String caseId,
      List<SlaTimer> before,
      SlaTimer.Name name,
      Duration allowed,
      Instant openedAt,
      SlaTarget slaTarget) {
    SlaTimer old =
        before.stream()
            .filter(one -> one.name() == name)
            .findAny()
            .orElse(SlaTimer.fresh(name, allowed, openedAt, slaTarget));
    if (!old.isMet()) {
      SlaTimer anew = old.promised(allowed, slaTarget);
      rows.keep(caseId, forgiven(old.isRunning() ? running(anew, old.runningSince()) : anew));
    }
  }

  /** A later deadline is warned of again, and not missed yet. */
  private SlaTimer forgiven(SlaTimer one) {
    Instant now = clock.instant();
    boolean calm = left(one, now).compareTo(one.warnBefore()) > 0;
    return one.told(calm ? null : one.warnedAt(), one.isMissed(now) ? one.breachedAt() : null);
  }

  private SlaTimer running(SlaTimer one, Instant since) {
    Duration calm = one.left().minus(one.warnBefore());
    return one.running(
        since,
        calm.isNegative() ? since : time.after(one.counts(), since, calm),
        time.after(one.counts(), since, one.left()));
  }

  private Duration left(SlaTimer one, Instant now) {
    Instant end = one.isMet() ? one.metAt() : now;
    return one.runningSince() == null
        ? one.left()
        : one.left().minus(time.between(one.counts(), one.runningSince(), end));
  }
}
