package org.communitydesk.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;
import org.communitydesk.security.FirstAdministratorToken.Verdict;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class FirstAdministratorTokenTest {

  private static EmbeddedPostgres postgres;
  private static JdbcClient jdbc;

  private final MovedClock clock = new MovedClock();
  private final FirstAdministratorToken tokens = new FirstAdministratorToken(jdbc, clock);

  @BeforeAll
  static void startDatabase() throws IOException {
    postgres = EmbeddedPostgres.builder().start();
    DataSource database = postgres.getPostgresDatabase(Map.of("currentSchema", "desk"));
    Flyway.configure().dataSource(database).defaultSchema("desk").load().migrate();
    jdbc = JdbcClient.create(database);
  }

  @AfterAll
  static void stopDatabase() throws IOException {
    postgres.close();
  }

  @BeforeEach
  void beginWithoutToken() {
    tokens.forget();
  }

  @Test
  void letsTheIssuedTokenIn() {
    assertThat(tokens.check(tokens.issue())).isEqualTo(Verdict.RIGHT);
  }

  @Test
  void refusesEveryTokenWhenNoneWasIssued() {
    assertThat(tokens.check("")).isEqualTo(Verdict.WRONG);
    assertThat(tokens.check("anything")).isEqualTo(Verdict.WRONG);
  }

  @Test
  void refusesTheTokenAfterItsQuarterOfAnHour() {
    String token = tokens.issue();
    clock.move(Duration.ofMinutes(15).minusSeconds(1));
    assertThat(tokens.check(token)).isEqualTo(Verdict.RIGHT);
    clock.move(Duration.ofSeconds(1));
    assertThat(tokens.check(token)).isEqualTo(Verdict.WRONG);
  }

  @Test
  void refusesTheTokenThatALaterOneReplaced() {
    String earlier = tokens.issue();
    String later = tokens.issue();
    assertThat(later).isNotEqualTo(earlier);
    assertThat(tokens.check(earlier)).isEqualTo(Verdict.WRONG);
    assertThat(tokens.check(later)).isEqualTo(Verdict.RIGHT);
  }

  @Test
  void keepsNoTokenButItsHash() {
    String token = tokens.issue();
    assertThat(
            jdbc.sql("select t::text from first_administrator_token t")
                .query(String.class)
                .single())
        .doesNotContain(token);
  }

  @Test
  void slowsWhoTriesManyWrongOnes() {
    String token = tokens.issue();
    for (int tries = 0; tries < 5; tries++) {
      assertThat(tokens.check("wrong")).isEqualTo(Verdict.WRONG);
    }
    assertThat(tokens.check("wrong")).isEqualTo(Verdict.TOO_SOON);
    assertThat(tokens.check(token)).isEqualTo(Verdict.TOO_SOON);
    clock.move(Duration.ofSeconds(1));
    assertThat(tokens.check("wrong")).isEqualTo(Verdict.WRONG);
    clock.move(Duration.ofSeconds(1));
    assertThat(tokens.check(token)).isEqualTo(Verdict.TOO_SOON);
    clock.move(Duration.ofSeconds(1));
    assertThat(tokens.check(token)).isEqualTo(Verdict.RIGHT);
  }

  private static final class MovedClock extends Clock {

    private Instant now = Instant.parse("2026-03-02T09:00:00Z");

    void move(Duration plus) {
      now = now.plus(plus);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
