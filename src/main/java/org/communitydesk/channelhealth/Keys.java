package org.communitydesk.channelhealth;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.communitydesk.channel.Keyring;
import org.communitydesk.conversation.Account;
import org.communitydesk.http.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys that administrators have put in the place of those in the settings. */
@Component
class Keys implements Keyring {

  private static final Logger log = LoggerFactory.getLogger(Keys.class);
  private static final Duration REMEMBERED = Duration.ofSeconds(5);

  private final JdbcClient jdbc;
  private final Vault vault;
  private final Clock clock;
  private final Map<Place, Known> known = new ConcurrentHashMap<>();

  private record Place(Account account, Key key) {
    @Override
    public String toString() {
      return account + "/" + key;
    }
  }

  private record Known(Optional<Secret> secret, long at) {}

  Keys(JdbcClient jdbc, Vault vault, Clock clock) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.clock = clock;
  }

  /** Other nodes' changes are seen within a few seconds. */
  @Override
  public Optional<Secret> find(Account account, Key key) {
    Place place = new Place(account, key);
    Known remembered = known.get(place);
    if (remembered == null || System.nanoTime() - remembered.at() > REMEMBERED.toNanos()) {
      remembered = new Known(read(place), System.nanoTime());
      known.put(place, remembered);
    }
    return remembered.secret();
  }

  boolean canSeal() {
    return vault.isOpen();
  }

  /**
   * @param who the administrator's login
   */
  void put(Account account, Key key, Secret secret, String who) {
    Place place = new Place(account, key);
    at(
            place,
            """
            insert into channel_key (platform, account, kind, sealed, set_by, set_at)
            values (:platform, :account, :kind, :sealed, :who, :now)
            on conflict (platform, account, kind) do update
              set sealed = excluded.sealed, set_by = excluded.set_by, set_at = excluded.set_at
            """)
        .param("sealed", vault.seal(secret, place.toString()))
        .param("who", who)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    known.remove(place);
    log.info("{} has changed {}", who, place);
  }

  /** The settings count again. */
  void remove(Account account, Key key) {
    Place place = new Place(account, key);
    at(
            place,
            """
            delete from channel_key
            where platform = :platform and account = :account and kind = :kind
            """)
        .update();
    known.remove(place);
  }

  private Optional<Secret> read(Place place) {
    Optional<byte[]> sealed =
        at(
                place,
                """
                select sealed from channel_key
                where platform = :platform and account = :account and kind = :kind
                """)
            .query((row, i) -> row.getBytes("sealed"))
            .optional();
    Optional<Secret> secret = sealed.flatMap(bytes -> vault.open(bytes, place.toString()));
    if (sealed.isPresent() && secret.isEmpty()) {
      log.error("{} in the database cannot be opened: is desk.secret-key another one?", place);
    }
    return secret;
  }

  private JdbcClient.StatementSpec at(Place place, String sql) {
    return jdbc.sql(sql)
        .param("platform", place.account().platform().id())
        .param("account", place.account().name())
        .param("kind", place.key().name());
  }
}
