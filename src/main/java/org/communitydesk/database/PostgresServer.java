package org.communitydesk.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** A PostgreSQL server on a directory of this machine; whoever started it also stops it. */
final class PostgresServer implements AutoCloseable {

  private static final int LINE_OF_PORT = 3;

  private final int port;
  private final Password password;
  private final List<Closeable> started;

  private PostgresServer(int port, Password password, Closeable... started) {
    this.port = port;
    this.password = password;
    this.started = List.of(started);
  }

  /**
   * Starts the server on what an earlier run left in the directory, or on a new database.
   *
   * @throws DirectoryInUse when another application holds the directory
   */
  static PostgresServer start(Path configured) {
    Path directory = configured.toAbsolutePath().normalize();
    try {
      Files.createDirectories(directory.getParent());
      DirectoryLock lock = DirectoryLock.on(directory);
      try {
        Orphan.stopIn(directory);
        Password password = Password.of(directory);
        EmbeddedPostgres postgres = launch(directory, password);
        try {
          if (HostRules.trust(directory)) {
            HostRules.close(directory, jdbcUrl(postgres.getPort()), password.value());
          }
          password.settle();
        } catch (IOException | RuntimeException failure) {
          postgres.close();
          throw failure;
        }
        return new PostgresServer(postgres.getPort(), password, postgres, lock);
      } catch (IOException | RuntimeException failure) {
        lock.close();
        throw failure;
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot start the database in " + directory, failure);
    }
  }

  /**
   * Uses the server that another application has started in the directory, or starts one.
   *
   * @throws DirectoryInUse when the other one is still starting
   */
  static PostgresServer joinOrStart(Path configured) {
    try {
      return start(configured);
    } catch (DirectoryInUse running) {
      Path directory = configured.toAbsolutePath().normalize();
      try {
        List<String> lines = Files.readAllLines(directory.resolve("postmaster.pid"));
        int port = Integer.parseInt(lines.get(LINE_OF_PORT).strip());
        return new PostgresServer(port, Password.of(directory));
      } catch (IOException | IndexOutOfBoundsException | NumberFormatException starting) {
        running.addSuppressed(starting);
        throw running;
      }
    }
  }

  String jdbcUrl() {
    return jdbcUrl(port);
  }

  /** What the server asks for. */
  String password() {
    return password.value();
  }

  private static String jdbcUrl(int port) {
    return "jdbc:postgresql://localhost:" + port + "/postgres";
  }

  @Override
  public void close() throws IOException {
    for (Closeable each : started) {
      each.close();
    }
  }

  private static EmbeddedPostgres launch(Path directory, Password password) throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(directory)
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(binaries(directory).toFile())
            .setRegisterShutdownHook(false)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("max_connections", "200")
            .setServerConfig("listen_addresses", "localhost")
            .setServerConfig("unix_socket_directories", "")
            .setConnectConfig("password", password.value())
            // Further words for initdb, the last of which count.
            .setLocaleConfig("auth", "scram-sha-256")
            .setLocaleConfig("pwfile", password.file().toString())
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8")
            .setPGStartupWait(Duration.ofSeconds(60));
    withRussianLetters(builder);
    return builder.start();
  }

  private static Path binaries(Path directory) throws IOException {
    return OwnerOnly.directory(directory.resolveSibling("postgres-binaries")).resolve("unpacked");
  }

  // Full-text search folds the case of Cyrillic only under a UTF-8 ctype of the system's library.
  private static void withRussianLetters(EmbeddedPostgres.Builder builder) {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.contains("linux")) {
      builder.setLocaleConfig("locale", "C.UTF-8");
    } else if (system.contains("mac")) {
      builder.setLocaleConfig("locale", "en_US.UTF-8");
    }
  }
}
