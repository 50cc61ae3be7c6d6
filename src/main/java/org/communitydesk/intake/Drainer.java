package org.communitydesk.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The threads of this node that empty the inbox: woken by what comes in, and every second. */
@Component
@EnableConfigurationProperties(IntakeProperties.class)
class Drainer implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Drainer.class);
  private static final long TICK_SECONDS = 1;
  private static final long LONGEST_STOP_MILLIS = 20_000;

  private final Worker worker;
  private final int workers;
  private final Semaphore bell = new Semaphore(0);
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean running;

  Drainer(Worker worker, IntakeProperties properties) {
    this.worker = worker;
    this.workers = properties.workers();
  }

  /** Says that something has come in, after its transaction. */
  void wake() {
    bell.release(Math.max(0, workers - bell.availablePermits()));
  }

  @Override
  public synchronized void start() {
    running = true;
    for (int i = 1; i <= workers; i++) {
      Thread thread = new Thread(this::work, "inbox-" + i);
      threads.add(thread);
      thread.start();
    }
  }

  @Override
  public synchronized void stop() {
    running = false;
    bell.release(workers);
    try {
      for (Thread thread : threads) {
        thread.join(LONGEST_STOP_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.clear();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void work() {
    while (running) {
      try {
        boolean more = true;
        while (running && more) {
          more = worker.workOnce();
        }
      } catch (RuntimeException | Error trouble) {
        log.warn("The inbox cannot be worked now", trouble);
      }
      await();
    }
  }

  private void await() {
    try {
      if (bell.tryAcquire(TICK_SECONDS, TimeUnit.SECONDS)) {
        log.trace("woken");
      }
    } catch (InterruptedException e) {
      running = false;
      Thread.currentThread().interrupt();
    }
  }
}
