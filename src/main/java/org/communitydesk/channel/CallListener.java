package org.communitydesk.channel;

import java.time.Duration;
import org.communitydesk.conversation.Account;

/** Hears how the calls of all channels fail, whoever made them. */
public interface CallListener {

  /** What a call was for. */
  enum Call {
    /** Asking whether our key is good. */
    CHECK,
    /** Saying or doing something outside. */
    WRITE,
    /** Asking for new events. */
    POLL,
    /** Anything else that changes nothing. */
    READ
  }

  /** The platform does not take our key or right. */
  void lockedOut(Account account, Call call, String reason);

  /**
   * The platform wants to be left alone, or cannot be reached.
   *
   * @param wait for how long
   */
  void busy(Account account, String reason, Duration wait);

  /** The platform has said how much it still allows. */
  void limit(Account account, Limit limit);
}
