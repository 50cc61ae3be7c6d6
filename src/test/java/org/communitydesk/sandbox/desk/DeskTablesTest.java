package org.communitydesk.sandbox.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A new play on a real PostgreSQL with all of the desk's tables. */
class DeskTablesTest {

  private static EmbeddedPostgres postgres;
  private static DataSource database;

  private final JdbcClient jdbc = JdbcClient.create(database);
  private final DeskTables tables =
      new DeskTables(
          jdbc,
          new TransactionTemplate(new DataSourceTransactionManager(database)),
          Clock.systemUTC());

  @BeforeAll
  static void layOut() throws IOException {
    postgres = EmbeddedPostgres.builder().start();
    database = postgres.getPostgresDatabase(Map.of("currentSchema", "public,desk"));
    JdbcClient.create(database).sql("create schema desk_sandbox").update();
    Flyway.configure()
        .dataSource(database)
        .defaultSchema("desk")
        .locations("classpath:db/migration", "classpath:db/sandbox")
        .load()
        .migrate();
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @Test
  void aNewPlayFindsNothingOfTheLastOneButAllThatTheDeskWasTaught() {
    deliver("1");
    jdbc.sql("insert into policy_word (list, word) values ('OBSCENE', 'слово')").update();
    jdbc.sql(
            """
            insert into publishing_order (platform, account, stopped, who, at)
            values ('', '', true, 'maria', now())
            """)
        .update();
    jdbc.sql("insert into poll_cursor (platform, account, cursor) values ('ok', 'main', '7')")
        .update();
    assertThat(tables.anyDue(List.of())).isTrue();
    assertThat(tables.anyDue(List.of("vk/main"))).isFalse();

    tables.empty();

    assertThat(rowsIn("inbox") + rowsIn("publishing_order")).isZero();
    assertThat(rowsIn("policy_word")).isPositive();
    assertThat(rowsIn("flyway_schema_history")).isPositive();
    assertThat(
            jdbc.sql("select fence from poll_cursor where cursor is null")
                .query(Long.class)
                .single())
        .isEqualTo(1);
    assertThat(tables.anyDue(List.of())).isFalse();
  }

  /** A worker that holds one table and wants another, which the new play has locked already. */
  @Test
  void whoIsAtWorkIsWaitedForAndNotForEver() throws Exception {
    CountDownLatch atWork = new CountDownLatch(1);
    CompletableFuture<Void> worker =
        CompletableFuture.runAsync(
            () -> {
              try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                execute(
                    connection,
                    "insert into publishing_order (platform, account, stopped, who, at)"
                        + " values ('', '', true, 'maria', now())");
                atWork.countDown();
                awaitLock();
                execute(connection, "delete from inbox");
                connection.commit();
              } catch (SQLException failure) {
                throw new IllegalStateException(failure);
              }
            });
    deliver("2");
    atWork.await();

    tables.empty();

    worker.join();
    assertThat(rowsIn("publishing_order") + rowsIn("inbox")).isZero();
  }

  private void awaitLock() {
    while (jdbc.sql(
                """
                select count(*) from pg_locks
                where not granted and relation = 'desk.publishing_order'::regclass
                """)
            .query(Long.class)
            .single()
        == 0) {
      Thread.onSpinWait();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void deliver(String key) {
    jdbc.sql(
            """
            insert into inbox (platform, account, event_key, headers, body, state, lane, received_at)
            values ('vk', 'main', :key, '', '', 'WAITING', 'a', now())
            """)
        .param("key", key)
        .update();
  }

  private long rowsIn(String table) {
    return jdbc.sql("select count(*) from desk." + table).query(Long.class).single();
  }
}
