package org.communitydesk.channelhealth;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.communitydesk.channel.Renewals;
import org.communitydesk.conversation.Account;
import org.communitydesk.http.CallFailure;
import org.communitydesk.http.Hmac;
import org.communitydesk.http.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Exchanges short-lived tokens, one node at a time, and keeps them sealed in the database. */
@Component
class Renewer implements Renewals {

  private static final Logger log = LoggerFactory.getLogger(Renewer.class);
  private static final Duration REMEMBERED = Duration.ofSeconds(5);
  private static final Duration BEFORE_THE_END = Duration.ofMinutes(5);
  private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);
  private static final String TOKEN = "RENEWED_TOKEN";
  private static final String REFRESH = "REFRESH_TOKEN";

  private final JdbcClient jdbc;
  private final Vault vault;
  private final Clock clock;
  private final TransactionTemplate alone;
  private final Map<Account, Known> known = new ConcurrentHashMap<>();
  private final Map<Account, Instant> failed = new ConcurrentHashMap<>();

  private record Kept(Secret token, Instant endsAt) {}

  private record Known(Optional<Kept> kept, long at) {}

  Renewer(JdbcClient jdbc, Vault vault, Clock clock, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.clock = clock;
    this.alone = new TransactionTemplate(transactions);
    alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Override
  public boolean canKeep() {
    return vault.isOpen();
  }

  /** Other nodes' exchanges are seen within a few seconds, or when the platform refuses. */
  @Override
  public Secret token(Lease lease) {
    Optional<Kept> kept = remembered(lease);
    if (kept.isPresent() && endsSoon(kept.get()) && !hasJustFailed(lease.account())) {
      try {
        renew(lease, kept.get().token());
      } catch (CallFailure failure) {
        failed.put(lease.account(), clock.instant());
        log.warn("{}: the token cannot be renewed now: {}", lease.account(), failure.getMessage());
      }
      kept = remembered(lease);
    }
    return kept.map(Kept::token).orElseGet(lease::token);
  }

  private boolean endsSoon(Kept kept) {
    return kept.endsAt().minus(BEFORE_THE_END).isBefore(clock.instant());
  }

  private boolean hasJustFailed(Account account) {
    Instant at = failed.get(account);
    return at != null && Duration.between(at, clock.instant()).abs().compareTo(AFTER_A_FAILURE) < 0;
  }

  @Override
  public void renew(Lease lease, Secret worn) {
    try {
      alone.executeWithoutResult(status -> exchange(lease, worn));
    } finally {
      known.remove(lease.account());
    }
  }

  private void exchange(Lease lease, Secret worn) {
    begin(lease);
    Secret refresh = locked(lease);
    Secret current = read(lease).map(Kept::token).orElseGet(lease::token);
    if (!current.matches(worn.reveal())) {
      return;
    }
    Fresh fresh = lease.exchange().exchange(refresh);
    keep(lease, TOKEN, fresh.token(), fresh.endsAt());
    keep(lease, REFRESH, fresh.refreshToken(), null);
    failed.remove(lease.account());
    log.info("{}: the token is renewed until {}", lease.account(), fresh.endsAt());
  }

  /** Another refresh token in the settings ends what an earlier one has begun. */
  private void begin(Lease lease) {
    int begun =
        on(
                lease.account(),
                REFRESH,
                """
                insert into channel_key (platform, account, kind, sealed, set_by, set_at, origin)
                values (:platform, :account, :kind, :sealed, 'settings', :now, :origin)
                on conflict (platform, account, kind) do update
                  set sealed = excluded.sealed, set_by = excluded.set_by, set_at = excluded.set_at,
                    origin = excluded.origin
                  where channel_key.origin <> excluded.origin
                """)
            .param("sealed", vault.seal(lease.refreshToken(), place(lease, REFRESH)))
            .param("now", utc(clock.instant()))
            .param("origin", origin(lease))
            .update();
    if (begun == 1) {
      delete(lease.account());
    }
  }

  private Secret locked(Lease lease) {
    byte[] sealed =
        on(
                lease.account(),
                REFRESH,
                """
                select sealed from channel_key
                where platform = :platform and account = :account and kind = :kind for update
                """)
            .query((row, i) -> row.getBytes("sealed"))
            .single();
    return vault
        .open(sealed, place(lease, REFRESH))
        .orElseThrow(
            () ->
                new CallFailure.LockedOut(
                    "Ключ в базе не открывается: desk.secret-key не тот, которым он закрыт"));
  }

  private void keep(Lease lease, String kind, Secret secret, Instant endsAt) {
    on(
            lease.account(),
            kind,
            """
            insert into channel_key
              (platform, account, kind, sealed, set_by, set_at, origin, expires_at)
            values (:platform, :account, :kind, :sealed, 'renewal', :now, :origin, :ends)
            on conflict (platform, account, kind) do update
              set sealed = excluded.sealed, set_by = excluded.set_by, set_at = excluded.set_at,
                origin = excluded.origin, expires_at = excluded.expires_at
            """)
        .param("sealed", vault.seal(secret, place(lease, kind)))
        .param("now", utc(clock.instant()))
        .param("origin", origin(lease))
        .param("ends", utc(endsAt))
        .update();
  }

  private Optional<Kept> remembered(Lease lease) {
    Known remembered = known.get(lease.account());
    if (remembered == null || System.nanoTime() - remembered.at() > REMEMBERED.toNanos()) {
      remembered = new Known(read(lease), System.nanoTime());
      known.put(lease.account(), remembered);
    }
    return remembered.kept();
  }

  private Optional<Kept> read(Lease lease) {
    return on(
            lease.account(),
            TOKEN,
            """
            select sealed, expires_at from channel_key
            where platform = :platform and account = :account and kind = :kind
              and origin = :origin
            """)
        .param("origin", origin(lease))
        .query(
            (row, i) -> {
              Instant ends = row.getObject("expires_at", OffsetDateTime.class).toInstant();
              return vault
                  .open(row.getBytes("sealed"), place(lease, TOKEN))
                  .map(token -> new Kept(token, ends));
            })
        .optional()
        .flatMap(kept -> kept);
  }

  /** A token that was put in by hand counts. */
  void forget(Account account) {
    delete(account);
    known.remove(account);
  }

  private void delete(Account account) {
    on(
            account,
            TOKEN,
            """
            delete from channel_key
            where platform = :platform and account = :account and kind = :kind
            """)
        .update();
  }

  private JdbcClient.StatementSpec on(Account account, String kind, String sql) {
    return jdbc.sql(sql)
        .param("platform", account.platform().id())
        .param("account", account.name())
        .param("kind", kind);
  }

  private static String place(Lease lease, String kind) {
    return lease.account() + "/" + kind;
  }

  private static String origin(Lease lease) {
    return Hmac.hex(lease.refreshToken(), "origin".getBytes(StandardCharsets.UTF_8));
  }

  private static OffsetDateTime utc(Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }
}
