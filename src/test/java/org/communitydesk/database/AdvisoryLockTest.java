package org.communitydesk.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import org.communitydesk.support.Room;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(classes = Room.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class AdvisoryLockTest {

  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @Test
  void oneTransactionHasANameAndGivesItBackAtItsEnd() {
    transaction.executeWithoutResult(
        mine -> {
          AdvisoryLock.take(jdbc, "case", "vk/main", "7");
          assertThat(elsewhere("case", "vk/main", "7")).as("held").isFalse();
          assertThat(elsewhere("case", "vk/main", "8")).as("another one").isTrue();
          assertThat(elsewhere("message", "vk/main", "7")).as("another room's").isTrue();
        });
    assertThat(elsewhere("case", "vk/main", "7")).as("given back").isTrue();
  }

  @Test
  void whoTakesItWaitsForWhoHasIt() {
    CompletableFuture<Void> other =
        transaction.execute(
            mine -> {
              AdvisoryLock.take(jdbc, "script");
              CompletableFuture<Void> comes =
                  CompletableFuture.runAsync(
                      () ->
                          transaction.executeWithoutResult(
                              theirs -> AdvisoryLock.take(jdbc, "script")));
              awaitOneWaiting();
              assertThat(comes).isNotDone();
              return comes;
            });
    other.join();
  }

  private boolean elsewhere(String... name) {
    return CompletableFuture.supplyAsync(
            () -> transaction.execute(theirs -> AdvisoryLock.tryToTake(jdbc, name)))
        .join();
  }

  private void awaitOneWaiting() {
    await()
        .until(
            () ->
                jdbc.sql(
                            """
                        select count(*) from pg_locks
                        where locktype = 'advisory' and not granted
                          and database = (select oid from pg_database where datname = current_database())
                        """)
                        .query(Long.class)
                        .single()
                    == 1);
  }
}
