package org.communitydesk.engine;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Checks a password where the engine keeps it. */
@Component
class EngineLogin implements AuthenticationProvider {

  private final Passwords passwords;

  EngineLogin(Passwords passwords) {
    this.passwords = passwords;
  }

  @Override
  public Authentication authenticate(Authentication login) {
    String password = login.getCredentials() == null ? null : login.getCredentials().toString();
    return passwords
        .check(login.getName(), password)
        .map(Staff::authenticated)
        .orElseThrow(EngineLogin::refused);
  }

  private static BadCredentialsException refused() {
    return new BadCredentialsException("Wrong name or password");
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }
}
