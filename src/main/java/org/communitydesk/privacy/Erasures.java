package org.communitydesk.privacy;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.communitydesk.conversation.Platform;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows that say who erased whom, when. */
@Component
class Erasures {

  private final JdbcClient jdbc;
  private final Clock clock;

  Erasures(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void open(Subject person, String who) {
    jdbc.sql(
            """
            insert into erasure (pseudonym, platform, author_id, asked_by, asked_at)
            values (?, ?, ?, ?, ?)
            """)
        .params(person.pseudonym(), person.platform().id(), person.authorId(), who, now())
        .update();
  }

  void close(String pseudonym) {
    jdbc.sql("update erasure set author_id = null, done_at = ? where pseudonym = ?")
        .params(now(), pseudonym)
        .update();
  }

  /** The first after that one whose id is still needed; no other node takes it meanwhile. */
  Optional<Open> takeOpen(long after) {
    return jdbc.sql(
            """
            select * from erasure where done_at is null and id > ?
            order by id limit 1 for update skip locked
            """)
        .param(after)
        .query(
            (row, i) ->
                new Open(
                    row.getLong("id"),
                    Platform.of(row.getString("platform")).orElseThrow(),
                    row.getString("author_id"),
                    row.getString("pseudonym")))
        .optional();
  }

  /** Newest first. */
  List<PersonalRecords.Erased> list(int most) {
    return jdbc.sql("select * from erasure order by id desc limit ?")
        .param(most)
        .query(
            (row, i) ->
                new PersonalRecords.Erased(
                    row.getString("pseudonym"),
                    row.getString("platform"),
                    row.getString("asked_by"),
                    instant(row.getObject("asked_at", OffsetDateTime.class)),
                    instant(row.getObject("done_at", OffsetDateTime.class))))
        .list();
  }

  private static Instant instant(OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  record Open(long id, Platform platform, String authorId, String pseudonym) {}
}
