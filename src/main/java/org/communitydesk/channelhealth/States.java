package org.communitydesk.channelhealth;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.communitydesk.channel.CallListener.Call;
import org.communitydesk.channel.Health;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Platform;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code channel_state}; every method joins the caller's transaction. */
@Component
class States {

  static final Duration CHECK_EVERY = Duration.ofMinutes(5);
  private static final Duration CHECK_LOCKED_EVERY = Duration.ofSeconds(10);
  private static final Duration CHECK_LONG_LOCKED_EVERY = Duration.ofMinutes(1);
  private static final int SOON = 10;
  private static final Duration LONGEST_CHECK = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final Clock clock;

  States(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  ChannelStateRow of(Account account) {
    return find(account, "").orElseGet(() -> begin(account));
  }

  /** The row, which nobody else can change until the transaction ends. */
  ChannelStateRow locked(Account account) {
    of(account);
    return find(account, " for update").orElseThrow();
  }

  private ChannelStateRow begin(Account account) {
    on(
            account,
            """
            insert into channel_state (platform, account, state, since, next_check, polled_at)
            values (:platform, :account, 'GREEN', :now, :now, :now) on conflict do nothing
            """)
        .update();
    return find(account, "").orElseThrow();
  }

  private Optional<ChannelStateRow> find(Account account, String lock) {
    return on(
            account,
            "select * from channel_state where platform = :platform and account = :account" + lock)
        .query(States::row)
        .optional();
  }

  /** The platform does not take our key or right. */
  void lock(Account account, Call by, String reason) {
    of(account);
    change(
            account,
            """
            locked_by = :by, lock_reason = :reason, trial = false, suspected = false,
            failures = case when locked_by is null then 0 else failures + 1 end,
            next_check = case when locked_by is null or failures < :soon then cast(:next as timestamptz)
              else :later end
            """)
        .param("by", by.name())
        .param("reason", reason)
        .param("soon", SOON)
        .param("next", utc(clock.instant().plus(CHECK_LOCKED_EVERY)))
        .param("later", utc(clock.instant().plus(CHECK_LONG_LOCKED_EVERY)))
        .update();
  }

  /** The platform takes our key; a lock on writing or polling is not disproved by that. */
  void checked(Account account, Health health) {
    of(account);
    change(
            account,
            """
            trial = coalesce(locked_by in ('WRITE', 'POLL'), false), suspected = false,
            locked_by = case when locked_by = 'CHECK' then null else locked_by end,
            lock_reason = case when locked_by = 'CHECK' then null else lock_reason end,
            checked_at = :now, name = :name, note = :note, token_expires_at = :expires,
            hook_subscribed = :subscribed,
            next_check = case when locked_by in ('WRITE', 'POLL')
              then cast(:soon as timestamptz) else :next end
            """)
        .param("name", health.name())
        .param("note", health.note())
        .param("expires", utc(health.tokenExpiresAt()))
        .param("subscribed", health.hookSubscribed())
        .param("soon", utc(clock.instant().plus(CHECK_LOCKED_EVERY)))
        .param("next", utc(clock.instant().plus(CHECK_EVERY)))
        .update();
  }

  void unlock(Account account) {
    change(account, "locked_by = null, lock_reason = null, trial = false, suspected = false")
        .update();
  }

  /** One reading call was refused: the key is checked at once. */
  void suspect(Account account) {
    of(account);
    change(
            account,
            """
            suspected = (locked_by is null),
            next_check = case when locked_by is null then :now else next_check end
            """)
        .update();
  }

  /** Takes the right to check the key now; false when it is not due or another node has it. */
  boolean claimCheck(Account account) {
    return on(
                account,
                """
                update channel_state set next_check = :until
                where platform = :platform and account = :account
                  and (next_check <= :now or next_check > :impossible)
                """)
            .param("until", utc(clock.instant().plus(LONGEST_CHECK)))
            .param("impossible", utc(clock.instant().plus(CHECK_EVERY)))
            .update()
        == 1;
  }

  void checkedInVain(Account account) {
    change(account, "checked_at = :now, suspected = false, next_check = :next")
        .param("next", utc(clock.instant().plus(CHECK_LOCKED_EVERY)))
        .update();
  }

  void busy(Account account, Instant until, String reason) {
    of(account);
    change(account, "busy_until = :until, busy_reason = :reason")
        .param("until", utc(until))
        .param("reason", reason)
        .update();
  }

  void gap(Account account, String reason) {
    of(account);
    change(account, "gap = :reason, gap_at = :now").param("reason", reason).update();
  }

  void stuck(Account account, String reason) {
    of(account);
    change(account, "stuck_reason = :reason").param("reason", reason).update();
  }

  void polled(Account account) {
    of(account);
    change(account, "polled_at = :now").update();
  }

  /** Takes the one trial call; false when there is none to take. */
  boolean takeTrial(Account account, Call of) {
    return on(
                account,
                """
                update channel_state set trial = false
                where platform = :platform and account = :account and trial and locked_by = :of
                """)
            .param("of", of.name())
            .update()
        == 1;
  }

  /** A trial has shown nothing: there may be another one. */
  void giveTrialBack(Account account, Call of) {
    change(account, "trial = coalesce(locked_by = :of, false)").param("of", of.name()).update();
  }

  /** A trial was answered: the lock that it was for is gone. */
  void unlock(Account account, Call of) {
    if (of(account).lockedBy() == of) {
      unlock(account);
    }
  }

  void announced(Account account, boolean outage) {
    change(account, "outage = :outage").param("outage", outage).update();
  }

  void paint(Account account, HealthStatus healthStatus, String reason) {
    change(account, "state = :state, reason = :reason, since = :now")
        .param("state", healthStatus.name())
        .param("reason", reason)
        .update();
  }

  /** Every account that was ever set up. */
  List<ChannelStateRow> all() {
    return jdbc.sql("select * from channel_state").query(States::row).list();
  }

  private JdbcClient.StatementSpec change(Account account, String what) {
    return on(
        account,
        "update channel_state set " + what + " where platform = :platform and account = :account");
  }

  private JdbcClient.StatementSpec on(Account account, String sql) {
    return jdbc.sql(sql)
        .param("platform", account.platform().id())
        .param("account", account.name())
        .param("now", utc(clock.instant()));
  }

  private static ChannelStateRow row(ResultSet row, int index) throws SQLException {
    String lockedBy = row.getString("locked_by");
    return new ChannelStateRow(
        new Account(Platform.of(row.getString("platform")).orElseThrow(), row.getString("account")),
        HealthStatus.valueOf(row.getString("state")),
        row.getString("reason"),
        instant(row, "since"),
        lockedBy == null ? null : Call.valueOf(lockedBy),
        row.getString("lock_reason"),
        row.getBoolean("trial"),
        row.getBoolean("suspected"),
        row.getBoolean("outage"),
        instant(row, "checked_at"),
        instant(row, "next_check"),
        row.getString("name"),
        row.getString("note"),
        instant(row, "token_expires_at"),
        (Boolean) row.getObject("hook_subscribed"),
        instant(row, "busy_until"),
        row.getString("busy_reason"),
        instant(row, "polled_at"),
        row.getString("gap"),
        instant(row, "gap_at"),
        row.getString("stuck_reason"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime utc(Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }
}
