package org.communitydesk.engine;

import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/** Asks who may save a person before the password is hashed, not after: hashing is costly. */
class StrictUsers extends DbIdentityServiceProvider {

  @Override
  public IdentityOperationResult saveUser(User user) {
    if (((UserEntity) user).getRevision() == 0) {
      checkAuthorization(Permissions.CREATE, Resources.USER, null);
    } else {
      checkAuthorization(Permissions.UPDATE, Resources.USER, user.getId());
    }
    return super.saveUser(user);
  }

  static final class Factory implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
      return StrictUsers.class;
    }

    @Override
    public Session openSession() {
      return new StrictUsers();
    }
  }
}
