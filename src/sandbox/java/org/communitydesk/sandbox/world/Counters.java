package org.communitydesk.sandbox.world;

import org.communitydesk.conversation.Platform;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Numbers that only grow, also over a restart and a new play: an id is never given twice. */
@Component
public class Counters {

  private final JdbcClient jdbc;

  Counters(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The next number; the first one is {@code first}. */
  public long next(Platform platform, String name, long first) {
    return jdbc.sql(
            """
            insert into sandbox_counter (platform, name, value) values (:platform, :name, :first)
            on conflict (platform, name) do update set value = sandbox_counter.value + 1
            returning value
            """)
        .param("platform", platform.id())
        .param("name", name)
        .param("first", first)
        .query(Long.class)
        .single();
  }

  /** The number given last; 0 when none was. */
  public long last(Platform platform, String name) {
    return jdbc.sql("select value from sandbox_counter where platform = :platform and name = :name")
        .param("platform", platform.id())
        .param("name", name)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /** Until the end of the transaction nobody else changes this platform. */
  public void alone(Platform platform) {
    jdbc.sql("select 1 from (select pg_advisory_xact_lock(7719, hashtext(:platform))) as locked")
        .param("platform", platform.id())
        .query(Integer.class)
        .single();
  }
}
