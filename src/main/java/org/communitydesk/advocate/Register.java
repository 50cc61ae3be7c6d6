package org.communitydesk.advocate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.communitydesk.conversation.Platform;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the register. */
@Component
class Register {

  private final JdbcClient jdbc;

  Register(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty when somebody whose consent was not withdrawn has that account. */
  Optional<String> add(Registration given, String who, Instant at) {
    return jdbc.sql(
            """
            insert into advocate (name, platform, account_id, disclosure, consent_from,
              consent_until, registered_by, registered_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (platform, account_id) where withdrawn_at is null do nothing
            returning id::text
            """)
        .params(
            given.name(),
            given.platform().id(),
            given.accountId(),
            given.disclosure(),
            utc(given.consentFrom()),
            utc(given.consentUntil()),
            who,
            utc(at))
        .query(String.class)
        .optional();
  }

  Optional<Advocate> find(String id) {
    return number(id)
        .flatMap(
            known ->
                jdbc.sql("select * from advocate where id = ?")
                    .param(known)
                    .query(Register::advocate)
                    .optional());
  }

  /** By name. */
  List<Advocate> all() {
    return jdbc.sql("select * from advocate order by name, id").query(Register::advocate).list();
  }

  void prolong(String id, Instant until) {
    jdbc.sql("update advocate set consent_until = ? where id = ?")
        .params(utc(until), Long.valueOf(id))
        .update();
  }

  void withdraw(String id, String who, Instant at) {
    jdbc.sql(
            "update advocate set withdrawn_at = ?, withdrawn_by = ? where id = ? and withdrawn_at is null")
        .params(utc(at), who, Long.valueOf(id))
        .update();
  }

  void addPost(String caseId, Advocate by, String url, String text, String objection, Instant at) {
    jdbc.sql(
            """
            insert into advocate_post (case_id, advocate_id, url, text, objection, recorded_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(Long.valueOf(caseId), Long.valueOf(by.id()), url, text, objection, utc(at))
        .update();
  }

  void settle(String caseId, boolean settled, Instant at) {
    jdbc.sql(
            """
            update advocate_post set settled = ?, settled_at = ?
            where case_id = ? and settled is null
            """)
        .params(settled, utc(at), Long.valueOf(caseId))
        .update();
  }

  /** Newest first. */
  List<AdvocatePost> posts(String id, int limit) {
    return jdbc.sql("select * from advocate_post where advocate_id = ? order by id desc limit ?")
        .params(Long.valueOf(id), limit)
        .query(Register::post)
        .list();
  }

  /** By the advocate's id; those who posted nothing are absent. */
  Map<String, Outcomes> outcomes() {
    return jdbc
        .sql(
            """
            select advocate_id::text as id, count(*) as posts, count(*) filter (where settled) as good,
              count(*) filter (where not settled) as bad,
              count(*) filter (where settled is null) as open
            from advocate_post group by advocate_id
            """)
        .query(
            (row, i) ->
                Map.entry(
                    row.getString("id"),
                    new Outcomes(
                        row.getInt("posts"),
                        row.getInt("good"),
                        row.getInt("bad"),
                        row.getInt("open"))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Advocate advocate(ResultSet row, int index) throws SQLException {
    return new Advocate(
        row.getString("id"),
        row.getString("name"),
        Platform.of(row.getString("platform")).orElseThrow(),
        row.getString("account_id"),
        row.getString("disclosure"),
        instant(row, "consent_from"),
        instant(row, "consent_until"),
        instant(row, "withdrawn_at"),
        row.getString("registered_by"),
        instant(row, "registered_at"));
  }

  private static AdvocatePost post(ResultSet row, int index) throws SQLException {
    return new AdvocatePost(
        row.getLong("id"),
        row.getString("case_id"),
        row.getString("advocate_id"),
        row.getString("url"),
        row.getString("text"),
        row.getString("objection"),
        instant(row, "recorded_at"),
        row.getObject("settled", Boolean.class),
        instant(row, "settled_at"));
  }

  private static Optional<Long> number(String id) {
    return id != null && id.matches("[0-9]{1,18}")
        ? Optional.of(Long.valueOf(id))
        : Optional.empty();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
