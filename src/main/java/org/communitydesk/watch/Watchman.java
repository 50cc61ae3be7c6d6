package org.communitydesk.watch;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.Channels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/** Goes round the channels every second on every node; the tables say what is left to do. */
@Component
class Watchman implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Watchman.class);
  private static final long TICK_SECONDS = 1;
  private static final long LONGEST_CHECK_SECONDS = 40;
  private static final int CHECKS_AT_ONCE = 4;

  private final Channels channels;
  private final Round round;
  private ScheduledExecutorService rounds;
  private ExecutorService checks;
  private Future<?> turns;
  private volatile boolean begun;

  Watchman(Channels channels, Round round) {
    this.channels = channels;
    this.round = round;
  }

  @Override
  public synchronized void start() {
    checks = Executors.newFixedThreadPool(CHECKS_AT_ONCE, threads("channel-check-"));
    rounds = Executors.newSingleThreadScheduledExecutor(threads("channel-watch-"));
    turns = rounds.scheduleWithFixedDelay(this::goRound, 0, TICK_SECONDS, TimeUnit.SECONDS);
  }

  private static CustomizableThreadFactory threads(String prefix) {
    CustomizableThreadFactory threads = new CustomizableThreadFactory(prefix);
    threads.setDaemon(true);
    return threads;
  }

  @Override
  public synchronized void stop() {
    rounds.shutdownNow();
    checks.shutdownNow();
    try {
      if (!rounds.awaitTermination(TICK_SECONDS, TimeUnit.SECONDS)
          || !checks.awaitTermination(TICK_SECONDS, TimeUnit.SECONDS)) {
        log.info("A check of a channel is left behind");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    turns = null;
  }

  @Override
  public synchronized boolean isRunning() {
    return turns != null;
  }

  private void goRound() {
    if (!begun) {
      try {
        round.forgetTheRemoved();
        begun = true;
      } catch (RuntimeException trouble) {
        log.warn("What was told of removed accounts cannot be ended now", trouble);
      }
    }
    for (Channel channel : channels.all()) {
      try {
        round.look(channel);
        if (round.mayCheck(channel)) {
          checks.execute(() -> check(channel));
        }
      } catch (RuntimeException trouble) {
        log.warn("{} cannot be watched now", channel.account(), trouble);
      }
    }
  }

  /** Checks now and waits for what follows from it. */
  void checkNow(Channel channel) {
    if (!channels.isOn(channel.account())) {
      return;
    }
    Future<?> done = checks.submit(() -> check(channel));
    try {
      done.get(LONGEST_CHECK_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      log.warn("{} has not been checked", channel.account(), e);
    }
  }

  private void check(Channel channel) {
    try {
      round.check(channel);
    } catch (RuntimeException trouble) {
      log.warn("{} cannot be checked now", channel.account(), trouble);
    }
  }
}
