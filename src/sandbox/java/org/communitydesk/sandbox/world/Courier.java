package org.communitydesk.sandbox.world;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.communitydesk.conversation.Platform;
import org.communitydesk.loop.Loop;
import org.communitydesk.loop.Loops;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries events to the desk's hooks, in order within a lane, again and again until they are taken.
 * Telegram forgets an event after 24 hours (its server's source, read 2026-11); the others are
 * taken to do the same.
 */
@Component
public class Courier implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Courier.class);
  private static final int WORKERS = 3;
  private static final Duration LIFE = Duration.ofHours(24);

  private final ObjectProvider<Simulator> simulators;
  private final Events events;
  private final Hooks hooks;
  private final Bell bell;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final ReadWriteLock road = new ReentrantReadWriteLock(true);
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final Loops loops;
  private volatile List<Loop> workers;

  Courier(
      ObjectProvider<Simulator> simulators,
      Events events,
      Hooks hooks,
      Bell bell,
      Clock clock,
      TransactionTemplate transaction,
      Loops loops) {
    this.loops = loops;
    this.simulators = simulators;
    this.events = events;
    this.hooks = hooks;
    this.bell = bell;
    this.clock = clock;
    this.transaction = transaction;
  }

  /** Does something while nothing is on its way. */
  public void whileStopped(Runnable work) {
    road.writeLock().lock();
    try {
      work.run();
    } finally {
      road.writeLock().unlock();
    }
  }

  private Duration work() {
    if (!carryOne()) {
      bell.await(250);
    }
    return Duration.ZERO;
  }

  private boolean carryOne() {
    road.readLock().lock();
    try {
      return hooks.ready() && Boolean.TRUE.equals(transaction.execute(status -> carry()));
    } catch (RuntimeException e) {
      if (isRunning()) {
        log.warn("The sandbox could not deliver an event", e);
      }
      return false;
    } finally {
      road.readLock().unlock();
    }
  }

  private boolean carry() {
    List<Simulator> hooked = simulators.stream().filter(s -> !s.polled()).toList();
    return events
        .lock(hooked.stream().map(Simulator::platform).map(Platform::id).toList())
        .map(
            event -> {
              Simulator simulator =
                  hooked.stream()
                      .filter(s -> s.platform().id().equals(event.platform()))
                      .findFirst()
                      .orElseThrow();
              settle(event, send(simulator, event));
              return true;
            })
        .orElse(false);
  }

  private void settle(Event event, String failure) {
    Instant now = clock.instant();
    if (failure == null) {
      events.done(event);
    } else if (event.at().plus(LIFE).isBefore(now)) {
      events.expire(event, failure);
    } else {
      long pause = Math.min(30_000, 500L << Math.min(event.attempts(), 6));
      events.again(event, now.plusMillis(pause), failure);
    }
  }

  private String send(Simulator simulator, Event event) {
    try {
      HttpResponse<String> answer =
          client.send(
              hooks.spread(
                  simulator.delivery(event).timeout(Duration.ofSeconds(10)).build(),
                  event.number() + event.attempts()),
              HttpResponse.BodyHandlers.ofString());
      return simulator.taken(answer.statusCode(), answer.body())
          ? null
          : "The hook answered " + answer.statusCode();
    } catch (IOException e) {
      return e.toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "stopped";
    }
  }

  @Override
  public void start() {
    List<Loop> started = new ArrayList<>();
    workers = started;
    for (int i = 1; i <= WORKERS; i++) {
      started.add(loops.start("sandbox-courier-" + i, "доставка в песочнице", this::work));
    }
  }

  @Override
  public void stop() {
    List<Loop> stopped = workers;
    workers = null;
    bell.ring();
    if (stopped != null) {
      stopped.forEach(Loop::stop);
      whileStopped(() -> stopped.forEach(Loop::interrupt));
    }
  }

  @Override
  public boolean isRunning() {
    return workers != null;
  }
}
