package org.communitydesk.sandbox.world;

import java.time.Duration;
import org.communitydesk.loop.Loop;
import org.communitydesk.loop.Loops;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets time pass on the platforms: terms end, another node's clock is followed, old rows go. */
@Component
public class Heartbeat implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final ObjectProvider<Simulator> simulators;
  private final MovableClock clock;
  private final Events events;
  private final CallLog calls;
  private final Counters counters;
  private final TransactionTemplate transaction;
  private final Loops loops;
  private volatile Loop pulse;

  Heartbeat(
      ObjectProvider<Simulator> simulators,
      MovableClock clock,
      Events events,
      CallLog calls,
      Counters counters,
      TransactionTemplate transaction,
      Loops loops) {
    this.loops = loops;
    this.simulators = simulators;
    this.clock = clock;
    this.events = events;
    this.calls = calls;
    this.counters = counters;
    this.transaction = transaction;
  }

  /** Beats once, now. */
  public void beat() {
    clock.follow();
    simulators.forEach(
        simulator ->
            transaction.executeWithoutResult(
                status -> {
                  counters.alone(simulator.platform());
                  simulator.passTime(clock.instant());
                }));
  }

  private Duration beatQuietly() {
    try {
      beat();
      events.prune();
      calls.prune();
    } catch (RuntimeException e) {
      if (isRunning()) {
        log.warn("The sandbox could not let time pass", e);
      }
    }
    return EVERY;
  }

  @Override
  public void start() {
    pulse = loops.start("sandbox-heartbeat", "ход времени в песочнице", EVERY, this::beatQuietly);
  }

  @Override
  public void stop() {
    Loop stopped = pulse;
    pulse = null;
    if (stopped != null) {
      stopped.stop();
      stopped.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return pulse != null;
  }
}
