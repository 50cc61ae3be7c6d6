package org.communitydesk.intake;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.communitydesk.channel.Channels;
import org.communitydesk.channel.Polled;
import org.communitydesk.channelhealth.Gate;
import org.communitydesk.loop.Loop;
import org.communitydesk.loop.Loops;
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
  private final PollLeases pollLeases;
  private final Gate gate;
  private final Loops loops;
  private final List<Loop> threads = new ArrayList<>();
  private volatile boolean running;

  Poller(
      Channels channels,
      Cursors cursors,
      Inbox inbox,
      InboxDispatcher inboxDispatcher,
      Gate gate,
      Loops loops,
      PlatformTransactionManager transactions,
      MeterRegistry meters) {
    this.channels = channels;
    this.gate = gate;
    this.loops = loops;
    this.pollLeases = new PollLeases(cursors, System::nanoTime);
    this.poll = new Poll(pollLeases, cursors, inbox, inboxDispatcher, gate, transactions, meters);
  }

  @Override
  public synchronized void start() {
    List<Polled> polled = channels.polled();
    if (polled.isEmpty()) {
      return;
    }
    running = true;
    for (Polled channel : polled) {
      threads.add(
          loops.start(
              "poll-" + channel.account(),
              "запрос новых сообщений канала " + channel.account(),
              round(channel)));
    }
    threads.add(
        loops.start(
            "poll-heartbeat",
            "подтверждение очереди опроса каналов",
            PULSE,
            () -> {
              pollLeases.beat();
              return PULSE;
            }));
  }

  @Override
  public synchronized void stop() {
    running = false;
    threads.forEach(Loop::stop);
    threads.forEach(Loop::interrupt);
    try {
      for (Loop thread : threads) {
        thread.join(LONGEST_STOP);
      }
      pollLeases.leave();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException trouble) {
      log.warn("The polled accounts cannot be left to other nodes now", trouble);
    }
    threads.clear();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  Loop.Round round(Polled channel) {
    AtomicInteger failures = new AtomicInteger();
    return () -> {
      try {
        Poll.Result result = poll.once(channel, failures.get());
        failures.set(result.failed() ? failures.get() + 1 : 0);
        return result.pause();
      } catch (Error broken) {
        leaveToOthers(channel, broken);
        throw broken;
      }
    };
  }

  // a fault of this node's program or memory need not be one of the others'
  private void leaveToOthers(Polled channel, Error broken) {
    try {
      gate.faltered(channel.account());
      pollLeases.leave(channel.account());
    } catch (RuntimeException | Error trouble) {
      broken.addSuppressed(trouble);
    }
  }
}
