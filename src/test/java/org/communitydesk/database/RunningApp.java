package org.communitydesk.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A program of its own that keeps one word in the database and then waits to be killed. */
final class RunningApp {

  private RunningApp() {}

  public static void main(String[] arguments) throws IOException, SQLException {
    PostgresServer server = PostgresServer.start(Path.of(arguments[0]));
    try (var connection =
            DriverManager.getConnection(server.jdbcUrl(), "postgres", server.password());
        var statement = connection.createStatement()) {
      statement.execute("create table kept as select 'слово' as word");
    }
    System.out.println("ready");
    System.in.read();
  }
}
