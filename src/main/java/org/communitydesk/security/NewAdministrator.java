package org.communitydesk.security;

import java.util.Optional;

/** What somebody wrote into the form of the first administrator; never null. */
record NewAdministrator(
    String token, String id, String name, String password, String passwordAgain) {

  private static final int SHORTEST_PASSWORD = 14;
  private static final int LONGEST_PASSWORD = 200;
  private static final int FEWEST_DIFFERENT = 5;

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
    if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
      return Optional.of("Пароль короче " + SHORTEST_PASSWORD + " знаков.");
    }
    if (password.length() > LONGEST_PASSWORD) {
      return Optional.of("Пароль длиннее " + LONGEST_PASSWORD + " знаков.");
    }
    if (password.codePoints().distinct().count() < FEWEST_DIFFERENT) {
      return Optional.of("В пароле слишком мало разных знаков.");
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
