package org.communitydesk.sanction;

import static org.communitydesk.sanction.Sql.clean;
import static org.communitydesk.sanction.Sql.instant;
import static org.communitydesk.sanction.Sql.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitydesk.conversation.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the drifts, of what was heard of bans and of how the blacklists were read. */
@Component
class BanDiscrepancyRows {

  private static final String SELECT =
      """
      select d.*, p.platform, p.account, p.author_id, p.author_name
      from drift d join offender p on p.id = d.offender_id
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  BanDiscrepancyRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<BanDiscrepancy> find(String id) {
    return Sql.uuid(id)
        .flatMap(
            uuid ->
                jdbc.sql(SELECT + "where d.id = ?")
                    .param(uuid)
                    .query(BanDiscrepancyRows::row)
                    .optional());
  }

  /** Does nothing when one stands already, whichever node was faster. */
  void insert(long offender, Difference found) {
    jdbc.sql(
            """
            insert into drift (id, offender_id, kind, sanction_id, since_at, until_at, mute,
              found_at, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, 'OPEN')
            on conflict (offender_id) where state in ('OPEN', 'RESTORING', 'IGNORED') do nothing
            """)
        .params(
            UUID.randomUUID(),
            offender,
            found.kind().name(),
            Sql.uuid(found.sanctionId()).orElse(null),
            utc(found.since()),
            utc(found.until()),
            found.mute(),
            utc(clock.instant()))
        .update();
  }

  /** Nobody else moves it until the transaction ends. */
  void lock(String id) {
    jdbc.sql("select id from drift where id = ?::uuid for update").param(id).query(row -> {});
  }

  List<BanDiscrepancy> standing(Account account, Collection<String> people) {
    return jdbc.sql(
            SELECT
                + """
                where p.platform = :platform and p.account = :account
                  and p.author_id = any(:people)
                  and d.state in ('OPEN', 'RESTORING', 'IGNORED') order by d.no
                """)
        .param("platform", account.platform().id())
        .param("account", account.name())
        .param("people", people.toArray(new String[0]))
        .query(BanDiscrepancyRows::row)
        .list();
  }

  /** The oldest that nobody was asked about, as many as may be asked at once. */
  List<BanDiscrepancy> ask(int most) {
    return jdbc
        .sql(
            """
            with chosen as (
              select id from drift where state = 'OPEN' and not asked order by no
              limit greatest(0, ? - (select count(*) from drift where state = 'OPEN' and asked))
              for update skip locked)
            update drift set asked = true where id in (select id from chosen) returning id
            """)
        .param(most)
        .query(UUID.class)
        .list()
        .stream()
        .map(id -> find(id.toString()).orElseThrow())
        .toList();
  }

  boolean move(
      BanDiscrepancy banDiscrepancy,
      List<BanDiscrepancy.State> from,
      BanDiscrepancy.State to,
      String who) {
    boolean over =
        !List.of(
                BanDiscrepancy.State.OPEN,
                BanDiscrepancy.State.RESTORING,
                BanDiscrepancy.State.IGNORED)
            .contains(to);
    return jdbc.sql(
                """
                update drift set state = :to, decided_by = coalesce(:who, decided_by),
                  settled_at = :at
                where id = :id and state in (:from)
                """)
            .param("to", to.name())
            .param("who", clean(who))
            .param("at", over ? utc(clock.instant()) : null)
            .param("id", UUID.fromString(banDiscrepancy.id()))
            .param("from", from.stream().map(Enum::name).toList())
            .update()
        > 0;
  }

  void measured(BanDiscrepancy banDiscrepancy, String sanctionId) {
    jdbc.sql("update drift set sanction_id = ?::uuid where id = ?::uuid")
        .params(sanctionId, banDiscrepancy.id())
        .update();
  }

  /** Newest first. */
  List<BanDiscrepancy> search(String platform, String authorId, boolean all, int limit) {
    return jdbc.sql(
            SELECT
                + """
                where (:platform::text is null or p.platform = :platform)
                  and (:author::text is null or p.author_id = :author)
                  and (:all or d.state in ('OPEN', 'RESTORING', 'IGNORED'))
                order by d.no desc limit :limit
                """)
        .param("platform", platform)
        .param("author", clean(authorId))
        .param("all", all)
        .param("limit", limit)
        .query(BanDiscrepancyRows::row)
        .list();
  }

  /** Whether nobody is about to look at what was heard of that person. */
  boolean hear(Account account, String person, Instant at) {
    return jdbc.sql(
            """
            with before as (select passed_at from ban_hint
              where platform = :platform and account = :account and author_id = :person)
            insert into ban_hint (platform, account, author_id, heard_at)
            values (:platform, :account, :person, :at)
            on conflict (platform, account, author_id) do update
            set heard_at = excluded.heard_at, passed_at = null
            returning xmax = 0 or (select passed_at is not null from before)
            """)
        .param("platform", account.platform().id())
        .param("account", account.name())
        .param("person", clean(person))
        .param("at", utc(at))
        .query(Boolean.class)
        .single();
  }

  /** The first of whom something was heard that nobody has asked the platform about. */
  List<String> heard(Account account, int most) {
    return jdbc.sql(
            """
            select author_id from ban_hint
            where platform = ? and account = ? and passed_at is null order by heard_at limit ?
            """)
        .params(account.platform().id(), account.name(), most)
        .query(String.class)
        .list();
  }

  void passed(Account account, String person, Instant at) {
    jdbc.sql(
            """
            update ban_hint set passed_at = :at
            where platform = :platform and account = :account and author_id = :person
              and heard_at <= :at
            """)
        .param("platform", account.platform().id())
        .param("account", account.name())
        .param("person", clean(person))
        .param("at", utc(at))
        .update();
  }

  void lookedAtAll(Account account, Instant at) {
    jdbc.sql("delete from ban_hint where platform = ? and account = ? and heard_at <= ?")
        .params(account.platform().id(), account.name(), utc(at))
        .update();
  }

  void looked(Account account, String person, Instant at) {
    jdbc.sql(
            """
            delete from ban_hint
            where platform = ? and account = ? and author_id = ? and heard_at <= ?
            """)
        .params(account.platform().id(), account.name(), clean(person), utc(at))
        .update();
  }

  void read(Account account, String failure) {
    jdbc.sql(
            """
            insert into ban_reading (platform, account, read_at, failed_at, reason)
            values (:platform, :account, :read, :failed, :reason)
            on conflict (platform, account) do update
            set read_at = coalesce(excluded.read_at, ban_reading.read_at),
              failed_at = excluded.failed_at, reason = excluded.reason
            """)
        .param("platform", account.platform().id())
        .param("account", account.name())
        .param("read", failure == null ? utc(clock.instant()) : null)
        .param("failed", failure == null ? null : utc(clock.instant()))
        .param("reason", clean(failure))
        .update();
  }

  List<Reading> readings() {
    return jdbc.sql("select * from ban_reading order by platform, account")
        .query(
            (row, i) ->
                new Reading(
                    Account.of(row.getString("platform") + "/" + row.getString("account")),
                    instant(row, "read_at"),
                    instant(row, "failed_at"),
                    row.getString("reason")))
        .list();
  }

  private static BanDiscrepancy row(ResultSet row, int index) throws SQLException {
    return new BanDiscrepancy(
        row.getString("id"),
        Sql.offender(row),
        row.getString("author_name"),
        BanDiscrepancy.Kind.valueOf(row.getString("kind")),
        row.getString("sanction_id"),
        instant(row, "since_at"),
        instant(row, "until_at"),
        row.getBoolean("mute"),
        instant(row, "found_at"),
        row.getBoolean("asked"),
        BanDiscrepancy.State.valueOf(row.getString("state")),
        row.getString("decided_by"),
        instant(row, "settled_at"));
  }
}
