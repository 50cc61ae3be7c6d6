package org.communitydesk.sandbox.world;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.communitydesk.conversation.Platform;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The calls that the desk has made to the platforms; tokens never stand in it. */
@Component
public class CallLog {

  /**
   * One call.
   *
   * @param path within the platform's API
   * @param status null when the platform gave no answer
   */
  public record Line(Instant at, String method, String path, Integer status) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  CallLog(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public void add(Platform platform, String method, String path, Integer status) {
    jdbc.sql(
            """
            insert into sandbox_call (platform, at, method, path, status)
            values (:platform, :at, :method, :path, :status)
            """)
        .param("platform", platform.id())
        .param("at", Times.sql(clock.instant()))
        .param("method", method)
        .param("path", path)
        .param("status", status)
        .update();
  }

  /** The newest 1,000 in the order of calling. */
  public List<Line> newest(Platform platform) {
    return jdbc.sql(
            """
            select * from (select * from sandbox_call where platform = :platform order by seq desc limit 1000) as newest
            order by seq
            """)
        .param("platform", platform.id())
        .query(
            (row, i) ->
                new Line(
                    Times.read(row, "at"),
                    row.getString("method"),
                    row.getString("path"),
                    row.getObject("status", Integer.class)))
        .list();
  }

  /** How many calls were made after that time, of those that are still kept. */
  public long since(Platform platform, Instant time) {
    return jdbc.sql("select count(*) from sandbox_call where platform = :platform and at > :time")
        .param("platform", platform.id())
        .param("time", Times.sql(time))
        .query(Long.class)
        .single();
  }

  void prune() {
    jdbc.sql("delete from sandbox_call where seq < (select max(seq) - 20000 from sandbox_call)")
        .update();
  }
}
