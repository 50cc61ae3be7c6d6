package org.communitydesk.engine;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** The people whom the engine knows, in the terms of Spring Security. */
@Component
class Staff {

  private static final String ROLE = "ROLE_";

  private final IdentityService identity;

  Staff(IdentityService identity) {
    this.identity = identity;
  }

  boolean hasPassword(String person, String password) {
    return identity.checkPassword(person, password);
  }

  /** The person with a role per group as of now; empty when there is no such person any more. */
  Optional<Authentication> authenticated(String person) {
    if (identity.createUserQuery().userId(person).count() == 0) {
      return Optional.empty();
    }
    List<GrantedAuthority> roles =
        identity.createGroupQuery().groupMember(person).list().stream()
            .map(Group::getId)
            .<GrantedAuthority>map(group -> new SimpleGrantedAuthority(ROLE + group))
            .toList();
    return Optional.of(UsernamePasswordAuthenticationToken.authenticated(person, null, roles));
  }

  static List<String> groups(Authentication person) {
    return person.getAuthorities().stream()
        .map(GrantedAuthority::getAuthority)
        .filter(role -> role.startsWith(ROLE))
        .map(role -> role.substring(ROLE.length()))
        .toList();
  }
}
