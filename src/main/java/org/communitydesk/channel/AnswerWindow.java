package org.communitydesk.channel;

import java.time.Duration;

/**
 * How long after a person's last message the brand may answer.
 *
 * @param open how long anything may be answered
 * @param extended how long a person's own answer is taken on terms that the platform grants on
 *     request; null where there is no such time
 */
public record AnswerWindow(Duration open, Duration extended) {

  /** How long a moderator may answer at all. */
  public Duration longest() {
    return extended == null ? open : extended;
  }
}
