package org.communitydesk.engine;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Checks a password where the engine keeps it; after a wrong one the engine locks for seconds. */
@Component
class EngineLogin implements AuthenticationProvider {

  private final Staff staff;

  EngineLogin(Staff staff) {
    this.staff = staff;
  }

  @Override
  public Authentication authenticate(Authentication login) {
    String person = login.getName();
    if (login.getCredentials() == null
        || !staff.hasPassword(person, login.getCredentials().toString())) {
      throw refused();
    }
    return staff.authenticated(person).orElseThrow(EngineLogin::refused);
  }

  private static BadCredentialsException refused() {
    return new BadCredentialsException("Wrong name or password");
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }
}
