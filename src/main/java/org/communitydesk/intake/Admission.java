package org.communitydesk.intake;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * How many deliveries this node has in hand at once. Whoever waits too long is sent away and comes
 * again: every platform repeats what was answered 503.
 */
@Component
@EnableConfigurationProperties(IntakeProperties.class)
class Admission {

  /** What a delivery must be answered in, and a good deal more than it takes to arrive. */
  static final Duration LONGEST_READ = Duration.ofSeconds(5);

  private static final Duration LONGEST_WAIT = Duration.ofMillis(400);

  /** Of the 200 threads that answer HTTP: the others are for people. */
  private static final int READERS = 64;

  private static final int LONGEST_QUEUE = 64;
  private static final long UNIT = 64 * 1024L;
  private static final long TREE = 96 * 1024 * 1024L;

  private final Semaphore readers = new Semaphore(READERS);
  private final Semaphore memory;
  private final Semaphore workers;

  Admission(IntakeProperties properties) {
    long heap = Runtime.getRuntime().maxMemory();
    this.memory = new Semaphore((int) Math.min(1 << 20, Math.max(256, heap / 16 / UNIT)));
    this.workers =
        new Semaphore(
            properties.bodies() > 0
                ? properties.bodies()
                : (int) Math.min(16, Math.max(2, heap / TREE)),
            true);
  }

  /** No place has become free in time: the platform must come again. */
  static final class Full extends IOException {}

  /** What is done in a place. */
  interface Step<T> {

    T take() throws IOException;
  }

  /** Holds room for the bytes of a body. */
  <T> T withRoom(long bytes, Step<T> step) throws IOException {
    return in(memory, (int) (1 + bytes / UNIT), step);
  }

  /** Reads what anybody may have sent. */
  <T> T asReader(Step<T> step) throws IOException {
    return in(readers, 1, step);
  }

  /** Understands and keeps a body that is proven. */
  <T> T asWorker(Step<T> step) throws IOException {
    return in(workers, 1, step);
  }

  private static <T> T in(Semaphore places, int many, Step<T> step) throws IOException {
    if (!take(places, many)) {
      throw new Full();
    }
    try {
      return step.take();
    } finally {
      places.release(many);
    }
  }

  private static boolean take(Semaphore places, int many) {
    try {
      return places.tryAcquire(many)
          || (places.getQueueLength() < LONGEST_QUEUE
              && places.tryAcquire(many, LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
