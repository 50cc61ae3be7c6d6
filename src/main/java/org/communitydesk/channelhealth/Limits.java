package org.communitydesk.channelhealth;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.communitydesk.channel.Limit;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Kind;
import org.communitydesk.http.Quota;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the platforms themselves say of their limits, for all nodes. */
@Component
class Limits {

  /** Percent from which writing slows down. */
  static final long NEARLY_USED_UP = 80;

  static final String USED_UP = "Лимит вызовов платформы исчерпан";
  private static final String SLOWED = "Лимит вызовов платформы почти исчерпан: отправляем реже";

  private final JdbcClient jdbc;
  private final Clock clock;

  Limits(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A call must wait.
   *
   * @param apart how long each further one takes; zero when all may go then
   */
  record Wait(Instant until, Duration apart, String reason) {}

  /** Keeps what a platform has just said. */
  void keep(Account account, Limit limit) {
    on(
            account,
            """
            insert into channel_limit (platform, account, counts, calls, remaining, reset_at)
            values (:platform, :account, :counts, :calls, :remaining, :reset)
            on conflict (platform, account, counts) do update set calls = excluded.calls,
              remaining = excluded.remaining, reset_at = excluded.reset_at
            """)
        .param("counts", limit.of().name())
        .param("calls", limit.quota().limit())
        .param("remaining", limit.quota().remaining())
        .param("reset", utc(limit.quota().resetAt()))
        .update();
  }

  /** The limit of which most is used now; empty when none is known. */
  Optional<Quota> tightest(Account account) {
    return known(account).stream()
        .map(Limit::quota)
        .max(Comparator.comparingLong(Quota::usedPercent));
  }

  /**
   * Lets one call through, or says until when it waits: until the period ends when nothing is left,
   * and when little is left so long that it lasts until then.
   *
   * @param kind null when it is no reply
   * @return empty when it may go now
   */
  Optional<Wait> hold(Account account, Kind kind) {
    Optional<Limit> tight =
        known(account).stream()
            .filter(limit -> limit.of().counts(kind))
            .filter(limit -> limit.quota().usedPercent() >= NEARLY_USED_UP)
            .max(Comparator.comparing(limit -> pace(limit.quota())));
    if (tight.isEmpty()) {
      return Optional.empty();
    }
    Quota quota = tight.get().quota();
    Duration pace = pace(quota);
    if (quota.remaining() <= 0) {
      return Optional.of(new Wait(quota.resetAt(), Duration.ZERO, USED_UP));
    }
    if (takeTurn(account, tight.get().of(), pace)) {
      return Optional.empty();
    }
    return Optional.of(new Wait(nextTurn(account, tight.get().of()), pace, SLOWED));
  }

  private Duration pace(Quota quota) {
    Duration rest = Duration.between(clock.instant(), quota.resetAt());
    return quota.remaining() <= 0 ? rest.plusDays(1) : rest.dividedBy(quota.remaining());
  }

  private boolean takeTurn(Account account, Limit.Of counts, Duration pace) {
    return on(
                account,
                """
                update channel_limit set next_at = :then
                where platform = :platform and account = :account and counts = :counts
                  and (next_at is null or next_at <= :now)
                """)
            .param("counts", counts.name())
            .param("then", utc(clock.instant().plus(pace)))
            .param("now", utc(clock.instant()))
            .update()
        == 1;
  }

  private Instant nextTurn(Account account, Limit.Of counts) {
    return on(
            account,
            """
            select least(next_at, reset_at) as turn from channel_limit
            where platform = :platform and account = :account and counts = :counts
            """)
        .param("counts", counts.name())
        .query((row, i) -> row.getObject("turn", OffsetDateTime.class).toInstant())
        .single();
  }

  private List<Limit> known(Account account) {
    return on(
            account,
            """
            select * from channel_limit
            where platform = :platform and account = :account and reset_at > :now
            """)
        .param("now", utc(clock.instant()))
        .query(Limits::limit)
        .list();
  }

  private static Limit limit(ResultSet row, int index) throws SQLException {
    return new Limit(
        Limit.Of.valueOf(row.getString("counts")),
        new Quota(
            row.getLong("calls"),
            row.getLong("remaining"),
            row.getObject("reset_at", OffsetDateTime.class).toInstant()));
  }

  private JdbcClient.StatementSpec on(Account account, String sql) {
    return jdbc.sql(sql)
        .param("platform", account.platform().id())
        .param("account", account.name());
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
