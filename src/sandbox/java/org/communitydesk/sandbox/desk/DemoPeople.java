package org.communitydesk.sandbox.desk;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.communitydesk.engine.PublicPasswords;
import org.communitydesk.security.Pbkdf2;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** One person of each group, before the nodes that start at the same time may go on. */
@Component
@Order(100)
class DemoPeople extends AbstractProcessEnginePlugin implements PublicPasswords {

  private static final String PASSWORD = "sandbox";
  private static final List<Person> PEOPLE =
      List.of(
          new Person("anna", "Анна", "Соколова", "moderators"),
          new Person("boris", "Борис", "Ковалёв", "moderators"),
          new Person("olga", "Ольга", "Медведева", "contact-center"),
          new Person("maria", "Мария", "Зимина", "supervisors"),
          new Person("ivan", "Иван", "Орлов", "advocates"),
          new Person("pavel", "Павел", "Фёдоров", "process-owners"),
          new Person("elena", "Елена", "Белова", "managers"),
          new Person("admin", "Алексей", "Громов", "camunda-admin"));

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    IdentityService identity = engine.getIdentityService();
    for (Person person : PEOPLE) {
      if (identity.createUserQuery().userId(person.id()).count() == 0) {
        identity.saveUser(person.asUser(identity));
        identity.createMembership(person.id(), person.group());
      }
    }
  }

  @Override
  public boolean contains(String password) {
    return PASSWORD.equals(password);
  }

  private record Person(String id, String firstName, String lastName, String group) {

    User asUser(IdentityService identity) {
      UserEntity user = (UserEntity) identity.newUser(id);
      user.setFirstName(firstName);
      user.setLastName(lastName);
      user.setSalt(PASSWORD);
      // No new password in the engine's sense, so that the rules for passwords do not apply.
      user.setDbPassword(
          "{PBKDF2-SHA512}"
              + Pbkdf2.hash(EncryptionUtil.saltPassword(PASSWORD, user.getSalt()), 1));
      return user;
    }
  }
}
