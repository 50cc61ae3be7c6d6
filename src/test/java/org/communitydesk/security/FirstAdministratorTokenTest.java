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
    assertThat(tokens.isRight(tokens.issue())).isTrue();
  }

  @Test
  void refusesEveryTokenWhenNoneWasIssued() {
    assertThat(tokens.isRight("")).isFalse();
    assertThat(tokens.isRight("anything")).isFalse();
  }

  @Test
  void refusesTheTokenAfterItsQuarterOfAnHour() {
    String token = tokens.issue();
    clock.move(Duration.ofMinutes(15).minusSeconds(1));
    assertThat(tokens.isRight(token)).isTrue();
    clock.move(Duration.ofSeconds(1));
    assertThat(tokens.isRight(token)).isFalse();
  }

  @Test
  void refusesTheTokenThatALaterOneReplaced() {
    String earlier = tokens.issue();
    String later = tokens.issue();
    assertThat(later).isNotEqualTo(earlier);
    assertThat(tokens.isRight(earlier)).isFalse();
    assertThat(tokens.isRight(later)).isTrue();
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
