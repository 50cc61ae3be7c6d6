package org.communitydesk.sandbox.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.communitydesk.conversation.Platform;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the platforms have to tell the desk, until the desk has taken it. */
@Component
public class Events {

  private static final String COUNTER = "event";
  private static final String OFFERED = "offered/";

  private final JdbcClient jdbc;
  private final Counters counters;
  private final Clock clock;
  private final Bell bell;

  Events(JdbcClient jdbc, Counters counters, Clock clock, Bell bell) {
    this.jdbc = jdbc;
    this.counters = counters;
    this.clock = clock;
    this.bell = bell;
  }

  /** To be called in the transaction in which the event happens. */
  public void add(Platform platform, String lane, LongFunction<ObjectNode> body) {
    long number = counters.next(platform, COUNTER, 500_000_001);
    jdbc.sql(
            """
            insert into sandbox_event (platform, number, lane, body, state, at)
            values (:platform, :number, :lane, :body, 'OPEN', :at)
            """)
        .param("platform", platform.id())
        .param("number", number)
        .param("lane", lane)
        .param("body", Json.write(body.apply(number)))
        .param("at", Times.sql(clock.instant()))
        .update();
    bell.ringAfterCommit();
  }

  /**
   * Something that no event tells: the desk must read the message again to find it. Open until it
   * has been {@link #shown} and the reader has come back.
   */
  public void offer(Platform platform, String entryId) {
    jdbc.sql(
            """
            insert into sandbox_event (platform, number, lane, body, state, not_before, at)
            values (:platform, :number, :lane, '{}', 'OPEN', 'infinity', :at)
            """)
        .param("platform", platform.id())
        .param("number", counters.next(platform, COUNTER, 500_000_001))
        .param("lane", OFFERED + entryId)
        .param("at", Times.sql(clock.instant()))
        .update();
    bell.ringAfterCommit();
  }

  /** The desk is reading these messages as they are now. */
  public void shown(Platform platform, Collection<String> entryIds) {
    if (entryIds.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            update sandbox_event set attempts = 1
            where platform = :platform and lane in (:lanes) and state = 'OPEN'
            """)
        .param("platform", platform.id())
        .param("lanes", entryIds.stream().map(OFFERED::concat).toList())
        .update();
  }

  /** The reader has come back, so it has kept what was shown before. */
  public void confirmShown(Platform platform) {
    jdbc.sql(
            """
            update sandbox_event set state = 'DONE'
            where platform = :platform and not_before = 'infinity' and attempts = 1 and state = 'OPEN'
            """)
        .param("platform", platform.id())
        .update();
  }

  /** The number of the newest event. */
  public long newest(Platform platform) {
    return counters.last(platform, COUNTER);
  }

  /** What a poll brings: open events after that number, in order. */
  public List<Event> after(Platform platform, long number, int limit) {
    return jdbc.sql(
            """
            select * from sandbox_event
            where platform = :platform and number > :number and state = 'OPEN' order by number limit :limit
            """)
        .param("platform", platform.id())
        .param("number", number)
        .param("limit", limit)
        .query(Events::read)
        .list();
  }

  /** The desk has taken everything up to that number. */
  public void confirm(Platform platform, long number) {
    jdbc.sql(
            """
            update sandbox_event set state = 'DONE'
            where platform = :platform and number <= :number and state = 'OPEN'
            """)
        .param("platform", platform.id())
        .param("number", number)
        .update();
  }

  public long open() {
    return jdbc.sql("select count(*) from sandbox_event where state = 'OPEN'")
        .query(Long.class)
        .single();
  }

  public long open(Platform platform) {
    return jdbc.sql(
            "select count(*) from sandbox_event where state = 'OPEN' and platform = :platform")
        .param("platform", platform.id())
        .query(Long.class)
        .single();
  }

  /** The oldest event that is due and first in its lane; locked until the transaction ends. */
  Optional<Event> lock(Collection<String> platforms) {
    if (platforms.isEmpty()) {
      return Optional.empty();
    }
    return jdbc.sql(
            """
            select * from sandbox_event e
            where state = 'OPEN' and platform in (:platforms) and (not_before is null or not_before <= :now)
              and not exists (select 1 from sandbox_event b
                where b.platform = e.platform and b.lane = e.lane and b.seq < e.seq and b.state = 'OPEN')
            order by seq limit 1 for update of e skip locked
            """)
        .param("platforms", platforms)
        .param("now", Times.sql(clock.instant()))
        .query(Events::read)
        .optional();
  }

  void done(Event event) {
    settle(event, "DONE", null, null);
  }

  void expire(Event event, String failure) {
    settle(event, "EXPIRED", null, failure);
  }

  void again(Event event, Instant notBefore, String failure) {
    settle(event, "OPEN", notBefore, failure);
  }

  /** Forgets what was taken long ago. */
  void prune() {
    jdbc.sql(
            """
            delete from sandbox_event where state <> 'OPEN'
              and seq < (select max(seq) - 5000 from sandbox_event)
            """)
        .update();
  }

  private void settle(Event event, String state, Instant notBefore, String failure) {
    jdbc.sql(
            """
            update sandbox_event
            set state = :state, not_before = :notBefore, failure = :failure, attempts = attempts + 1
            where seq = :seq
            """)
        .param("seq", event.seq())
        .param("state", state)
        .param("notBefore", Times.sql(notBefore))
        .param("failure", failure)
        .update();
  }

  private static Event read(ResultSet row, int index) throws SQLException {
    return new Event(
        row.getLong("seq"),
        row.getString("platform"),
        row.getLong("number"),
        row.getString("lane"),
        row.getString("body"),
        row.getInt("attempts"),
        Times.read(row, "at"));
  }
}
