package org.communitydesk.channel;

import java.time.Duration;
import java.util.List;
import org.communitydesk.http.CallFailure;

/** A channel that can also be asked for its events. */
public interface Polled extends Channel {

  /** Whether this account must be asked; where the platform has hooks, by the setting alone. */
  boolean isAsked();

  /** How long the platform keeps for us what it was not asked for. */
  default Duration keeps() {
    return Duration.ofDays(365);
  }

  /**
   * Asks once for what is new and waits for it at most the platform's long-poll time.
   *
   * @param cursor what the previous poll returned; null at the first
   * @throws CallFailure when the platform cannot be asked now
   */
  Poll poll(String cursor) throws CallFailure;

  /**
   * What a poll brought.
   *
   * @param cursor where the next poll goes on, at most 4,000 characters; kept in one transaction
   *     with the events
   * @param rest how long the platform must not be asked again
   * @param gap what may have been lost before these events and cannot be asked for any more,
   *     Russian; null for nothing
   */
  record Poll(List<Event> events, String cursor, Duration rest, String gap) {

    /** With nothing lost. */
    public Poll(List<Event> events, String cursor, Duration rest) {
      this(events, cursor, rest, null);
    }

    /** Of a platform that may be asked again at once. */
    public Poll(List<Event> events, String cursor) {
      this(events, cursor, Duration.ZERO);
    }
  }
}
