package org.communitydesk.process;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** Who may look over a person's shoulder. */
@Component
public class Approvers {

  private static final String SUPERVISORS = "supervisors";
  private static final String ADMINISTRATORS = "camunda-admin";

  private final IdentityService identity;

  Approvers(IdentityService identity) {
    this.identity = identity;
  }

  /**
   * The group that decides what the person may not decide: supervisors, or administrators where the
   * person is the only supervisor.
   *
   * @param person the user's id; empty for nobody
   */
  public String groupWithout(String person) {
    long all = identity.createUserQuery().memberOfGroup(SUPERVISORS).count();
    long own = identity.createUserQuery().memberOfGroup(SUPERVISORS).userId(person).count();
    return all > own ? SUPERVISORS : ADMINISTRATORS;
  }
}
