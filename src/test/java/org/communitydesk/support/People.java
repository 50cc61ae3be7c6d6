package org.communitydesk.support;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/** People beside the demo people. */
public final class People {

  private People() {}

  /** Somebody in no group with the password of the demo people, which the rules would refuse. */
  public static void likeAnna(IdentityService identity, String id) {
    UserEntity anna = (UserEntity) identity.createUserQuery().userId("anna").singleResult();
    UserEntity person = (UserEntity) identity.newUser(id);
    person.setFirstName("Нина");
    person.setSalt(anna.getSalt());
    person.setDbPassword(anna.getPassword());
    identity.saveUser(person);
  }
}
