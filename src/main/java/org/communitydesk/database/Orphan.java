package org.communitydesk.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server whose application was killed: it still runs, or its pid file still lies about. */
final class Orphan {

  private static final Logger log = LoggerFactory.getLogger(Orphan.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Orphan() {}

  /** Only whoever holds the {@link DirectoryLock} may call this. */
  static void stopIn(Path directory) throws IOException {
    Path pidFile = directory.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    Optional<ProcessHandle> server = process(pidFile).filter(Orphan::isPostgres);
    if (server.isPresent()) {
      log.info("Stopping the database server {} left behind in {}", server.get().pid(), directory);
      stop(server.get());
    }
    // The number may meanwhile belong to a stranger, which would make PostgreSQL refuse to start.
    Files.deleteIfExists(pidFile);
  }

  private static Optional<ProcessHandle> process(Path pidFile) throws IOException {
    List<String> lines = Files.readAllLines(pidFile);
    if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,18}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
  }

  private static boolean isPostgres(ProcessHandle process) {
    ProcessHandle.Info info = process.info();
    String program = info.command().or(info::commandLine).orElse("");
    return program.contains("postgres");
  }

  private static void stop(ProcessHandle server) throws IOException {
    server.destroy();
    try {
      server.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException stillThere) {
      throw new IOException(
          "the database server left behind (process " + server.pid() + ") does not stop",
          stillThere);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }
}
