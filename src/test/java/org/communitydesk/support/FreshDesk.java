package org.communitydesk.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * A free port, kept as the system property {@code server.port}, an empty database, a contact
 * center.
 */
class FreshDesk implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final Path DATABASE = Path.of("target", "postgres-test");

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    try {
      if (System.getProperty("server.port") == null) {
        System.setProperty("server.port", String.valueOf(freePort()));
        stopServerOfKilledRun();
        FileSystemUtils.deleteRecursively(DATABASE);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    TestPropertyValues.of("desk.database.directory=" + DATABASE)
        // Nobody pulls the plug of a test.
        .and("spring.datasource.hikari.connection-init-sql=set synchronous_commit = off")
        .and(ContactCenter.settings())
        .applyTo(context);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void stopServerOfKilledRun() throws IOException {
    Path pidFile = DATABASE.resolve("postmaster.pid");
    if (Files.exists(pidFile)) {
      ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).get(0)))
          .filter(server -> server.info().command().orElse("").endsWith("postgres"))
          .ifPresent(
              server -> {
                server.destroy();
                server.onExit().join();
              });
    }
  }
}
