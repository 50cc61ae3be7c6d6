package org.communitydesk.engine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.stereotype.Component;

/** Whoever has logged in to the webapps, read from their session; null when nobody has. */
@Component("webappSession")
class WebappSession implements AuthenticationConverter {

  private final Logins logins;
  private final Staff staff;

  WebappSession(Logins logins, Staff staff) {
    this.logins = logins;
    this.staff = staff;
  }

  @Override
  public Authentication convert(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null || !logins.isGood(session)) {
      return null;
    }
    return Logins.person(session).flatMap(staff::authenticated).orElse(null);
  }
}
