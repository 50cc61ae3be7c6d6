package org.communitydesk.intake;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.communitydesk.channel.Channels;
import org.communitydesk.channel.Polled;
import org.communitydesk.watch.Gate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** Asks the platforms that do not call us: one thread per account, one node at a time. */
@Component
class Poller implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Poller.class);
  private static final Duration PULSE = Duration.ofSeconds(10);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

  private final Channels channels;
  private final Poll poll;
  private final Seats seats;
  private final List<Thread> threads = new ArrayList<>();
  private volatile CountDownLatch stopping = new CountDownLatch(0);

  Poller(
      Channels channels,
      Cursors cursors,
      Inbox inbox,
      Drainer drainer,
      Gate gate,
      PlatformTransactionManager transactions,
      MeterRegistry meters) {
    this.channels = channels;
    this.seats = new Seats(cursors, System::nanoTime);
    this.poll = new Poll(seats, cursors, inbox, drainer, gate, transactions, meters);
  }

  @Override
  public synchronized void start() {
    List<Polled> polled = channels.polled();
    if (polled.isEmpty()) {
      return;
    }
    stopping = new CountDownLatch(1);
    for (Polled channel : polled) {
      run("poll-" + channel.account(), () -> pollOnAndOn(channel));
    }
    run("poll-pulse", this::showLife);
  }

  @Override
  public synchronized void stop() {
    stopping.countDown();
    threads.forEach(Thread::interrupt);
    try {
      for (Thread thread : threads) {
        thread.join(LONGEST_STOP.toMillis());
      }
      seats.leave();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException trouble) {
      log.warn("The polled accounts cannot be left to other nodes now", trouble);
    }
    threads.clear();
  }

  @Override
  public boolean isRunning() {
    return stopping.getCount() > 0;
  }

  private void run(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  private void pollOnAndOn(Polled channel) {
    int failures = 0;
    boolean on = true;
    while (on) {
      Poll.Result result = poll.once(channel, failures);
      failures = result.failed() ? failures + 1 : 0;
      on = rest(result.pause());
    }
  }

  private void showLife() {
    while (rest(PULSE)) {
      try {
        seats.beat();
      } catch (RuntimeException trouble) {
        log.warn("The pulse of the polled accounts cannot be shown now", trouble);
      }
    }
  }

  private boolean rest(Duration pause) {
    try {
      return !stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      return false;
    }
  }
}
