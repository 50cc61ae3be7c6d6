package org.communitydesk.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.communitydesk.support.StallingProxy;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

class QuickConnectionsTest {

  @Test
  void answersInTimeWhileTheServerStallsAndGoesOnByItself() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
        StallingProxy proxy = new StallingProxy(postgres.getPort());
        HikariDataSource all = new HikariDataSource()) {
      all.setJdbcUrl("jdbc:postgresql://localhost:" + proxy.port() + "/postgres");
      all.setUsername("postgres");
      all.setPassword("postgres");
      all.addDataSourceProperty("options", "-c statement_timeout=2min");
      QuickConnections quick = new QuickConnections(all);
      DatabaseHealth health = new DatabaseHealth(quick);
      JdbcTemplate jdbc = new JdbcTemplate(quick.source());
      TransactionTemplate transaction =
          new TransactionTemplate(new JdbcTransactionManager(quick.source()));
      jdbc.execute("create table kept (id int)");
      await().untilAsserted(() -> assertThat(health.health().getStatus()).isEqualTo(Status.UP));
      assertThat(jdbc.queryForObject("show statement_timeout", String.class)).isEqualTo("2s");

      proxy.stall(true);
      List<Duration> waits = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        long begun = System.nanoTime();
        assertThatThrownBy(
                () ->
                    transaction.executeWithoutResult(
                        status -> jdbc.update("insert into kept values (1)")))
            .isInstanceOfAny(DataAccessException.class, TransactionException.class);
        waits.add(Duration.ofNanos(System.nanoTime() - begun));
      }
      long begun = System.nanoTime();
      assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);

      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
      assertThat(waits).allMatch(wait -> wait.compareTo(Duration.ofSeconds(3)) < 0);

      proxy.stall(false);
      await().untilAsserted(() -> assertThat(health.health().getStatus()).isEqualTo(Status.UP));
      transaction.executeWithoutResult(status -> jdbc.update("insert into kept values (2)"));
      assertThat(jdbc.queryForList("select id from kept", Integer.class)).contains(2);

      FluentConfiguration flyway = Flyway.configure().dataSource(all);
      new PatientFlyway().customize(flyway);
      assertThat(
              new JdbcTemplate(flyway.getDataSource())
                  .queryForObject("show statement_timeout", String.class))
          .isEqualTo("0");
      quick.destroy();
    }
  }
}
