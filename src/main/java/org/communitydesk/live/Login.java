package org.communitydesk.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Who listens, as long as they are signed in. Asking does not keep a session alive. */
final class Login {

  private static final Duration BY_SESSION = Duration.ofHours(1);

  /** Without a session nobody signs out: the program shows its password again. */
  private static final Duration BY_PASSWORD = Duration.ofMinutes(5);

  private final Duration longest;
  private final Supplier<Authentication> now;

  private Login(Duration longest, Supplier<Authentication> now) {
    this.longest = longest;
    this.now = now;
  }

  /**
   * The login behind a request that was let in.
   *
   * @param person as the request was let in
   * @param sessions finds who is signed in by a session
   * @param still asks whether a login by password holds
   */
  static Login of(
      HttpServletRequest request,
      Authentication person,
      AuthenticationConverter sessions,
      UnaryOperator<Authentication> still) {
    HttpSession session = request.getSession(false);
    if (session == null || request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
      return new Login(BY_PASSWORD, () -> still.apply(person));
    }
    HttpServletRequest later = new OfSession(request, session);
    return new Login(BY_SESSION, () -> sessions.convert(later));
  }

  /** How long one connection may last. */
  Duration longest() {
    return longest;
  }

  /** Who it is now; empty after they have signed out, or what their login rests on has changed. */
  Optional<Authentication> now() {
    try {
      return Optional.ofNullable(now.get());
    } catch (IllegalStateException ended) {
      return Optional.empty();
    }
  }

  /** A request that asks the container nothing more. */
  private static final class OfSession extends HttpServletRequestWrapper {

    private final HttpSession session;

    OfSession(HttpServletRequest request, HttpSession session) {
      super(request);
      this.session = session;
    }

    @Override
    public HttpSession getSession(boolean create) {
      return session;
    }
  }
}
