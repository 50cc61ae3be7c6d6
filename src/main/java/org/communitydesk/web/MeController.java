package org.communitydesk.web;

import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MeController {

  private static final String ROLE = "ROLE_";

  private final Engine engine;

  MeController(Engine engine) {
    this.engine = engine;
  }

  /** Who asks, and which pages of ours are open to them. */
  @GetMapping("/api/me")
  Me me(Authentication person) {
    List<String> groups =
        person.getAuthorities().stream()
            .map(GrantedAuthority::getAuthority)
            .filter(authority -> authority.startsWith(ROLE))
            .map(authority -> authority.substring(ROLE.length()))
            .sorted()
            .toList();
    return new Me(person.getName(), engine.nameOf(person.getName()), groups, Pages.openTo(groups));
  }

  record Me(String login, String name, List<String> groups, List<String> mayOpen) {}
}
