package org.communitydesk.sanction;

import static org.communitydesk.sanction.Sql.utc;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.communitydesk.conversation.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom the platforms should keep out, as the ladder says. */
@Component
class ActiveBans {

  /** Platforms count whole seconds, and clocks differ: a ban that is about to end may be over. */
  private static final Duration ABOUT_TO_END = Duration.ofMinutes(2);

  private final JdbcClient jdbc;
  private final Clock clock;

  ActiveBans(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * What the ladder says of one person.
   *
   * @param settling a measure is being applied or is about to end: the platform may say either
   */
  record Hold(String sanctionId, String authorName, boolean settling) {}

  /** By the platform's id of the person; nothing of whom the ladder does not hold. */
  Map<String, Hold> of(Account account, Collection<String> people) {
    Map<String, Hold> holds = new HashMap<>();
    jdbc.sql(
            """
            select p.author_id, p.author_name, s.id,
              s.state = 'PROPOSED' or s.until_at <= :soon as settling
            from sanction s join offender p on p.id = s.offender_id
            where p.platform = :platform and p.account = :account and p.author_id = any(:people)
              and s.measure <> 'WARNING'
              and ((s.state = 'PROPOSED' and coalesce(%s > :now, true))
                or (s.state = 'RUNNING' and s.enforced_by <> 'LOCAL'))
            order by settling nulls first, s.no
            """
                .formatted(Sanctions.TERM_ENDS_AT))
        .param("now", utc(clock.instant()))
        .param("soon", utc(clock.instant().plus(ABOUT_TO_END)))
        .param("platform", account.platform().id())
        .param("account", account.name())
        .param("people", people.toArray(new String[0]))
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

  /** The measures of those people from outside whose term is over, and whose they are. */
  Map<String, Long> over(Account account, Collection<String> people) {
    Map<String, Long> over = new HashMap<>();
    jdbc.sql(
            """
            select s.id, s.offender_id from sanction s join offender p on p.id = s.offender_id
            where p.platform = :platform and p.account = :account and p.author_id = any(:people)
              and s.level = 0 and s.state = 'RUNNING' and s.until_at <= :now
            """)
        .param("platform", account.platform().id())
        .param("account", account.name())
        .param("people", people.toArray(new String[0]))
        .param("now", utc(clock.instant()))
        .query((row, i) -> over.put(row.getString("id"), row.getLong("offender_id")))
        .list();
    return over;
  }

  /**
   * The next of whom the ladder or the platform says that they are kept out, of whom a drift stands
   * or something was heard; in the order of their ids.
   *
   * @param after whoever was last; null from the first
   */
  List<String> people(Account account, String after, int most) {
    return jdbc.sql(
            """
            select author_id from (
              select p.author_id from sanction s join offender p on p.id = s.offender_id
              where p.platform = :platform and p.account = :account and s.measure <> 'WARNING'
                and s.state in ('PROPOSED', 'RUNNING')
              union select p.author_id from drift d join offender p on p.id = d.offender_id
              where p.platform = :platform and p.account = :account
                and d.state in ('OPEN', 'RESTORING', 'IGNORED')
              union select author_id from ban_hint where platform = :platform and account = :account
              union select author_id from ban_listed where platform = :platform and account = :account
            ) one
            where :after::text is null or author_id collate "C" > :after
            order by author_id collate "C" limit :most
            """)
        .param("platform", account.platform().id())
        .param("account", account.name())
        .param("after", after)
        .param("most", most)
        .query(String.class)
        .list();
  }
}
