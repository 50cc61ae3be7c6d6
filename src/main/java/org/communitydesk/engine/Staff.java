package org.communitydesk.engine;

import java.util.List;
import java.util.Optional;
import org.communitydesk.engine.Credentials.Stored;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** The people whom the engine knows, in the terms of Spring Security. */
@Component
class Staff {

  private static final String ROLE = "ROLE_";

  private final Credentials credentials;

  Staff(Credentials credentials) {
    this.credentials = credentials;
  }

  /** The person with a role per group as of now; empty when nobody is let in under this name. */
  Optional<Authentication> authenticated(String person) {
    return credentials.now(person).map(Staff::authenticated);
  }

  /** The person with a role per group; the details are the stamp of the login. */
  static Authentication authenticated(Stored known) {
    List<GrantedAuthority> roles =
        known.groups().stream()
            .<GrantedAuthority>map(group -> new SimpleGrantedAuthority(ROLE + group))
            .toList();
    var person = UsernamePasswordAuthenticationToken.authenticated(known.person(), null, roles);
    person.setDetails(known.stamp());
    return person;
  }

  static List<String> groups(Authentication person) {
    return person.getAuthorities().stream()
        .map(GrantedAuthority::getAuthority)
        .filter(role -> role.startsWith(ROLE))
        .map(role -> role.substring(ROLE.length()))
        .toList();
  }
}
