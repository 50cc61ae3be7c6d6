package org.communitydesk.channelhealth;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.Channels;
import org.communitydesk.loop.Loop;
import org.communitydesk.loop.Loops;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/** Goes round the channels every second on every node; the tables say what is left to do. */
@Component
class HealthMonitor implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(HealthMonitor.class);
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final long LONGEST_CHECK_SECONDS = 40;
  private static final int CHECKS_AT_ONCE = 4;

  private final Channels channels;
  private final HealthCheck healthCheck;
  private final Loops loops;
  private ExecutorService checks;
  private Loop turns;
  private volatile boolean begun;

  HealthMonitor(Channels channels, HealthCheck healthCheck, Loops loops) {
    this.loops = loops;
    this.channels = channels;
    this.healthCheck = healthCheck;
  }

  @Override
  public synchronized void start() {
    checks = Executors.newFixedThreadPool(CHECKS_AT_ONCE, threads("channel-check-"));
    turns = loops.start("channel-watch", "наблюдение за каналами", this::goRound);
  }

  private static CustomizableThreadFactory threads(String prefix) {
    CustomizableThreadFactory threads = new CustomizableThreadFactory(prefix);
    threads.setDaemon(true);
    return threads;
  }

  @Override
  public synchronized void stop() {
    turns.stop();
    turns.interrupt();
    checks.shutdownNow();
    try {
      if (!turns.join(TICK) || !checks.awaitTermination(TICK.toSeconds(), TimeUnit.SECONDS)) {
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

  private Duration goRound() {
    if (!begun) {
      try {
        healthCheck.forgetTheRemoved();
        begun = true;
      } catch (RuntimeException trouble) {
        log.warn("What was told of removed accounts cannot be ended now", trouble);
      }
    }
    Error broken = null;
    for (Channel channel : channels.all()) {
      try {
        healthCheck.look(channel);
        if (healthCheck.mayCheck(channel)) {
          checks.execute(() -> check(channel));
        }
      } catch (RuntimeException trouble) {
        log.warn("{} cannot be watched now", channel.account(), trouble);
      } catch (Error fault) {
        // its neighbours are watched all the same
        broken = fault;
      }
    }
    if (broken != null) {
      throw broken;
    }
    return TICK;
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
      healthCheck.check(channel);
    } catch (RuntimeException | Error trouble) {
      log.warn("{} cannot be checked now", channel.account(), trouble);
    }
  }
}
