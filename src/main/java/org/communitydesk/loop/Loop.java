package org.communitydesk.loop;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** A thread that does one round after the other until it is stopped; no fault ends it. */
public final class Loop {

  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final int FAULTS_IN_A_ROW = 3;

  /** A round that has lasted so long works, even if it never ends. */
  private static final Duration WORKS_AGAIN = Duration.ofSeconds(10);

  private final String name;
  private final String title;
  private final Round round;
  private final BiConsumer<Loop, Throwable> onFault;
  private final Semaphore bell = new Semaphore(0);
  private final Thread thread;
  private Duration pause;
  private int faults;
  private volatile boolean down;
  private volatile long roundBegan;
  private volatile boolean inRound;
  private volatile boolean stopping;

  /** What is done again and again. */
  public interface Round {

    /**
     * Does it once.
     *
     * @return how long to rest before the next round
     * @throws Exception the round has failed: it is tried again after a growing pause
     */
    Duration go() throws Exception;
  }

  Loop(
      String name,
      String title,
      Duration first,
      Round round,
      BiConsumer<Loop, Throwable> onFault,
      Runnable atEnd) {
    this.name = name;
    this.title = title;
    this.pause = first;
    this.round = round;
    this.onFault = onFault;
    this.thread =
        new Thread(
            () -> {
              goOn();
              atEnd.run();
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }

  /** The name of the thread. */
  public String name() {
    return name;
  }

  /** What it does, Russian, as the end of a sentence. */
  public String title() {
    return title;
  }

  /**
   * Whether it does not do its work now: after an error, or after several failed rounds, until a
   * round succeeds.
   */
  public boolean isDown() {
    return down && !(inRound && sinceRoundBegan().compareTo(WORKS_AGAIN) > 0);
  }

  /** Ends the pause, if there is one; else the next round follows at once. */
  public void wake() {
    if (bell.availablePermits() == 0) {
      bell.release();
    }
  }

  /** Lets the round that is going on end, and begins no other; does not wait for it. */
  public void stop() {
    stopping = true;
    wake();
  }

  /** Interrupts the round that is going on; only after {@link #stop} does that end anything. */
  public void interrupt() {
    thread.interrupt();
  }

  /** Waits for the end of the thread; false when it still goes on. */
  public boolean join(Duration longest) throws InterruptedException {
    thread.join(longest.toMillis());
    return !thread.isAlive();
  }

  private void goOn() {
    Duration rest = pause;
    while (rest(rest)) {
      try {
        rest = once();
      } catch (Throwable evenThat) {
        // nothing could even be said of it, for want of memory perhaps
        down = true;
        rest = SHORTEST_PAUSE;
      }
    }
  }

  private Duration once() {
    try {
      roundBegan = System.nanoTime();
      inRound = true;
      pause = round.go();
      faults = 0;
      down = false;
      return pause;
    } catch (Throwable fault) {
      return after(fault);
    } finally {
      inRound = false;
    }
  }

  private Duration after(Throwable fault) {
    if (stopping) {
      return Duration.ZERO;
    }
    faults = sinceRoundBegan().compareTo(WORKS_AGAIN) > 0 ? 1 : faults + 1;
    down = fault instanceof Error || faults >= FAULTS_IN_A_ROW;
    onFault.accept(this, fault);
    Duration grown = SHORTEST_PAUSE.multipliedBy(1L << Math.min(faults - 1, 6));
    Duration bounded = grown.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : grown;
    return bounded.compareTo(pause) > 0 ? bounded : pause;
  }

  private boolean rest(Duration longest) {
    try {
      if (bell.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
        bell.drainPermits();
      }
    } catch (InterruptedException strangersWish) {
      // whoever means it has called stop() before
    }
    return !stopping;
  }

  private Duration sinceRoundBegan() {
    return Duration.ofNanos(System.nanoTime() - roundBegan);
  }
}
