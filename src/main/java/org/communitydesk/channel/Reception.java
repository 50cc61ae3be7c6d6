package org.communitydesk.channel;

import java.util.List;

/** What the hook makes of a delivery, and the answer that the platform expects. */
public sealed interface Reception {

  /** Not from the platform, or not for this account: answered 401, nothing is kept. */
  record Denied(String reason) implements Reception {}

  /** A handshake: answered, no event in it. */
  record Handshake(Answer answer) implements Reception {}

  /** Genuine; may hold no event at all. */
  record Accepted(List<Event> events, Answer answer) implements Reception {}

  /**
   * Cannot be read: kept for the operator with the reason, and answered so that it is not sent
   * again.
   *
   * @param kept what of the body is kept, for platforms that write a secret into it; null for all
   */
  record Unreadable(String reason, Answer answer, byte[] kept) implements Reception {

    /** Of a body that holds no secret. */
    public Unreadable(String reason, Answer answer) {
      this(reason, answer, null);
    }
  }

  /** The HTTP answer in UTF-8: JSON when it begins with a brace, else {@code text/plain}. */
  record Answer(int status, String body) {}
}
