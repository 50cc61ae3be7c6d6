package org.communitydesk.sandbox.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The clock of product, engine and platforms in the sandbox. How far it runs ahead of the system
 * clock is kept in the database, so a restart never turns time back. Whenever it has moved it is
 * published as an event.
 */
@Component
@Primary
public class MovableClock extends Clock implements SmartInitializingSingleton {

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher publisher;
  private volatile Duration ahead;

  MovableClock(JdbcClient jdbc, ApplicationEventPublisher publisher) {
    this.jdbc = jdbc;
    this.publisher = publisher;
    this.ahead = kept();
  }

  /** Moves on by a positive duration. */
  public synchronized void forward(Duration by) {
    set(ahead.plus(by));
  }

  public synchronized void backToNow() {
    set(Duration.ZERO);
  }

  /** Takes over what another node has set. */
  synchronized void follow() {
    Duration kept = kept();
    if (!kept.equals(ahead)) {
      ahead = kept;
      publish();
    }
  }

  @Override
  public void afterSingletonsInstantiated() {
    publish();
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.offset(Clock.system(zone), ahead);
  }

  private void set(Duration changed) {
    jdbc.sql(
            """
            insert into sandbox_clock (ahead_millis) values (:ahead)
            on conflict (the_one) do update set ahead_millis = excluded.ahead_millis
            """)
        .param("ahead", changed.toMillis())
        .update();
    ahead = changed;
    publish();
  }

  private Duration kept() {
    return jdbc.sql("select ahead_millis from sandbox_clock")
        .query(Long.class)
        .optional()
        .map(Duration::ofMillis)
        .orElse(Duration.ZERO);
  }

  private void publish() {
    publisher.publishEvent((Object) this);
  }
}
