package org.communitydesk.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one-time token with which the first administrator is made. Only its hash is kept; wrong tries
 * are counted where all nodes see them.
 */
@Component
public class FirstAdministratorToken {

  /** How long a token may be used. */
  public static final Duration VALID = Duration.ofMinutes(15);

  private static final int FREE_TRIES = 5;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  FirstAdministratorToken(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Makes a token and forgets an earlier one; 43 letters, digits, dashes and underscores. */
  public String issue() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    jdbc.sql(
            """
            insert into first_administrator_token (hash, expires_at) values (:hash, :expiresAt)
            on conflict (only_one) do update
            set hash = excluded.hash, expires_at = excluded.expires_at, wrong_tries = 0, not_before = null
            """)
        .param("hash", hash(token))
        .param("expiresAt", utc(clock.instant().plus(VALID)))
        .update();
    return token;
  }

  /** Counts a wrong try; the caller's transaction keeps other tries waiting until it ends. */
  Verdict check(String token) {
    Instant now = clock.instant();
    Optional<Row> issued =
        jdbc.sql("select * from first_administrator_token for update")
            .query((row, number) -> Row.of(row))
            .optional();
    if (issued.isEmpty() || !now.isBefore(issued.get().expiresAt())) {
      return Verdict.WRONG;
    }
    if (now.isBefore(issued.get().notBefore())) {
      return Verdict.TOO_SOON;
    }
    if (MessageDigest.isEqual(issued.get().hash(), hash(token))) {
      return Verdict.RIGHT;
    }
    countWrongTry(issued.get().wrongTries() + 1, now);
    return Verdict.WRONG;
  }

  void forget() {
    jdbc.sql("delete from first_administrator_token").update();
  }

  private void countWrongTry(int tries, Instant now) {
    jdbc.sql("update first_administrator_token set wrong_tries = :tries, not_before = :notBefore")
        .param("tries", tries)
        .param("notBefore", utc(now.plus(pauseAfter(tries))))
        .update();
  }

  private static Duration pauseAfter(int tries) {
    if (tries < FREE_TRIES) {
      return Duration.ZERO;
    }
    Duration doubled = Duration.ofSeconds(1L << Math.min(tries - FREE_TRIES, 10));
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  enum Verdict {
    RIGHT,
    WRONG,
    TOO_SOON
  }

  private record Row(byte[] hash, Instant expiresAt, int wrongTries, Instant notBefore) {

    static Row of(ResultSet row) throws SQLException {
      OffsetDateTime notBefore = row.getObject("not_before", OffsetDateTime.class);
      return new Row(
          row.getBytes("hash"),
          row.getObject("expires_at", OffsetDateTime.class).toInstant(),
          row.getInt("wrong_tries"),
          notBefore == null ? Instant.MIN : notBefore.toInstant());
    }
  }
}
