package org.communitydesk.sanction;

import static org.communitydesk.sanction.Sql.clean;
import static org.communitydesk.sanction.Sql.instant;
import static org.communitydesk.sanction.Sql.utc;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.communitydesk.channel.StandingBan;
import org.communitydesk.conversation.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the comparisons of bans stand, so that each goes on after a restart. Nothing is locked
 * while a platform is read: whoever has read a part keeps it only if nobody has kept one meanwhile.
 */
@Component
@Transactional
public class Sweeps {

  /** What a list has said longer ago is not compared with the ladder of today. */
  private static final Duration LIST_STAYS_GOOD = Duration.ofHours(6);

  private final JdbcClient jdbc;
  private final Clock clock;

  Sweeps(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The comparison that is under way, or a new one that nothing is kept of yet.
   *
   * @param lists whether the platform has a list to be read first
   */
  @Transactional(readOnly = true)
  public Sweep of(Account account, boolean lists) {
    Optional<Sweep> last = find(account);
    return last.filter(sweep -> !lists || !isTooOld(sweep))
        .orElseGet(() -> anew(account, lists, 0, last.map(Sweep::step).orElse(0)));
  }

  private boolean isTooOld(Sweep sweep) {
    return sweep.beganAt().plus(LIST_STAYS_GOOD).isBefore(clock.instant());
  }

  private Sweep anew(Account account, boolean lists, int changed, int step) {
    return new Sweep(account, clock.instant(), lists, null, null, 0, changed, step);
  }

  private Optional<Sweep> find(Account account) {
    return jdbc.sql("select * from ban_sweep where platform = ? and account = ?")
        .params(account.platform().id(), account.name())
        .query(
            (row, i) ->
                new Sweep(
                    account,
                    instant(row, "began_at"),
                    row.getBoolean("reading"),
                    row.getString("cursor"),
                    row.getObject("total", Integer.class),
                    row.getInt("listed"),
                    row.getInt("changed"),
                    row.getInt("step")))
        .optional();
  }

  /**
   * Keeps a part of the platform's list.
   *
   * @param next where the list goes on; null at its end
   * @return how the comparison stands now; empty when somebody else has gone on with it
   */
  public Optional<Sweep> read(
      Sweep sweep, Collection<StandingBan> bans, String next, Integer total) {
    if (!keep(sweep, sweep.reading(), next, total)) {
      return Optional.empty();
    }
    if (sweep.cursor() == null) {
      forgetList(sweep.account());
    }
    int fresh = bans.stream().mapToInt(ban -> list(sweep.account(), ban)).sum();
    jdbc.sql(
            """
            update ban_sweep set listed = case when :first then 0 else listed end + :fresh,
              reading = :more where platform = :platform and account = :account
            """)
        .param("first", sweep.cursor() == null)
        .param("fresh", fresh)
        .param("more", next != null)
        .param("platform", sweep.account().platform().id())
        .param("account", sweep.account().name())
        .update();
    return find(sweep.account());
  }

  private int list(Account account, StandingBan ban) {
    return jdbc.sql(
            """
            insert into ban_listed values (:platform, :account, :person, :name, :since, :until, :mute)
            on conflict do nothing
            """)
        .param("platform", account.platform().id())
        .param("account", account.name())
        .param("person", clean(ban.personId()))
        .param("name", clean(ban.personName()))
        .param("since", utc(ban.since()))
        .param("until", utc(ban.until()))
        .param("mute", ban.mute())
        .update();
  }

  /** What the platform's list has said of those people. */
  @Transactional(readOnly = true)
  public List<StandingBan> listed(Account account, Collection<String> people) {
    return jdbc.sql(
            """
            select * from ban_listed
            where platform = :platform and account = :account and author_id = any(:people)
            """)
        .param("platform", account.platform().id())
        .param("account", account.name())
        .param("people", people.toArray(new String[0]))
        .query(
            (row, i) ->
                new StandingBan(
                    row.getString("author_id"),
                    row.getString("author_name"),
                    instant(row, "since_at"),
                    instant(row, "until_at"),
                    row.getBoolean("mute")))
        .list();
  }

  /**
   * Everybody up to that person is compared.
   *
   * @return false when somebody else has gone on with it
   */
  public boolean compared(Sweep sweep, String person) {
    return keep(sweep, false, clean(person), sweep.total());
  }

  /** The list changed while it was read: it is read from its beginning. */
  public void beginAnew(Sweep sweep) {
    Sweep anew = anew(sweep.account(), true, sweep.changed() + 1, sweep.step());
    if (keep(anew, true, null, null)) {
      forgetList(sweep.account());
    }
  }

  /**
   * Nothing is left to compare, or nothing can be made of what was read.
   *
   * @return false when somebody else has gone on with it
   */
  public boolean end(Sweep sweep) {
    return sweep.step() == 0
        || jdbc.sql("delete from ban_sweep where platform = ? and account = ? and step = ?")
                .params(sweep.account().platform().id(), sweep.account().name(), sweep.step())
                .update()
            > 0;
  }

  private boolean keep(Sweep sweep, boolean reading, String cursor, Integer total) {
    return jdbc.sql(
                """
                insert into ban_sweep (platform, account, began_at, reading, cursor, total, changed,
                  step)
                select :platform, :account, :began, :reading, :cursor, :total, :changed, :step + 1
                where :step = 0
                  or exists (select 1 from ban_sweep where platform = :platform and account = :account)
                on conflict (platform, account) do update set began_at = excluded.began_at,
                  reading = excluded.reading, cursor = excluded.cursor, total = excluded.total,
                  changed = excluded.changed, step = excluded.step
                where ban_sweep.step = :step
                """)
            .param("platform", sweep.account().platform().id())
            .param("account", sweep.account().name())
            .param("began", utc(sweep.beganAt()))
            .param("reading", reading)
            .param("cursor", cursor)
            .param("total", total)
            .param("changed", sweep.changed())
            .param("step", sweep.step())
            .update()
        > 0;
  }

  private void forgetList(Account account) {
    jdbc.sql("delete from ban_listed where platform = ? and account = ?")
        .params(account.platform().id(), account.name())
        .update();
  }
}
