package org.communitydesk.live;

import java.util.Set;
import java.util.stream.Collectors;
import org.communitydesk.cases.CaseFiles;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/** Which cases a person may hear of: the same ones that they may read. */
@Component
class Sight {

  private static final String CONTACT_CENTER = "ROLE_contact-center";

  private final CaseFiles files;
  private final OwnCases own;

  Sight(CaseFiles files, OwnCases own) {
    this.files = files;
    this.own = own;
  }

  boolean sees(Authentication person, String caseId) {
    Set<String> roles =
        person.getAuthorities().stream()
            .map(GrantedAuthority::getAuthority)
            .collect(Collectors.toSet());
    boolean asksThemOnly = roles.contains(CONTACT_CENTER);
    if (roles.contains("ROLE_moderators")
        || roles.contains("ROLE_supervisors")
        || (!asksThemOnly
            && (roles.contains("ROLE_process-owners") || roles.contains("ROLE_managers")))) {
      return true;
    }
    return (asksThemOnly && files.isAskedAbout(caseId))
        || (roles.contains("ROLE_advocates") && own.hasTaskOf(person.getName(), caseId));
  }
}
