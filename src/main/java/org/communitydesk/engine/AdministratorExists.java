package org.communitydesk.engine;

import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** Whether anybody may make users and groups; the security room asks. */
@Component
class AdministratorExists implements BooleanSupplier {

  private final IdentityService identity;

  AdministratorExists(IdentityService identity) {
    this.identity = identity;
  }

  @Override
  public boolean getAsBoolean() {
    return identity.createUserQuery().memberOfGroup(StaffGroup.ADMINISTRATORS.id()).count() > 0;
  }
}
