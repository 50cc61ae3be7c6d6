package org.communitydesk.loop;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The loops of this node. */
@Component
public class Loops {

  private static final Logger log = LoggerFactory.getLogger(Loops.class);

  private final Set<Loop> running = ConcurrentHashMap.newKeySet();
  private final MeterRegistry meters;

  public Loops(MeterRegistry meters) {
    this.meters = meters;
    meters.gauge("desk.loops.down", running, all -> all.stream().filter(Loop::isDown).count());
  }

  /**
   * Starts a loop with its first round.
   *
   * @param name of the thread, the same at each start; English
   * @param title what it does, Russian, a noun phrase that fits behind «не работает: »
   */
  public Loop start(String name, String title, Loop.Round round) {
    return start(name, title, Duration.ZERO, round);
  }

  /** As {@link #start(String, String, Loop.Round)}, with a pause before the first round. */
  public Loop start(String name, String title, Duration first, Loop.Round round) {
    Loop[] started = new Loop[1];
    synchronized (started) {
      started[0] = new Loop(name, title, first, round, this::note, () -> forget(started));
      running.add(started[0]);
      return started[0];
    }
  }

  /** What does not work on this node now, by {@link Loop#title}; usually empty. */
  public List<String> down() {
    return running.stream().filter(Loop::isDown).map(Loop::title).sorted().distinct().toList();
  }

  private void forget(Loop[] ended) {
    synchronized (ended) {
      running.remove(ended[0]);
    }
  }

  private void note(Loop loop, Throwable fault) {
    meters.counter("desk.loops.restarts", "loop", loop.name()).increment();
    log.warn("{} has failed and goes on after a pause", loop.name(), fault);
  }
}
