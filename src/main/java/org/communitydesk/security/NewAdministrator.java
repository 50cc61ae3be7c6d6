package org.communitydesk.security;

import java.util.List;
import java.util.Optional;

/** What somebody wrote into the form of the first administrator; never null. */
record NewAdministrator(
    String token, String id, String name, String password, String passwordAgain) {

  NewAdministrator {
    token = token.strip();
    id = id.strip();
    name = name.strip();
  }

  /** A sentence for the person; empty when all is well. */
  Optional<String> fault() {
    if (!id.matches("[A-Za-z0-9]{2,64}")) {
      return Optional.of("Логин — от 2 до 64 латинских букв и цифр, без пробелов и знаков.");
    }
    if (name.isEmpty() || name.length() > 100 || name.chars().anyMatch(Character::isISOControl)) {
      return Optional.of("Укажите имя и фамилию, не длиннее 100 знаков.");
    }
    List<PasswordRule> broken = PasswordRule.broken(password, List.of(id, name));
    if (!broken.isEmpty()) {
      return Optional.of(broken.get(0).sentence());
    }
    if (!password.equals(passwordAgain)) {
      return Optional.of("Пароли не совпадают.");
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return "NewAdministrator[" + id + "]";
  }
}
