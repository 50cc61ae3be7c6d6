package org.communitydesk.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.communitydesk.loop.Loop;
import org.communitydesk.loop.Loops;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The one connection on which this node hears what any node has changed. */
@Component
class Notifications implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Notifications.class);
  private static final int WAIT_MILLIS = 1_000;
  private static final int SILENCE = 10;
  private static final Duration AFTER_A_BREAK = Duration.ofSeconds(1);

  private final DataSource database;
  private final SseHub sseHub;
  private final Loops loops;
  private Loop thread;
  private volatile boolean running;

  Notifications(DataSource database, SseHub sseHub, Loops loops) {
    this.loops = loops;
    this.database = database;
    this.sseHub = sseHub;
  }

  @Override
  public void start() {
    running = true;
    thread = loops.start("live-listen", "мгновенное обновление открытых страниц", this::listen);
  }

  @Override
  public void stop() {
    running = false;
    thread.stop();
    try {
      if (!thread.join(Duration.ofMillis(3L * WAIT_MILLIS))) {
        log.info("The connection for notifications is left behind");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Listens until the connection breaks; what was said meanwhile is lost, so all read anew. */
  private Duration listen() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("listen desk_live");
      sseHub.tell(new Change.Anything());
      try {
        hear(connection.unwrap(PGConnection.class), statement);
      } finally {
        statement.execute("unlisten desk_live");
      }
    } catch (SQLException | RuntimeException broken) {
      log.warn("Notifications of the database are not heard now: {}", broken.toString());
    }
    return AFTER_A_BREAK;
  }

  private void hear(PGConnection connection, Statement statement) throws SQLException {
    for (int silent = 0; running; silent++) {
      PGNotification[] heard = connection.getNotifications(WAIT_MILLIS);
      if (heard != null && heard.length > 0) {
        silent = 0;
        for (PGNotification one : heard) {
          Change.OfCase.read(one.getParameter()).ifPresent(sseHub::tell);
        }
      } else if (silent >= SILENCE) {
        silent = 0;
        statement.execute("select 1");
      }
    }
  }
}
