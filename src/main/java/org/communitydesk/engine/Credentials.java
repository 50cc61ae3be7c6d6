package org.communitydesk.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a login rests on: the stored password, the groups, a lock. Kept for seconds, because every
 * request of a session asks; what this node changes is forgotten at once.
 */
@Component
class Credentials {

  /** With the beat of the live streams this stays below the ten seconds that are promised. */
  static final Duration KEPT = Duration.ofSeconds(3);

  private static final int MOST_KEPT = 2_000;

  /** As the engine counts; the desk never locks, an operator may. */
  private static final int LOCKED = 10;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  Credentials(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** As of the latest seconds; empty when there is no such person or they are locked. */
  Optional<Stored> lately(String person) {
    if (kept.size() > MOST_KEPT) {
      kept.clear();
    }
    Instant now = clock.instant();
    // Whoever forgets a person waits for the reading that is under way, and so forgets it too.
    Kept known =
        kept.compute(
            person,
            (id, before) ->
                before != null && before.isFresh(now) ? before : new Kept(now, now(id, now)));
    if (known.stored.isEmpty()) {
      kept.remove(person, known);
    }
    return known.stored;
  }

  /** As of now; empty when there is no such person or they are locked. */
  Optional<Stored> now(String person) {
    return now(person, clock.instant());
  }

  private Optional<Stored> now(String person, Instant now) {
    return jdbc.sql(
            """
            select u.id_, u.pwd_, u.salt_, u.attempts_, u.lock_exp_time_,
              array(select m.group_id_::text from act_id_membership m where m.user_id_ = u.id_) as groups
            from act_id_user u where u.id_ = :id
            """)
        .param("id", person)
        .query((row, number) -> isLocked(row, now) ? null : Stored.of(row))
        .optional();
  }

  private static boolean isLocked(ResultSet row, Instant now) throws SQLException {
    Timestamp until = row.getTimestamp("lock_exp_time_");
    return row.getInt("attempts_") >= LOCKED || (until != null && until.toInstant().isAfter(now));
  }

  /** Puts a new hash of the same password in place of an old one, unless that was changed. */
  boolean replace(Stored old, String password, String salt) {
    boolean replaced =
        jdbc.sql(
                    """
                    update act_id_user set pwd_ = :password, salt_ = :salt, rev_ = rev_ + 1
                    where id_ = :id and pwd_ = :old and salt_ is not distinct from :oldSalt
                    """)
                .param("password", password)
                .param("salt", salt)
                .param("id", old.person())
                .param("old", old.password())
                .param("oldSalt", old.salt())
                .update()
            == 1;
    forget(old.person());
    return replaced;
  }

  void forget(String person) {
    kept.remove(person);
  }

  void forgetAll() {
    kept.clear();
  }

  private record Kept(Instant at, Optional<Stored> stored) {

    boolean isFresh(Instant now) {
      Duration age = Duration.between(at, now);
      return !age.isNegative() && age.compareTo(KEPT) < 0;
    }
  }

  /**
   * A person's row.
   *
   * @param password the hash; null when the person has none
   * @param salt null when the engine used none
   */
  record Stored(String person, String password, String salt, Set<String> groups) {

    static Stored of(ResultSet row) throws SQLException {
      return new Stored(
          row.getString("id_"),
          row.getString("pwd_"),
          row.getString("salt_"),
          Set.of((String[]) row.getArray("groups").getArray()));
    }

    Stamp stamp() {
      return Stamp.of(password, salt, groups);
    }

    @Override
    public String toString() {
      return "Stored[" + person + "]";
    }
  }
}
