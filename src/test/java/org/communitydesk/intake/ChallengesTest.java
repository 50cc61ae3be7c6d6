package org.communitydesk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Platform;
import org.junit.jupiter.api.Test;

class ChallengesTest {

  private static final Account X = new Account(Platform.X, "main");
  private static final Account META = new Account(Platform.FACEBOOK, "main");

  private final AtomicLong nanos = new AtomicLong();
  private final Challenges challenges =
      new Challenges(
          new TimeMeter() {
            @Override
            public long currentTimeNanos() {
              return nanos.get();
            }

            @Override
            public boolean isWallClockBased() {
              return false;
            }
          });

  private long answered(Account account, int asks, boolean fromManyAddresses) {
    return IntStream.range(0, asks)
        .filter(i -> challenges.mayAnswer(account, fromManyAddresses ? "10.0.0." + i : "10.9.9.9"))
        .count();
  }

  @Test
  void answersOneAddressAFewTimesAMinute() {
    assertThat(answered(X, 500, false)).isEqualTo(Challenges.A_MINUTE_FROM_ONE_ADDRESS);
    assertThat(challenges.mayAnswer(X, "10.0.0.1")).isTrue();

    nanos.addAndGet(Duration.ofMinutes(1).toNanos());

    assertThat(challenges.mayAnswer(X, "10.9.9.9")).isTrue();
  }

  @Test
  void answersAnAccountSomeTimesAMinuteFromHoweverManyAddresses() {
    assertThat(answered(X, 5_000, true)).isEqualTo(Challenges.A_MINUTE);
    assertThat(challenges.mayAnswer(META, "10.0.0.1")).isTrue();

    nanos.addAndGet(Duration.ofMinutes(1).toNanos());

    assertThat(challenges.mayAnswer(X, "10.1.1.1")).isTrue();
  }
}
