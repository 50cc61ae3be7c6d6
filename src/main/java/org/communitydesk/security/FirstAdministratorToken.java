package org.communitydesk.security;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one-time token with which the first administrator is made. Only its hash is kept. It is too
 * long to be guessed; {@link LoginThrottle} keeps those who try all the same from wearing the
 * database out, without making the right person wait.
 */
@Component
public class FirstAdministratorToken {

  /** How long a token may be used. */
  public static final Duration VALID = Duration.ofMinutes(15);

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
            set hash = excluded.hash, expires_at = excluded.expires_at
            """)
        .param("hash", DigestUtils.sha256(token))
        .param("expiresAt", utc(clock.instant().plus(VALID)))
        .update();
    return token;
  }

  /** The caller's transaction keeps other tries waiting until it ends. */
  boolean isRight(String token) {
    return jdbc.sql("select * from first_administrator_token for update")
        .query((row, number) -> Row.of(row))
        .optional()
        .filter(issued -> clock.instant().isBefore(issued.expiresAt()))
        .filter(issued -> MessageDigest.isEqual(issued.hash(), DigestUtils.sha256(token)))
        .isPresent();
  }

  void forget() {
    jdbc.sql("delete from first_administrator_token").update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private record Row(byte[] hash, Instant expiresAt) {

    static Row of(ResultSet row) throws SQLException {
      return new Row(
          row.getBytes("hash"), row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
  }
}
