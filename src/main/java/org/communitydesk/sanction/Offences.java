package org.communitydesk.sanction;

import static org.communitydesk.sanction.Sql.clean;
import static org.communitydesk.sanction.Sql.instant;
import static org.communitydesk.sanction.Sql.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitydesk.conversation.Violation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the broken rules. */
@Component
class Offences {

  private static final String SELECT =
      """
      select o.*, p.author_id, p.author_name, coalesce(s.rung, least(o.level, 4)) as rung
      from offence o join offender p on p.id = o.offender_id
      left join sanction s on s.id = o.sanction_id
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  Offences(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<Row> find(long id) {
    return jdbc.sql(SELECT + "where o.id = ?").param(id).query(Offences::row).optional();
  }

  Row of(long id) {
    return find(id).orElseThrow(() -> new IllegalStateException("There is no offence " + id));
  }

  /** The same step of a case, or a standing offence by the same message. */
  Optional<Row> same(Report report) {
    return jdbc.sql(
            SELECT
                + """
                where (o.case_id = :case and o.step = :step)
                  or (o.platform = :platform and o.account = :account
                      and o.external_id = :message and not o.withdrawn)
                order by (o.case_id = :case and o.step = :step) desc limit 1
                """)
        .param("case", Long.valueOf(report.caseId()))
        .param("step", clean(report.step()))
        .param("platform", report.offender().account().platform().id())
        .param("account", report.offender().account().name())
        .param("message", clean(report.externalId()))
        .query(Offences::row)
        .optional();
  }

  Row insert(long offender, Report report, LadderPosition.Place place, String evidence) {
    long id =
        jdbc.sql(
                """
                insert into offence (case_id, step, offender_id, platform, account, external_id,
                  written_at, violation, rule, level, sanction_id, climbs, confirmed_by,
                  evidence_id, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                """)
            .params(
                Long.valueOf(report.caseId()),
                clean(report.step()),
                offender,
                report.offender().account().platform().id(),
                report.offender().account().name(),
                clean(report.externalId()),
                utc(report.writtenAt()),
                report.violation().name(),
                report.evidence() == null ? null : clean(report.evidence().rule()),
                place.level(),
                place.on().orElse(null),
                place.on().isEmpty(),
                clean(report.confirmedBy()),
                evidence,
                utc(clock.instant()))
            .query(Long.class)
            .single();
    return of(id);
  }

  /** Newest first. */
  List<Row> ofOffender(long offender) {
    return jdbc.sql(SELECT + "where o.offender_id = ? order by o.id desc")
        .param(offender)
        .query(Offences::row)
        .list();
  }

  /** Those that stand on a sanction, in the order in which they were recorded. */
  List<Row> standingOn(UUID sanction) {
    return jdbc.sql(SELECT + "where o.sanction_id = ? and not o.withdrawn order by o.id")
        .param(sanction)
        .query(Offences::row)
        .list();
  }

  List<Row> allOn(UUID sanction) {
    return jdbc.sql(SELECT + "where o.sanction_id = :id or o.again_of = :id order by o.id")
        .param("id", sanction)
        .query(Offences::row)
        .list();
  }

  /** Those that wait for another sanction in place of a superseded one. */
  List<Row> again(UUID superseded) {
    return jdbc.sql(
            SELECT
                + """
                where o.again_of = ? and o.sanction_id is null and not o.withdrawn order by o.id
                """)
        .param(superseded)
        .query(Offences::row)
        .list();
  }

  /** Those of a ladder that nothing was proposed for yet. */
  List<Row> undecided(List<Long> ladder, int above) {
    return jdbc.sql(
            SELECT
                + """
                where o.offender_id in (:ladder) and o.sanction_id is null and o.again_of is null
                  and not o.withdrawn and o.level > :above order by o.id
                """)
        .param("ladder", ladder)
        .param("above", above)
        .query(Offences::row)
        .list();
  }

  void bind(long id, UUID sanction, boolean climbs) {
    jdbc.sql("update offence set sanction_id = ?, climbs = ?, again_of = null where id = ?")
        .params(sanction, climbs, id)
        .update();
  }

  void loosen(long id, UUID superseded, int level, boolean climbs) {
    jdbc.sql(
            "update offence set sanction_id = null, again_of = ?, level = ?, climbs = ? where id = ?")
        .params(superseded, level, climbs, id)
        .update();
  }

  void move(long id, int level) {
    jdbc.sql("update offence set level = ? where id = ?").params(level, id).update();
  }

  void withdraw(long id) {
    jdbc.sql("update offence set withdrawn = true where id = ?").param(id).update();
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    return new Row(
        new Offence(
            row.getLong("id"),
            row.getString("case_id"),
            row.getString("step"),
            Sql.offender(row),
            row.getString("author_name"),
            row.getString("external_id"),
            instant(row, "written_at"),
            Violation.valueOf(row.getString("violation")),
            row.getString("rule"),
            row.getInt("rung"),
            row.getString("sanction_id"),
            row.getBoolean("climbs"),
            row.getBoolean("withdrawn"),
            row.getString("confirmed_by"),
            instant(row, "recorded_at")),
        row.getLong("offender_id"),
        row.getInt("level"),
        row.getObject("sanction_id", UUID.class),
        row.getObject("again_of", UUID.class),
        row.getString("evidence_id"));
  }

  /** An offence with what only this room knows of it. */
  record Row(
      Offence offence, long offender, int level, UUID sanction, UUID againOf, String evidence) {

    long id() {
      return offence.id();
    }

    Instant writtenAt() {
      return offence.writtenAt();
    }
  }
}
