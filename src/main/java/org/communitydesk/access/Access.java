package org.communitydesk.access;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.knowledge.State;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Which objects a signed-in person may see. */
@Component
public class Access {

  private static final String SUPERVISORS = "supervisors";
  private static final String ADMINISTRATORS = "camunda-admin";
  private static final List<String> SEE_ALL_CASES =
      List.of("moderators", SUPERVISORS, "process-owners", "managers");

  private final CaseFiles files;
  private final OwnCases own;

  Access(CaseFiles files, OwnCases own) {
    this.files = files;
    this.own = own;
  }

  /** Whether the person needs no tie to a case in order to see it. */
  public boolean seesAllCases(Authentication person) {
    return SEE_ALL_CASES.stream().anyMatch(group -> isIn(person, group));
  }

  /** Whether the person may see that case and its attachments, notes, drafts and publications. */
  public boolean seesCase(Authentication person, String caseId) {
    return !seen(person, List.of(caseId)).isEmpty();
  }

  /**
   * Refuses who may not see that case.
   *
   * @throws ResponseStatusException 403
   */
  public void requireCase(Authentication person, String caseId) {
    if (!seesCase(person, caseId)) {
      throw refused("Это обращение вам не передавали");
    }
  }

  /** Those of the cases that the person may see; unknown cases are seen by nobody with a tie. */
  public Set<String> seen(Authentication person, Collection<String> caseIds) {
    if (seesAllCases(person)) {
      return Set.copyOf(caseIds);
    }
    Set<String> seen = new HashSet<>();
    if (isIn(person, "contact-center")) {
      seen.addAll(files.askedAbout(caseIds));
    }
    if (isIn(person, "advocates")) {
      caseIds.stream().filter(one -> own.hasTaskOf(person.getName(), one)).forEach(seen::add);
    }
    return seen;
  }

  /** Whether the person needs no tie to somebody in order to see what is known of them. */
  public boolean seesEverybody(Authentication person) {
    return seesAllCases(person) || isIn(person, ADMINISTRATORS);
  }

  /** Those of the cases through which the person may see somebody and their measures. */
  public Set<String> seenPersonsOf(Authentication person, Stream<String> caseIds) {
    List<String> asked = caseIds.distinct().toList();
    return seesEverybody(person) ? Set.copyOf(asked) : seen(person, asked);
  }

  /** Whether the person may see drafts and withdrawn scripts, and not approved ones only. */
  public boolean seesAllScripts(Authentication person) {
    return isIn(person, SUPERVISORS);
  }

  /** Whether the person may see a script in that state, and its file. */
  public boolean seesScript(Authentication person, State state) {
    return state == State.APPROVED || seesAllScripts(person);
  }

  /** The answer to somebody who asks for what is not theirs to see; in Russian. */
  public static ResponseStatusException refused(String why) {
    return new ResponseStatusException(HttpStatus.FORBIDDEN, why);
  }

  private static boolean isIn(Authentication person, String group) {
    return person.getAuthorities().stream()
        .anyMatch(role -> role.getAuthority().equals("ROLE_" + group));
  }
}
