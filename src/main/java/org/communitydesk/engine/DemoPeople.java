package org.communitydesk.engine;

import static org.communitydesk.engine.StaffGroup.ADMINISTRATORS;
import static org.communitydesk.engine.StaffGroup.ADVOCATES;
import static org.communitydesk.engine.StaffGroup.CONTACT_CENTER;
import static org.communitydesk.engine.StaffGroup.MANAGERS;
import static org.communitydesk.engine.StaffGroup.MODERATORS;
import static org.communitydesk.engine.StaffGroup.PROCESS_OWNERS;
import static org.communitydesk.engine.StaffGroup.SUPERVISORS;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Profile("sandbox")
@Order(Furnishing.PEOPLE)
class DemoPeople extends AbstractProcessEnginePlugin {

  private static final String PASSWORD = "sandbox";
  private static final List<Person> PEOPLE =
      List.of(
          new Person("anna", "Анна", "Соколова", MODERATORS),
          new Person("boris", "Борис", "Ковалёв", MODERATORS),
          new Person("olga", "Ольга", "Медведева", CONTACT_CENTER),
          new Person("maria", "Мария", "Зимина", SUPERVISORS),
          new Person("ivan", "Иван", "Орлов", ADVOCATES),
          new Person("pavel", "Павел", "Фёдоров", PROCESS_OWNERS),
          new Person("elena", "Елена", "Белова", MANAGERS),
          new Person("admin", "Алексей", "Громов", ADMINISTRATORS));

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    IdentityService identity = engine.getIdentityService();
    for (Person person : PEOPLE) {
      if (identity.createUserQuery().userId(person.id()).count() == 0) {
        identity.saveUser(person.asUser(identity));
        identity.createMembership(person.id(), person.group().id());
      }
    }
  }

  /** Such a password is not worth a costly hash. */
  boolean isEverybodysPassword(String password) {
    return PASSWORD.equals(password);
  }

  private record Person(String id, String firstName, String lastName, StaffGroup group) {

    User asUser(IdentityService identity) {
      UserEntity user = (UserEntity) identity.newUser(id);
      user.setFirstName(firstName);
      user.setLastName(lastName);
      user.setSalt("sandbox");
      // No new password in the engine's sense, so that the rules for passwords do not apply.
      user.setDbPassword(PasswordHashes.cheap(PASSWORD, user.getSalt()));
      return user;
    }
  }
}
