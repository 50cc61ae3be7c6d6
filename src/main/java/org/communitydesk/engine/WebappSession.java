package org.communitydesk.engine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.stereotype.Component;

/** Whoever has logged in to the webapps, read from their session; null when nobody has. */
@Component("webappSession")
class WebappSession implements AuthenticationConverter {

  private static final String ENGINE = "default";

  private final Staff staff;

  WebappSession(Staff staff) {
    this.staff = staff;
  }

  @Override
  public Authentication convert(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null) {
      return null;
    }
    var login =
        AuthenticationUtil.getAuthsFromSession(session).getAuthenticationForProcessEngine(ENGINE);
    return login == null ? null : staff.authenticated(login.getIdentityId()).orElse(null);
  }
}
