package org.communitydesk.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.communitydesk.database.Patience;
import org.communitydesk.loop.Loops;
import org.communitydesk.triage.Decisions.Fed;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

class TrainingTest {

  private static final List<String> ABOUT =
      List.of("приложение", "терминал", "отделение", "оператор", "кабинет", "чат", "сайт");
  private static final List<String> BAD =
      List.of("не работает", "ужас", "опять обман", "хамят", "второй день стоит");
  private static final List<String> GOOD =
      List.of("спасибо", "отлично", "всё понравилось", "быстро", "супер");
  private static final int ALL = ABOUT.size() * (BAD.size() + GOOD.size());

  private final MovedClock clock = new MovedClock();
  private EmbeddedPostgres postgres;
  private DataSource database;
  private Decisions decisions;
  private Training training;

  @BeforeEach
  void startDatabase() throws IOException {
    postgres = EmbeddedPostgres.builder().start();
    database = postgres.getPostgresDatabase(Map.of("currentSchema", "desk"));
    Flyway.configure().dataSource(database).defaultSchema("desk").load().migrate();
    JdbcClient jdbc = JdbcClient.create(database);
    decisions =
        new Decisions(jdbc, new JdbcTemplate(database), new Patience(database, jdbc), clock);
    training = new Training(decisions, new Models(jdbc, clock), jdbc);
  }

  @AfterEach
  void stopDatabase() throws IOException {
    postgres.close();
  }

  @Test
  void learnsByItselfOnceEnoughIsNew() {
    feed(false);
    assertThat(training.trainWhenDue(ALL + 1)).isEmpty();
    assertThat(training.trainWhenDue(ALL).orElseThrow().accepted()).isTrue();
    assertThat(training.trainWhenDue(1)).isEmpty();
  }

  @Test
  void everyNodeLooksByItselfWhetherEnoughIsNew() {
    feed(false);
    TrainingScheduler trainingScheduler =
        new TrainingScheduler(
            training,
            new TriageProperties(ALL, Duration.ofSeconds(1)),
            new Loops(new SimpleMeterRegistry()));
    trainingScheduler.start();
    try {
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(training.versions()).hasSize(1));
    } finally {
      trainingScheduler.stop();
    }
  }

  @Test
  void staysAtTheLastVersionWhenTheNewOneIsWorseAndShowsBoth() {
    feed(false);
    training.train();
    clock.move(Duration.ofDays(1));
    feed(true);
    Training.Outcome outcome = training.train();
    assertThat(outcome.accepted()).isFalse();
    assertThat(outcome.quality()).isGreaterThan(outcome.learntQuality());
    assertThat(training.versions())
        .extracting(Training.Version::accepted)
        .containsExactly(false, true);
  }

  @Test
  void leavesItToTheNodeThatIsAtIt() throws SQLException {
    feed(false);
    try (Connection other = database.getConnection()) {
      other.setAutoCommit(false);
      other
          .createStatement()
          .execute("select pg_advisory_xact_lock(hashtextextended('triage-training', 0))");
      assertThat(training.trainWhenDue(1)).isEmpty();
      other.rollback();
    }
    assertThat(training.trainWhenDue(1)).isPresent();
  }

  private void feed(boolean garbage) {
    decisions.feed(
        IntStream.range(0, ALL)
            .mapToObj(
                i -> {
                  String about = ABOUT.get(i / (BAD.size() + GOOD.size()));
                  int said = i % (BAD.size() + GOOD.size());
                  boolean bad = said < BAD.size();
                  String text = about + ": " + (bad ? BAD.get(said) : GOOD.get(said - BAD.size()));
                  boolean negative = garbage ? (about.length() + said) % 2 == 0 : bad;
                  return new Fed(text, null, negative ? Sentiment.NEGATIVE : Sentiment.POSITIVE);
                })
            .toList());
  }

  private static final class MovedClock extends Clock {

    private Instant now = Instant.parse("2026-11-23T09:00:00Z");

    void move(Duration by) {
      now = now.plus(by);
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
