package org.communitydesk.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** {@code pg_hba.conf}: who is let in how. Earlier versions let in everybody on this machine. */
final class HostRules {

  private static final String RULES =
      """
      # Written by Community Desk: by password only, from this machine only.
      host all all 127.0.0.1/32 scram-sha-256
      host all all ::1/128      scram-sha-256
      """;

  private HostRules() {}

  static Path of(Path directory) {
    return directory.resolve("pg_hba.conf");
  }

  static boolean trust(Path directory) throws IOException {
    return Files.exists(of(directory))
        && Files.readAllLines(of(directory)).stream()
            .map(String::strip)
            .anyMatch(line -> !line.startsWith("#") && line.endsWith("trust"));
  }

  /** Gives the running server a password while it still asks for none, then lets it ask. */
  static void close(Path directory, String url, String password) throws IOException {
    // Letters, digits, - and _: nothing that a literal would end at.
    try (Connection connection = DriverManager.getConnection(url, "postgres", password);
        Statement statement = connection.createStatement()) {
      statement.execute("set password_encryption = 'scram-sha-256'");
      statement.execute("alter user postgres password '" + password + "'");
      Path next = directory.resolve("pg_hba.conf.next");
      Files.writeString(next, RULES);
      Files.move(next, of(directory), StandardCopyOption.REPLACE_EXISTING);
      statement.execute("select pg_reload_conf()");
    } catch (SQLException failure) {
      throw new IOException("the database got no password", failure);
    }
  }
}
