package org.communitydesk.cases;

import static org.communitydesk.cases.Sql.utc;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closed cases that still hold what somebody wrote, in groups that are kept equally long. */
@Component
@Transactional(readOnly = true)
public class ClosedCases {

  private static final String KEY =
      "concat_ws('/', platform, kind, coalesce(appeal_class, ''), coalesce(outcome, ''))";
  private static final String HOLDING =
      " c.state = 'CLOSED' and exists (select 1 from message m where m.case_id = c.case_id) ";

  /** How many are taken at once. */
  public static final int PART = 100;

  private final JdbcClient jdbc;
  private final Clock clock;

  ClosedCases(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The group that follows one.
   *
   * @param key of the group before; empty for the first
   */
  public Optional<Group> after(String key) {
    return jdbc.sql(
            "select upper(platform) as platform, kind, appeal_class, outcome, "
                + KEY
                + " as key from case_file c where "
                + HOLDING
                + " and "
                + KEY
                + " > ? order by key limit 1")
        .param(key)
        .query(
            (row, i) ->
                new Group(
                    row.getString("key"),
                    row.getString("platform"),
                    row.getString("kind"),
                    row.getString("appeal_class"),
                    row.getString("outcome")))
        .optional();
  }

  /**
   * Those of a group that were closed so long ago, by their number, {@link #PART} at once.
   *
   * @param last the last that was looked at; 0 for the first part
   */
  public List<Long> olderThan(String key, Duration kept, long last) {
    return jdbc.sql(
            "select case_id from case_file c where "
                + HOLDING
                + " and "
                + KEY
                + " = ? and closed_at < ? and case_id > ? order by case_id limit "
                + PART)
        .params(key, utc(clock.instant().minus(kept)), last)
        .query(Long.class)
        .list();
  }

  /**
   * Cases that are alike.
   *
   * @param appealClass null for those that nobody classified
   * @param outcome null for those that have none
   */
  public record Group(
      String key, String platform, String kind, String appealClass, String outcome) {}
}
