package org.communitydesk.triage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.communitydesk.database.Patience;
import org.communitydesk.privacy.Ageing;
import org.communitydesk.privacy.KeepsForATime;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people decided of texts: here, case by case, and elsewhere, handed over in a feed. */
@Component
@Transactional
public class Decisions implements KeepsForATime {

  private static final int MOST_LESSONS = 60_000;
  private static final int BATCH = 1_000;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final Patience patience;
  private final Clock clock;

  Decisions(JdbcClient jdbc, JdbcTemplate batches, Patience patience, Clock clock) {
    this.patience = patience;
    this.jdbc = jdbc;
    this.batches = batches;
    this.clock = clock;
  }

  /**
   * A decision made elsewhere.
   *
   * @param appealClass null when nobody said
   * @param sentiment null when nobody said; one of the two is known
   */
  public record Fed(String text, AppealClass appealClass, Sentiment sentiment) {}

  /**
   * How often people decided as suggested.
   *
   * @param week its Monday
   * @param trainedOn decisions the newest of its suggestions had been learnt from
   */
  public record Week(LocalDate week, int decisions, int asSuggested, int trainedOn) {}

  @Override
  public List<Ageing> ageing() {
    return List.of(Ageing.of("triage_fed", "fed_at", "true"));
  }

  /** Takes decisions; the same text again corrects what was said of it. */
  public void feed(List<Fed> items) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    batches.batchUpdate(
        """
        insert into triage_fed (print, text, appeal_class, sentiment, fed_at)
        values (?, ?, ?, ?, ?)
        on conflict (print) do update set
          appeal_class = coalesce(excluded.appeal_class, triage_fed.appeal_class),
          sentiment = coalesce(excluded.sentiment, triage_fed.sentiment)
        """,
        items,
        BATCH,
        (statement, item) -> {
          statement.setBytes(1, DigestUtils.sha256(item.text()));
          statement.setString(2, item.text());
          statement.setString(3, name(item.appealClass()));
          statement.setString(4, name(item.sentiment()));
          statement.setObject(5, now);
        });
  }

  /** Keeps what was suggested of a case's message, until a person decides. */
  public void suggested(String caseId, long messageId, Suggestion suggestion) {
    jdbc.sql(
            """
            insert into triage_decision
              (case_id, message_id, suggested, confidence, trained_on, suggested_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (case_id) do nothing
            """)
        .params(
            Long.valueOf(caseId),
            messageId,
            suggestion.appealClass().name(),
            suggestion.confidence(),
            suggestion.trainedOn(),
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** What a person decided of the case; the last word counts. */
  public void decided(String caseId, AppealClass appealClass) {
    jdbc.sql("update triage_decision set appeal_class = ?, decided_at = ? where case_id = ?")
        .params(appealClass.name(), clock.instant().atOffset(ZoneOffset.UTC), Long.valueOf(caseId))
        .update();
  }

  /** How often people decided as suggested, week by week, the newest 26 first. */
  @Transactional(readOnly = true)
  public List<Week> weeks() {
    return jdbc.sql(
            """
            select date_trunc('week', decided_at at time zone 'Europe/Moscow')::date as week,
              count(*) as decisions,
              count(*) filter (where appeal_class = suggested) as same,
              max(trained_on) as trained_on
            from triage_decision where decided_at is not null
            group by 1 order by 1 desc limit 26
            """)
        .query(
            (row, i) ->
                new Week(
                    row.getObject("week", LocalDate.class),
                    row.getInt("decisions"),
                    row.getInt("same"),
                    row.getInt("trained_on")))
        .list();
  }

  /** What is to be learnt from, the newest 60,000. */
  @Transactional(readOnly = true)
  List<LabeledText> lessons() {
    patience.longest();
    return jdbc.sql(
            """
            select text, appeal_class, sentiment, fed_at as at, id from triage_fed
            union all
            select m.text, d.appeal_class, null, d.decided_at, d.case_id
            from triage_decision d join message m on m.id = d.message_id
            where d.appeal_class is not null and m.text <> ''
            order by at desc, id desc limit ?
            """)
        .param(MOST_LESSONS)
        .query(Decisions::lesson)
        .list();
  }

  /** How many decisions there are to learn from that were made after the time. */
  @Transactional(readOnly = true)
  int since(Instant time) {
    return jdbc.sql(
            """
            select (select count(*) from triage_fed where fed_at > :time)
              + (select count(*) from triage_decision where decided_at > :time)
            """)
        .param("time", time.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }

  private static LabeledText lesson(ResultSet row, int number) throws SQLException {
    return new LabeledText(
        row.getString("text"),
        Optional.ofNullable(row.getString("appeal_class")).map(AppealClass::valueOf).orElse(null),
        Optional.ofNullable(row.getString("sentiment")).map(Sentiment::valueOf).orElse(null),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }

  private static String name(Enum<?> value) {
    return value == null ? null : value.name();
  }
}
