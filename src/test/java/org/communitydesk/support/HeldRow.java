package org.communitydesk.support;

import static org.awaitility.Awaitility.await;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Keeps several things in flight at a point of the test's choosing: holds a lock of the database
 * that they need. What is {@linkplain #start started} runs into it and stops there; {@link #close}
 * lets all of them go, the first that came first.
 *
 * <pre>{@code
 * try (HeldRow held = HeldRow.caseFile(database, caseId)) {
 *   answer = held.start(() -> appeal.trySubmit("anna", "classifyAppeal", fields));
 *   held.start(() -> appeal.send("Помогите", null)); // comes behind it
 * }
 * answer.join();
 * }</pre>
 */
public final class HeldRow implements AutoCloseable {

  private static final String WAITING =
      """
      with recursive waiting as (
        select pid from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))
        union select a.pid from pg_stat_activity a join waiting w on w.pid = any(pg_blocking_pids(a.pid)))
      select count(*) from waiting
      """;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Connection holder;

  private HeldRow(DataSource database, String lock, Object... params) {
    try {
      holder = database.getConnection();
      holder.setAutoCommit(false);
      try (PreparedStatement statement = holder.prepareStatement(lock)) {
        for (int i = 0; i < params.length; i++) {
          statement.setObject(i + 1, params[i]);
        }
        statement.execute();
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Holds whatever that statement locks, for example {@code select … for update}. */
  public static HeldRow of(DataSource database, String lock, Object... params) {
    return new HeldRow(database, lock, params);
  }

  /** Holds a case: what joins it, closes it or asks for unread words waits. */
  public static HeldRow caseFile(DataSource database, String caseId) {
    return of(
        database,
        "select 1 from desk.case_file where case_id = ? for update",
        Long.valueOf(caseId));
  }

  /**
   * Begins that in a thread of its own; returns when one more waits for the lock, or it is over.
   */
  @CanIgnoreReturnValue
  public <T> CompletableFuture<T> start(Supplier<T> act) {
    int before = waiting();
    CompletableFuture<T> begun = CompletableFuture.supplyAsync(act);
    await().atMost(PATIENCE).until(() -> waiting() > before || begun.isDone());
    return begun;
  }

  /** Waits until so many stand before the lock. */
  public void awaitWaiting(int count) {
    await().atMost(PATIENCE).until(() -> waiting() >= count);
  }

  /** How many stand before the lock, also behind one another. */
  public int waiting() {
    try (PreparedStatement statement = holder.prepareStatement(WAITING);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Override
  public void close() {
    try (holder) {
      holder.rollback();
      holder.setAutoCommit(true);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
