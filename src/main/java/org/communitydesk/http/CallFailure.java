package org.communitydesk.http;

import java.time.Duration;

/**
 * Why a call to the outside did not do what it should; the four kinds call for different people.
 */
public abstract sealed class CallFailure extends RuntimeException {

  private CallFailure(String reason) {
    super(reason);
  }

  /** Certainly nothing was done; the same call may be made again after the wait. */
  public static final class Busy extends CallFailure {

    private final Duration retryAfter;

    public Busy(String reason, Duration retryAfter) {
      super(reason);
      this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
      return retryAfter;
    }
  }

  /** A final no: the target is gone, the text is refused, the person blocked us. */
  public static final class Refused extends CallFailure {

    public Refused(String reason) {
      super(reason);
    }
  }

  /** Our key or right is bad: the operator must act, then the same call may be made again. */
  public static final class LockedOut extends CallFailure {

    public LockedOut(String reason) {
      super(reason);
    }
  }

  /** The call began and its outcome is unknown: it must not be repeated before proof. */
  public static final class Unsure extends CallFailure {

    public Unsure(String reason) {
      super(reason);
    }
  }
}
