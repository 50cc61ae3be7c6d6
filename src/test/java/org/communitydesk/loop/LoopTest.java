package org.communitydesk.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.health.Status;

class LoopTest {

  private static final Duration DAY = Duration.ofDays(1);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Loops loops = new Loops(meters);
  private final LoopsHealthIndicator health = new LoopsHealthIndicator(loops);
  private final BlockingQueue<Callable<Duration>> rounds = new SynchronousQueue<>();
  private final BlockingQueue<Thread> done = new LinkedBlockingQueue<>();
  private final Loop loop =
      loops.start(
          "planted",
          "проверка",
          () -> {
            Callable<Duration> round = rounds.take();
            done.add(Thread.currentThread());
            return round.call();
          });

  private void does(Callable<Duration> round) throws InterruptedException {
    loop.wake();
    assertThat(rounds.offer(round, 10, TimeUnit.SECONDS)).isTrue();
    assertThat(done.poll(10, TimeUnit.SECONDS)).isNotNull();
  }

  private void fails(Throwable fault) throws InterruptedException {
    does(
        () -> {
          if (fault instanceof Error error) {
            throw error;
          }
          throw (Exception) fault;
        });
  }

  private double restarts() {
    return meters.counter("desk.loops.restarts", "loop", "planted").count();
  }

  @AfterEach
  void stop() throws InterruptedException {
    loop.stop();
    loop.interrupt();
    assertThat(loop.join(Duration.ofSeconds(10))).isTrue();
    await().untilAsserted(() -> assertThat(health.health().getStatus()).isEqualTo(Status.UP));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        OutOfMemoryError.class,
        StackOverflowError.class,
        NoClassDefFoundError.class,
        AssertionError.class,
        ThreadDeath.class
      })
  void goesOnAfterEveryErrorAndSaysSoMeanwhile(Class<? extends Error> kind) throws Exception {
    Error planted = kind.getDeclaredConstructor().newInstance();
    does(() -> DAY);
    assertThat(loops.down()).isEmpty();

    fails(planted);

    await().until(() -> !loops.down().isEmpty());
    assertThat(loops.down()).containsExactly("проверка");
    assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    assertThat(health.health().getDetails().toString()).contains("проверка");

    does(() -> DAY);

    await().until(() -> loops.down().isEmpty());
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    assertThat(restarts()).isEqualTo(1);
  }

  @Test
  void isNotDownForOneExceptionButForSeveralInARow() throws InterruptedException {
    for (int fault = 1; fault <= 3; fault++) {
      assertThat(loop.isDown()).isFalse();
      fails(new IOException("planted"));
    }
    await().until(loop::isDown);

    does(() -> DAY);
    await().until(() -> !loop.isDown());
    assertThat(restarts()).isEqualTo(3);
  }

  @Test
  void isEndedByNoStrangersInterrupt() throws InterruptedException {
    does(() -> DAY);
    loop.interrupt();

    does(() -> DAY);
    assertThat(loop.join(Duration.ofMillis(1))).isFalse();
  }

  @Test
  void restsAsLongAsItIsToldUnlessItIsWoken() throws InterruptedException {
    // without a wake, which would be remembered
    assertThat(rounds.offer(() -> DAY, 10, TimeUnit.SECONDS)).isTrue();
    assertThat(done.poll(10, TimeUnit.SECONDS)).isNotNull();
    assertThat(rounds.offer(() -> DAY)).isFalse();

    does(() -> Duration.ZERO);
    assertThat(rounds.offer(() -> DAY, 10, TimeUnit.SECONDS)).isTrue();
  }
}
