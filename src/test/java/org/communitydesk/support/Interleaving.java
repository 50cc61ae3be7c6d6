package org.communitydesk.support;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps several things in flight in a chosen order: the first thread that comes to a {@link
 * Breakpoint} stops there until it is let go, and others pass. Points are the statements and
 * commits of a {@link Room}, and what test doubles {@link #reach}. Closing lets everybody go and
 * waits for them.
 *
 * <pre>{@code
 * try (Interleaving threads = new Interleaving(jdbc)) {
 *   Breakpoint commit = threads.beforeCommit("insert into message");
 *   threads.start(() -> arrivals.takeOwn(caseId, answer)); // has done everything but its commit
 *   threads.start(() -> arrivals.arrived(account, id, true, at)); // ends, or waits for the other
 *   commit.letGo();
 * }
 * }</pre>
 */
public final class Interleaving implements AutoCloseable {

  static final String STATEMENT = "statement ";
  static final String COMMIT = "commit ";

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final List<Breakpoint> SET = new CopyOnWriteArrayList<>();

  private final JdbcClient jdbc;
  private final List<Breakpoint> mine = new ArrayList<>();
  private final List<CompletableFuture<?>> started = new ArrayList<>();

  /**
   * @param jdbc of the room
   */
  public Interleaving(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The node dies here: no handler of exceptions sees it, open transactions are rolled back. */
  public static final class Crash extends Error {

    private Crash(String point) {
      super("The node dies at: " + point);
    }
  }

  /** A named point of a test double, at which its thread may stop or die. */
  public static void reach(String point) {
    for (Breakpoint one : SET) {
      one.reached(point);
    }
  }

  /** Before a statement with these words. */
  public Breakpoint before(String words) {
    return set(point -> point.startsWith(STATEMENT) && point.contains(words), false);
  }

  /** Before the commit of a transaction in which a statement with these words was made. */
  public Breakpoint beforeCommit(String words) {
    return set(point -> point.startsWith(COMMIT) && point.contains(words), false);
  }

  /** At a point with these words, of whatever kind it is. */
  public Breakpoint at(String words) {
    return set(point -> point.contains(words), false);
  }

  /** The first thread that comes to a point with these words dies there. */
  public void crashAt(String words) {
    set(point -> point.contains(words), true);
  }

  private Breakpoint set(Predicate<String> where, boolean deadly) {
    Breakpoint breakpoint = new Breakpoint(where, deadly);
    mine.add(breakpoint);
    SET.add(breakpoint);
    return breakpoint;
  }

  /** Begins that in a thread of its own; returns when it is over, stopped, or waits for a lock. */
  @CanIgnoreReturnValue
  public CompletableFuture<Void> start(Runnable act) {
    CompletableFuture<Void> begun = new CompletableFuture<>();
    long waiting = waiting();
    Thread thread =
        new Thread(
            () -> {
              try {
                act.run();
                begun.complete(null);
              } catch (Throwable failure) {
                begun.completeExceptionally(failure);
              }
            });
    started.add(begun);
    thread.setDaemon(true);
    thread.start();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!begun.isDone() && !isStopped(thread) && waiting() == waiting) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("It neither ends nor waits for anybody");
      }
      Thread.onSpinWait();
    }
    return begun;
  }

  private boolean isStopped(Thread thread) {
    return mine.stream().anyMatch(one -> one.stopped == thread);
  }

  private long waiting() {
    return jdbc.sql(
            """
            select count(*) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'
            """)
        .query(Long.class)
        .single();
  }

  /** Lets everybody go and waits for them; what they have thrown is theirs. */
  @Override
  public void close() {
    mine.forEach(Breakpoint::letGo);
    SET.removeAll(mine);
    started.forEach(
        one -> one.handle((done, failure) -> null).orTimeout(20, TimeUnit.SECONDS).join());
  }

  /** A point at which one thread stops. */
  public static final class Breakpoint {

    private final Thread owner = Thread.currentThread();
    private final Predicate<String> where;
    private final boolean deadly;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CountDownLatch go = new CountDownLatch(1);
    private volatile Thread stopped;

    private Breakpoint(Predicate<String> where, boolean deadly) {
      this.where = where;
      this.deadly = deadly;
    }

    private void reached(String point) {
      boolean mayStop = deadly || Thread.currentThread() != owner;
      if (mayStop && where.test(point) && taken.compareAndSet(false, true)) {
        if (deadly) {
          throw new Crash(point);
        }
        stop();
      }
    }

    private void stop() {
      stopped = Thread.currentThread();
      try {
        if (!go.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
          throw new IllegalStateException("Nobody has let it go");
        }
      } catch (InterruptedException end) {
        throw new IllegalStateException(end);
      } finally {
        stopped = null;
      }
    }

    /** Whether a thread has come here. */
    public boolean isHit() {
      return taken.get();
    }

    /** Whoever stands here goes on, and nobody stops here any more. */
    public void letGo() {
      taken.set(true);
      go.countDown();
    }
  }
}
