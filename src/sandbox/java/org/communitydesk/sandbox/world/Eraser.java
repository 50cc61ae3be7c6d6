package org.communitydesk.sandbox.world;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the platforms empty. Counters stay: an id of an earlier play is never given again. */
@Component
public class Eraser {

  private final JdbcClient jdbc;

  Eraser(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What was not delivered yet is not delivered any more. */
  public void forgetEvents() {
    jdbc.sql("delete from sandbox_event").update();
  }

  public void clear() {
    List.of("entry", "post", "person", "picture", "ban", "event", "call", "fault", "value")
        .forEach(table -> jdbc.sql("delete from sandbox_" + table).update());
  }
}
