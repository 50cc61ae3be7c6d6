package org.communitydesk.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
  void letsInByPasswordOnly() throws Exception {
    Path directory = fresh("password");
    try (PostgresServer server = PostgresServer.start(directory)) {
      refuses(server);
      assertThat(ask(server, "show listen_addresses")).isEqualTo("localhost");
      assertThat(ask(server, "show unix_socket_directories")).isEmpty();
      assertThat(sockets(server)).isEmpty();
      Path kept = directory.resolve("desk.password");
      assertThat(kept).hasContent(server.password());
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
          .isEqualTo("rw-------");
      assertThat(directory.resolveSibling("postgres-password.password")).doesNotExist();
      assertThat(server.password()).hasSizeGreaterThan(40);
    }
  }

  @Test
  void closesADirectoryThatAnEarlierVersionLeftOpen() throws Exception {
    Path directory = fresh("open");
    EmbeddedPostgres.builder()
        .setDataDirectory(directory)
        .setCleanDataDirectory(false)
        .setOverrideWorkingDirectory(
            directory.resolveSibling("postgres-binaries").resolve("unpacked").toFile())
        .start()
        .close();
    assertThat(HostRules.trust(directory)).isTrue();
    String password;
    try (PostgresServer server = PostgresServer.start(directory)) {
      refuses(server);
      assertThat(ask(server, "create table kept as select 1 as one; select one from kept"))
          .isEqualTo("1");
      password = server.password();
    }
    try (PostgresServer again = PostgresServer.start(directory)) {
      refuses(again);
      assertThat(again.password()).isEqualTo(password);
      assertThat(ask(again, "select one from kept")).isEqualTo("1");
    }
    Files.delete(directory.resolve("desk.password"));
    assertThatThrownBy(() -> PostgresServer.start(directory))
        .rootCause()
        .hasMessageContaining("desk.password is missing: put it back");
    Files.writeString(HostRules.of(directory), "host all all 127.0.0.1/32 trust\n");
    try (PostgresServer anew = PostgresServer.start(directory)) {
      refuses(anew);
      assertThat(anew.password()).isNotEqualTo(password);
      assertThat(ask(anew, "select one from kept")).isEqualTo("1");
    }
  }

  private static void refuses(PostgresServer server) {
    for (String wrong : new String[] {"", "postgres", server.password() + "x"}) {
      for (String address :
          new String[] {server.jdbcUrl(), server.jdbcUrl().replace("localhost", "127.0.0.1")}) {
        assertThatThrownBy(() -> DriverManager.getConnection(address, "postgres", wrong).close())
            .as("password %s", wrong)
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("password");
      }
    }
  }

  private static List<Path> sockets(PostgresServer server) throws IOException {
    String port = server.jdbcUrl().replaceAll("\\D+", "");
    List<Path> found = new ArrayList<>();
    for (String place : new String[] {"/tmp", "/var/run/postgresql", "/run/postgresql"}) {
      Path socket = Path.of(place, ".s.PGSQL." + port);
      if (Files.exists(socket)) {
        found.add(socket);
      }
    }
    return found;
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
    try (var connection =
            DriverManager.getConnection(server.jdbcUrl(), "postgres", server.password());
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
