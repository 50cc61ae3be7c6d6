package org.communitydesk.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

class PostgresServerTest {

  @Test
  void keepsWhatAnEarlierRunWrote() throws Exception {
    Path directory = fresh("kept");
    try (PostgresServer first = PostgresServer.start(directory)) {
      ask(first, "create table kept as select 1 as one; select 1");
    }
    try (PostgresServer second = PostgresServer.start(directory)) {
      assertThat(ask(second, "select one from kept")).isEqualTo("1");
    }
  }

  @Test
  void writesThroughToTheDiskAndKnowsRussianLetters() throws Exception {
    try (PostgresServer server = PostgresServer.start(fresh("settings"))) {
      assertThat(ask(server, "show fsync")).isEqualTo("on");
      assertThat(ask(server, "show synchronous_commit")).isEqualTo("on");
      assertThat(ask(server, "select lower('ЁЛКА')")).isEqualTo("ёлка");
      assertThat(ask(server, "select to_tsvector('russian', 'КАРТЫ') @@ 'карт'")).isEqualTo("t");
    }
  }

  @Test
  void refusesADirectoryThatALivingAppUsesAndTakesItOverWhenThatWasKilled() throws Exception {
    Path directory = fresh("orphan");
    Process app = start(directory);
    long orphan = Long.parseLong(Files.readAllLines(directory.resolve("postmaster.pid")).get(0));

    assertThatExceptionOfType(DirectoryInUse.class)
        .isThrownBy(() -> PostgresServer.start(directory))
        .withMessageContaining("another Community Desk is using");

    app.destroyForcibly().waitFor();
    assertThat(ProcessHandle.of(orphan)).isPresent();

    try (PostgresServer server = PostgresServer.start(directory)) {
      assertThat(ask(server, "select word from kept")).isEqualTo("слово");
      assertThat(ProcessHandle.of(orphan)).isEmpty();
    }
  }

  @Test
  void takesAPidFileOfAStrangerForWhatItIs() throws Exception {
    Path directory = fresh("stranger");
    PostgresServer.start(directory).close();
    Files.writeString(
        directory.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\nstale\n");
    try (PostgresServer server = PostgresServer.start(directory)) {
      assertThat(ask(server, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void saysInOneSentenceWhatToDoWhenTheDirectoryIsInUse() {
    var analysis =
        new DirectoryInUseAnalyzer().analyze(new DirectoryInUse(Path.of("/srv/desk/postgres")));
    assertThat(analysis.getDescription())
        .isEqualTo("another Community Desk is using the database in /srv/desk/postgres.");
    assertThat(analysis.getAction()).startsWith("Stop it, or set desk.database.directory");
  }

  private static Path fresh(String name) throws IOException {
    Path directory = Path.of("target", "postgres-" + name).toAbsolutePath();
    FileSystemUtils.deleteRecursively(directory);
    return directory;
  }

  private static Process start(Path directory) throws IOException {
    Process app =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                RunningApp.class.getName(),
                directory.toString())
            .redirectErrorStream(true)
            .start();
    BufferedReader output = app.inputReader(StandardCharsets.UTF_8);
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.equals("ready")) {
        return app;
      }
    }
    throw new IOException("the app ended before it was ready");
  }

  private static String ask(PostgresServer server, String query) throws SQLException {
    try (var connection = DriverManager.getConnection(server.jdbcUrl(), "postgres", "");
        var statement = connection.createStatement()) {
      statement.execute(query);
      while (statement.getResultSet() == null) {
        statement.getMoreResults();
      }
      var rows = statement.getResultSet();
      rows.next();
      return rows.getString(1);
    }
  }
}
