package org.communitydesk.engine;

import jakarta.ws.rs.ClientErrorException;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyResult;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.communitydesk.security.TryLater;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * The engine's people, with the desk's way to check passwords; logins end when what they rest on is
 * changed. The webapps, the engine's REST and our own code all come through here.
 */
class DeskIdentity extends IdentityServiceImpl {

  private final Passwords passwords;
  private final Credentials credentials;
  private final Logins logins;

  DeskIdentity(Passwords passwords, Credentials credentials, Logins logins) {
    this.passwords = passwords;
    this.credentials = credentials;
    this.logins = logins;
  }

  @Override
  public boolean checkPassword(String person, String password) {
    try {
      var known = passwords.check(person, password);
      known.ifPresent(logins::prove);
      return known.isPresent();
    } catch (TryLater later) {
      logins.addToAnswer(HttpHeaders.RETRY_AFTER, String.valueOf(later.seconds()));
      throw new ClientErrorException(
          later.getMessage(), HttpStatus.TOO_MANY_REQUESTS.value(), later);
    }
  }

  @Override
  public PasswordPolicyResult checkPasswordAgainstPolicy(
      PasswordPolicy policy, String password, User user) {
    PasswordPolicyResult result = super.checkPasswordAgainstPolicy(policy, password, user);
    boolean saving = Context.getCommandContext() != null;
    if (saving && !result.isValid()) {
      // The engine itself would answer 500 without saying which rule.
      throw new BadUserRequestException(
          result.getViolatedRules().stream()
              .map(PasswordPolicyRule::getPlaceholder)
              .collect(Collectors.joining(" ")));
    }
    return result;
  }

  @Override
  public void saveUser(User user, boolean skipPasswordPolicy) {
    boolean another = user instanceof UserEntity entity && entity.hasNewPassword();
    super.saveUser(user, skipPasswordPolicy);
    if (another) {
      logins.passwordChanged((UserEntity) user);
    }
    credentials.forget(user.getId());
  }

  @Override
  public void deleteUser(String userId) {
    super.deleteUser(userId);
    credentials.forget(userId);
  }

  @Override
  public void unlockUser(String userId) {
    super.unlockUser(userId);
    credentials.forget(userId);
  }

  @Override
  public void createMembership(String userId, String groupId) {
    super.createMembership(userId, groupId);
    credentials.forget(userId);
  }

  @Override
  public void deleteMembership(String userId, String groupId) {
    super.deleteMembership(userId, groupId);
    credentials.forget(userId);
  }

  @Override
  public void deleteGroup(String groupId) {
    super.deleteGroup(groupId);
    credentials.forgetAll();
  }
}
