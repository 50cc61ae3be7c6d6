package org.communitydesk.database;

import java.util.List;

/** A sandbox's database outside the sandbox, or the other way round. */
class ForeignDatabase extends RuntimeException {

  private final String action;

  private ForeignDatabase(String message, String action) {
    super(message);
    this.action = action;
  }

  static ForeignDatabase toTheSandbox(List<String> tables) {
    return new ForeignDatabase(
        "the database holds what the sandbox did not make (" + String.join(", ", tables) + ")",
        "Leave out the profile sandbox (SPRING_PROFILES_ACTIVE): its demo people, whose password"
            + " everybody knows, must not come into a database in use. To play, set"
            + " desk.database.directory to a new directory, or spring.datasource.url to an empty"
            + " database.");
  }

  static ForeignDatabase ofTheSandbox() {
    return new ForeignDatabase(
        "the database was made by the sandbox, with demo people whose password everybody knows",
        "Set desk.database.directory to a new directory, or spring.datasource.url to a database of"
            + " its own; to go on playing, start with --spring.profiles.active=sandbox.");
  }

  String action() {
    return action;
  }
}
