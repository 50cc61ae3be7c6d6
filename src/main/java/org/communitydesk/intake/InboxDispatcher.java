package org.communitydesk.intake;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.communitydesk.loop.Loop;
import org.communitydesk.loop.Loops;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The threads of this node that empty the inbox: woken by what comes in, and every second. */
@Component
@EnableConfigurationProperties(IntakeProperties.class)
class InboxDispatcher implements SmartLifecycle {

  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

  private final Worker worker;
  private final int workers;
  private final Loops loops;
  private final List<Loop> threads = new CopyOnWriteArrayList<>();
  private volatile boolean running;

  InboxDispatcher(Worker worker, IntakeProperties properties, Loops loops) {
    this.worker = worker;
    this.workers = properties.workers();
    this.loops = loops;
  }

  /** Says that something has come in, after its transaction. */
  void wake() {
    threads.forEach(Loop::wake);
  }

  @Override
  public synchronized void start() {
    running = true;
    for (int i = 1; i <= workers; i++) {
      threads.add(
          loops.start(
              "inbox-" + i,
              "разбор входящих сообщений",
              () -> worker.workOnce() ? Duration.ZERO : TICK));
    }
  }

  @Override
  public synchronized void stop() {
    running = false;
    threads.forEach(Loop::stop);
    try {
      for (Loop thread : threads) {
        thread.join(LONGEST_STOP);
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
}
