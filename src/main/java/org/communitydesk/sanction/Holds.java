package org.communitydesk.sanction;

import static org.communitydesk.sanction.Sql.utc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.communitydesk.conversation.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom the platforms should keep out, as the ladder says. */
@Component
class Holds {

  /** Platforms count whole seconds, and clocks differ: a ban that is about to end may be over. */
  private static final Duration ABOUT_TO_END = Duration.ofMinutes(2);

  private final JdbcClient jdbc;
  private final Clock clock;

  Holds(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * What the ladder says of one person.
   *
   * @param settling a measure is being applied or is about to end: the platform may say either
   */
  record Hold(String sanctionId, String authorName, boolean settling) {}

  /** By the platform's id of the person. */
  Map<String, Hold> of(Account account) {
    Map<String, Hold> holds = new HashMap<>();
    jdbc.sql(
            """
            select p.author_id, p.author_name, s.id,
              s.state = 'PROPOSED' or s.until_at <= :soon as settling
            from sanction s join offender p on p.id = s.offender_id
            where p.platform = :platform and p.account = :account and s.measure <> 'WARNING'
              and ((s.state = 'PROPOSED' and coalesce(%s > :now, true))
                or (s.state = 'RUNNING' and s.enforced_by <> 'LOCAL'))
            order by settling nulls first, s.no
            """
                .formatted(Sanctions.TERM_ENDS_AT))
        .param("now", utc(clock.instant()))
        .param("soon", utc(clock.instant().plus(ABOUT_TO_END)))
        .param("platform", account.platform().id())
        .param("account", account.name())
        .query(
            (row, i) ->
                holds.put(
                    row.getString("author_id"),
                    new Hold(
                        row.getString("id"),
                        row.getString("author_name"),
                        row.getBoolean("settling"))))
        .list();
    return holds;
  }

  /** The measures from outside whose term is over. */
  List<String> over(Account account) {
    Instant now = clock.instant();
    return jdbc.sql(
            """
            select s.id from sanction s join offender p on p.id = s.offender_id
            where p.platform = ? and p.account = ? and s.level = 0 and s.state = 'RUNNING'
              and s.until_at <= ?
            """)
        .params(account.platform().id(), account.name(), utc(now))
        .query(String.class)
        .list();
  }
}
