package org.communitydesk.engine;

import java.util.function.UnaryOperator;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * A login that was let in earlier, as of now; null when it no longer holds. For answers that go on
 * for minutes.
 */
@Component
class StillSignedIn implements UnaryOperator<Authentication> {

  private final Logins logins;
  private final Staff staff;

  StillSignedIn(Logins logins, Staff staff) {
    this.logins = logins;
    this.staff = staff;
  }

  @Override
  public Authentication apply(Authentication login) {
    return login.getDetails() instanceof Stamp stamp && logins.holds(stamp, login.getName())
        ? staff.authenticated(login.getName()).orElse(null)
        : null;
  }
}
