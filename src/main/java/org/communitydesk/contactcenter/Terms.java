package org.communitydesk.contactcenter;

import java.time.Duration;
import java.time.Instant;

/**
 * The two clocks of a request, theirs and ours, and when each is recalled.
 *
 * @param dueAt when the contact center should have answered
 * @param answerReminderAt before the person's answer is due; halfway to {@code dueAt} when that
 *     time is past or later than theirs
 * @param requestReminderAt before {@code dueAt}
 */
public record Terms(Instant dueAt, Instant answerReminderAt, Instant requestReminderAt) {

  /**
   * @param within the time that the contact center has
   * @param answerDueAt when the person's answer is due
   */
  public static Terms of(Instant now, Duration within, Instant answerDueAt) {
    Instant dueAt = now.plus(within);
    boolean oursIsFirst = answerDueAt.isAfter(now) && answerDueAt.isBefore(dueAt);
    return new Terms(
        dueAt, oursIsFirst ? part(now, answerDueAt, 3) : part(now, dueAt, 2), part(now, dueAt, 3));
  }

  private static Instant part(Instant from, Instant to, int quarters) {
    return from.plus(Duration.between(from, to).multipliedBy(quarters).dividedBy(4));
  }
}
