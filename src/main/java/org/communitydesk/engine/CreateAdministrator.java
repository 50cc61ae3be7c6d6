package org.communitydesk.engine;

import java.util.function.Predicate;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Makes an administrator of a login and its password, with the person's name as its details; false
 * when the login is somebody's already. The security room asks, and has checked who may.
 */
@Component
class CreateAdministrator implements Predicate<Authentication> {

  private final IdentityService identity;

  CreateAdministrator(IdentityService identity) {
    this.identity = identity;
  }

  @Override
  public boolean test(Authentication login) {
    if (identity.createUserQuery().userId(login.getName()).count() > 0) {
      return false;
    }
    User user = identity.newUser(login.getName());
    String[] names = String.valueOf(login.getDetails()).split("\\s+", 2);
    user.setFirstName(names[0]);
    user.setLastName(names.length > 1 ? names[1] : "");
    user.setPassword(String.valueOf(login.getCredentials()));
    identity.saveUser(user);
    identity.createMembership(user.getId(), StaffGroup.ADMINISTRATORS.id());
    return true;
  }
}
