package org.communitydesk.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class PatienceTest {

  private static final String LONG = "select pg_sleep(1.2)::text";

  @Test
  void aLongStatementMayEndWhereItIsHonestAndNowhereElse() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
        HikariDataSource pool = new HikariDataSource()) {
      pool.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
      pool.addDataSourceProperty("options", "-c statement_timeout=300ms");
      pool.addDataSourceProperty("socketTimeout", "1");
      pool.setMaximumPoolSize(1);
      JdbcTemplate jdbc = new JdbcTemplate(pool);
      Patience patience = new Patience(pool, JdbcClient.create(jdbc));
      TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(pool));

      transaction.executeWithoutResult(
          status -> {
            patience.longest();
            jdbc.queryForObject(LONG, String.class);
          });

      assertThat(jdbc.queryForObject("show statement_timeout", String.class)).isEqualTo("300ms");
      try (Connection connection = pool.getConnection()) {
        assertThat(connection.getNetworkTimeout()).isEqualTo(1_000);
      }
      assertThatThrownBy(() -> jdbc.queryForObject(LONG, String.class))
          .isInstanceOf(DataAccessException.class);
    }
  }
}
