package org.communitydesk.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Nobody looked at the password: too many were tried just before. */
public class TryLater extends AuthenticationException {

  private final long seconds;

  /** After how long the same login is looked at again; rounded up to whole seconds. */
  public TryLater(Duration pause) {
    super("Слишком много попыток входа. Подождите и попробуйте снова.");
    this.seconds = Math.max(1, pause.plusMillis(999).toSeconds());
  }

  /** For the header {@code Retry-After}, at least 1. */
  public long seconds() {
    return seconds;
  }
}
