package org.communitydesk.sanction;

import static org.communitydesk.sanction.Sql.clean;
import static org.communitydesk.sanction.Sql.instant;
import static org.communitydesk.sanction.Sql.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Violation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the sanctions. */
@Component
class Sanctions {

  static final String SELECT =
      """
      select s.*, p.platform, p.account, p.author_id, p.author_name
      from sanction s join offender p on p.id = s.offender_id
      """;

  /** As {@link Sanction#termEndsAt}. */
  static final String TERM_ENDS_AT =
      """
      coalesce(s.until_at, case when s.days > 0
        then coalesce(s.from_at, s.created_at) + make_interval(hours => 24 * s.days) end)
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  Sanctions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<Row> find(String id) {
    return Sql.uuid(id)
        .flatMap(
            uuid ->
                jdbc.sql(SELECT + "where s.id = ?").param(uuid).query(Sanctions::row).optional());
  }

  Row of(String id) {
    return find(id).orElseThrow(() -> new IllegalStateException("There is no sanction " + id));
  }

  /** The steps that count on a ladder, lowest first. */
  LadderPosition rungs(List<Long> ladder) {
    return new LadderPosition(
        jdbc.sql(
                """
                select id, level, written_at, known_at, pending,
                  measure <> 'WARNING' and days is null and state <> 'ENDED' as for_ever
                from sanction where offender_id in (:ladder) and (state <> 'REVOKED' or pending)
                  and level > 0
                order by level, no
                """)
            .param("ladder", ladder)
            .query(
                (row, i) ->
                    new LadderPosition.Step(
                        row.getObject("id", UUID.class),
                        row.getInt("level"),
                        instant(row, "written_at"),
                        instant(row, "known_at"),
                        row.getBoolean("for_ever"),
                        row.getBoolean("pending")))
            .list());
  }

  UUID insert(Offences.Row offence, Decision decision) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into sanction (id, offender_id, rung, level, measure, days, state, violation,
              case_id, written_at, table_version, proposed_by, decided_by, created_at)
            values (?, ?, ?, ?, ?, ?, 'PROPOSED', ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            offence.offender(),
            LadderPosition.rung(offence.level()),
            offence.level(),
            decision.measure().name(),
            decision.days(),
            offence.offence().violation().name(),
            Long.valueOf(offence.offence().caseId()),
            utc(offence.writtenAt()),
            clean(decision.tableVersion()),
            offence.offence().confirmedBy(),
            clean(decision.decidedBy()),
            utc(clock.instant()))
        .update();
    return id;
  }

  /** A ban that was set past the desk and takes no step. */
  UUID adopt(long offender, Measure measure, Instant from, Instant until, String who, String file) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into sanction (id, offender_id, rung, level, measure, state, from_at, until_at,
              case_id, written_at, enforced_by, decided_by, created_at)
            values (:id, :offender, 0, 0, :measure, 'RUNNING', :from, :until, :case, :from, 'HAND',
              :who, :now)
            """)
        .param("id", id)
        .param("offender", offender)
        .param("measure", measure.name())
        .param("from", utc(from))
        .param("until", utc(until))
        .param("case", file == null ? null : Long.valueOf(file))
        .param("who", clean(who))
        .param("now", utc(clock.instant()))
        .update();
    return id;
  }

  /** Puts a new sanction in the place of a superseded one. */
  void follow(UUID superseded, UUID follower) {
    jdbc.sql(
            """
            update sanction n set from_at = o.from_at, known_at = o.known_at,
              written_at = o.written_at
            from sanction o where n.id = ? and o.id = ?
            """)
        .params(follower, superseded)
        .update();
    jdbc.sql("update sanction set pending = false, replaced_by = ? where id = ?")
        .params(follower, superseded)
        .update();
  }

  void apply(UUID id, EnforcedBy by, Instant from, Instant until, boolean newTerm) {
    jdbc.sql(
            """
            update sanction set state = 'RUNNING', enforced_by = ?, from_at = ?, until_at = ?,
              version = version + ? where id = ?
            """)
        .params(by.name(), utc(from), utc(until), newTerm ? 1 : 0, id)
        .update();
  }

  void close(UUID id, Sanction.State state, boolean pending) {
    jdbc.sql(
            """
            update sanction set state = ?, pending = ?, ended_at = coalesce(ended_at, ?)
            where id = ?
            """)
        .params(state.name(), pending, utc(clock.instant()), id)
        .update();
  }

  void vacate(UUID id) {
    jdbc.sql("update sanction set pending = false where id = ?").param(id).update();
  }

  void move(UUID id, int level) {
    jdbc.sql("update sanction set level = ? where id = ?").params(level, id).update();
  }

  void told(UUID id, String externalId, Instant at) {
    jdbc.sql(
            """
            update sanction set notice_at = coalesce(notice_at, :at),
              known_at = coalesce(known_at, :at),
              notice_external_id = coalesce(notice_external_id, :message) where id = :id
            """)
        .param("at", utc(at))
        .param("message", clean(externalId))
        .param("id", id)
        .update();
  }

  Optional<Row> byNotice(Account account, String externalId) {
    return jdbc.sql(
            SELECT
                + """
                where s.notice_external_id = ? and p.platform = ? and p.account = ?
                order by s.no desc limit 1
                """)
        .params(clean(externalId), account.platform().id(), account.name())
        .query(Sanctions::row)
        .optional();
  }

  /** What else keeps the person out on the platform, or is to do so; the longest first. */
  List<Row> others(Row row, Instant now) {
    return jdbc.sql(
            SELECT
                + """
                where s.offender_id = :offender and s.id <> :id and s.measure <> 'WARNING'
                  and s.state in ('PROPOSED', 'RUNNING') and s.enforced_by is distinct from 'LOCAL'
                  and coalesce(%1$s > :now, true)
                order by %1$s desc nulls first, s.no desc
                """
                    .formatted(TERM_ENDS_AT))
        .param("offender", row.offender())
        .param("id", row.id())
        .param("now", utc(now))
        .query(Sanctions::row)
        .list();
  }

  Optional<Row> running(long offender, Instant now) {
    OffsetDateTime at = utc(now);
    return jdbc.sql(
            SELECT
                + """
                where s.offender_id = :offender and s.state = 'RUNNING' and s.measure <> 'WARNING'
                  and s.from_at <= :at and (s.until_at is null or s.until_at > :at)
                order by s.until_at desc nulls first, s.no desc limit 1
                """)
        .param("offender", offender)
        .param("at", at)
        .query(Sanctions::row)
        .optional();
  }

  /** Newest first. */
  List<Row> ofOffender(long offender) {
    return jdbc.sql(SELECT + "where s.offender_id = ? order by s.no desc")
        .param(offender)
        .query(Sanctions::row)
        .list();
  }

  static Row row(ResultSet row, int index) throws SQLException {
    return new Row(
        new Sanction(
            row.getString("id"),
            Sql.offender(row),
            row.getString("author_name"),
            row.getInt("rung"),
            Measure.valueOf(row.getString("measure")),
            row.getObject("days", Integer.class),
            Sanction.State.valueOf(row.getString("state")),
            instant(row, "from_at"),
            instant(row, "until_at"),
            row.getString("violation") == null
                ? null
                : Violation.valueOf(row.getString("violation")),
            row.getString("case_id"),
            row.getString("enforced_by") == null
                ? null
                : EnforcedBy.valueOf(row.getString("enforced_by")),
            row.getInt("version"),
            row.getString("proposed_by"),
            row.getString("decided_by"),
            instant(row, "notice_at"),
            row.getString("notice_external_id"),
            instant(row, "created_at"),
            instant(row, "ended_at")),
        row.getObject("id", UUID.class),
        row.getLong("offender_id"),
        row.getInt("level"),
        row.getBoolean("pending"));
  }

  /** A sanction with what only this room knows of it. */
  record Row(Sanction sanction, UUID id, long offender, int level, boolean pending) {

    Sanction.State state() {
      return sanction.state();
    }
  }
}
