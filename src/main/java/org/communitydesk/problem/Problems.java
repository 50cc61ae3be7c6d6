package org.communitydesk.problem;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Platform;
import org.communitydesk.database.AdvisoryLock;
import org.communitydesk.problem.Likeness.Like;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds incidents and keeps what is known of them. */
@Component
@Transactional
public class Problems {

  private final JdbcClient jdbc;
  private final Likeness likeness;
  private final Clock clock;

  Problems(JdbcClient jdbc, Likeness likeness, Clock clock) {
    this.jdbc = jdbc;
    this.likeness = likeness;
    this.clock = clock;
  }

  /**
   * Looks whether a fresh case speaks of what many others speak of. Most of those like it belong to
   * one open incident: it joins. Enough of them belong to none: a new one begins. Nodes take turns.
   *
   * @param enough how many cases make an incident, the fresh one among them
   * @param window how long before the fresh one they count
   * @param percent how alike two texts must be, see {@link Likeness}
   * @return the incident that begins; empty when none does
   */
  public Optional<Long> notice(String caseId, int enough, Duration window, int percent) {
    long id = Long.parseLong(caseId);
    if (isNothing(likeness.of(id, window, percent), enough)) {
      return Optional.empty();
    }
    AdvisoryLock.take(jdbc, "incident");
    List<Like> alike = likeness.of(id, window, percent);
    Instant now = clock.instant();
    if (alike.stream().anyMatch(one -> isTaken(one, caseId))) {
      return Optional.empty();
    }
    List<String> free =
        alike.stream().filter(one -> one.incidentId() == null).map(Like::caseId).toList();
    Optional<Long> theirs = openIncidentOfMost(alike);
    Optional<Long> begun =
        theirs.isEmpty() && free.size() >= enough ? Optional.of(begin(now)) : Optional.empty();
    theirs.or(() -> begun).ifPresent(incident -> add(incident, free, now));
    return begun;
  }

  private static boolean isNothing(List<Like> alike, int enough) {
    return alike.size() < enough && alike.stream().allMatch(one -> one.incidentId() == null);
  }

  private static boolean isTaken(Like one, String caseId) {
    return one.caseId().equals(caseId) && one.incidentId() != null;
  }

  private Optional<Long> openIncidentOfMost(List<Like> alike) {
    return alike.stream()
        .map(Like::incidentId)
        .filter(Objects::nonNull)
        .distinct()
        .filter(id -> of(id).state() != Problem.State.CLOSED)
        .filter(
            id ->
                2 * alike.stream().filter(o -> id.equals(o.incidentId())).count()
                    >= alike.size() - 1)
        .findFirst();
  }

  private long begin(Instant now) {
    return jdbc.sql(
            "insert into incident (state, opened_at) values ('OPEN', ?) returning incident_id")
        .param(utc(now))
        .query(Long.class)
        .single();
  }

  private void add(long incident, List<String> cases, Instant now) {
    cases.forEach(
        caseId ->
            jdbc.sql(
                    """
                    insert into incident_case (case_id, incident_id, state, added_at)
                    values (?, ?, 'FOUND', ?) on conflict (case_id) do nothing
                    """)
                .params(Long.valueOf(caseId), incident, utc(now))
                .update());
  }

  /** Newest first. */
  @Transactional(readOnly = true)
  public List<Problem> list(int limit) {
    return jdbc.sql("select * from incident order by incident_id desc limit ?")
        .param(limit)
        .query(Problems::incident)
        .list();
  }

  @Transactional(readOnly = true)
  public Optional<Problem> find(long id) {
    return jdbc.sql("select * from incident where incident_id = ?")
        .param(id)
        .query(Problems::incident)
        .optional();
  }

  /**
   * @throws IllegalStateException when there is none
   */
  @Transactional(readOnly = true)
  public Problem of(long id) {
    return find(id).orElseThrow(() -> new IllegalStateException("There is no incident " + id));
  }

  /** As {@link #of}; nobody else changes it before this transaction ends. */
  public Problem lock(long id) {
    jdbc.sql("select 1 from incident where incident_id = ? for no key update")
        .param(id)
        .query(Integer.class)
        .optional();
    return of(id);
  }

  /** Its cases, oldest first. */
  @Transactional(readOnly = true)
  public List<Affected> cases(long id) {
    return jdbc.sql(
            """
            select i.*, c.platform, c.account, c.kind, c.author_name, c.state = 'OPEN' as is_open,
              coalesce((select m.text from message m where m.case_id = i.case_id and not m.by_brand
                order by m.id limit 1), '') as words,
              coalesce((select max(m.heard) from message m where m.case_id = i.case_id
                and not m.by_brand), 0) as last_message,
              (select r.published_at from reply r where r.case_id = i.case_id
                and r.incident_id = i.incident_id) as published_at
            from incident_case i join case_file c using (case_id)
            where i.incident_id = ? order by i.case_id
            """)
        .param(id)
        .query(Problems::affected)
        .list();
  }

  /** Moves the incident on. */
  public void move(long id, Problem.State state) {
    jdbc.sql(
            """
            update incident set state = :state,
              closed_at = case when :state = 'CLOSED' then :now end where incident_id = :id
            """)
        .param("state", state.name())
        .param("now", utc(clock.instant()))
        .param("id", id)
        .update();
  }

  /** Keeps the common answer; a remark on an earlier one is settled by it. */
  public void answer(long id, String author, String text) {
    jdbc.sql("update incident set answer = ?, author = ?, remark = '' where incident_id = ?")
        .params(text, author, id)
        .update();
  }

  public void remark(long id, String remark) {
    jdbc.sql("update incident set remark = ? where incident_id = ?").params(remark, id).update();
  }

  /**
   * Says how one of its cases stands.
   *
   * @param reason Russian; null for none
   */
  public void mark(Affected affected, Affected.State state, String reason) {
    jdbc.sql("update incident_case set state = ?, reason = ?, seen_message = ? where case_id = ?")
        .params(state.name(), reason, affected.lastMessage(), Long.valueOf(affected.caseId()))
        .update();
  }

  /** What is chosen and not handed over stays with its moderators. */
  public int stop(long id, String reason) {
    return jdbc.sql(
            """
            update incident_case set state = 'STOPPED', reason = ?
            where incident_id = ? and state = 'CHOSEN'
            """)
        .params(reason, id)
        .update();
  }

  private static Problem incident(ResultSet row, int index) throws SQLException {
    return new Problem(
        row.getLong("incident_id"),
        Problem.State.valueOf(row.getString("state")),
        instant(row, "opened_at"),
        instant(row, "closed_at"),
        row.getString("answer"),
        row.getString("author"),
        row.getString("remark"));
  }

  private static Affected affected(ResultSet row, int index) throws SQLException {
    return new Affected(
        row.getString("case_id"),
        new Account(Platform.of(row.getString("platform")).orElseThrow(), row.getString("account")),
        Kind.valueOf(row.getString("kind")),
        row.getString("author_name"),
        row.getString("words"),
        row.getBoolean("is_open"),
        Affected.State.valueOf(row.getString("state")),
        row.getString("reason"),
        row.getLong("seen_message"),
        row.getLong("last_message"),
        instant(row, "published_at"));
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
