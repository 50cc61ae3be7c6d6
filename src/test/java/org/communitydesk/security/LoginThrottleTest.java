package org.communitydesk.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

  private static final String HOME = "192.0.2.1";
  private static final String STRANGER = "198.51.100.7";

  private final MovedClock clock = new MovedClock();
  private final LoginThrottle throttle = new LoginThrottle(clock);

  @Test
  void slowsOneLoginFromOneAddressAfterFiveTries() {
    wrong(5, STRANGER, "anna");
    assertThatThrownBy(() -> throttle.begin(STRANGER, "anna"))
        .isInstanceOfSatisfying(TryLater.class, later -> assertThat(later.seconds()).isEqualTo(30));
    clock.move(Duration.ofSeconds(30));
    wrong(1, STRANGER, "anna");
    assertSlow(STRANGER, "anna");
    clock.move(Duration.ofMinutes(3));
    wrong(5, STRANGER, "anna");
  }

  @Test
  void aRightPasswordIsForgivenItsMistakesButNotThoseMadeForOthers() {
    for (int round = 0; round < 100; round++) {
      wrong(4, HOME, "anna");
      throttle.begin(HOME, "anna").succeeded();
    }
    for (int victim = 0; victim < 30; victim++) {
      throttle.begin(STRANGER, "mallory").succeeded();
      wrong(1, STRANGER, "victim" + victim);
    }
    assertSlow(STRANGER, "victim99");
  }

  @Test
  void strangersCannotKeepAPersonOutWhereThePersonHasSignedInBefore() {
    throttle.begin(HOME, "anna").succeeded();
    for (int address = 0; address < 20; address++) {
      wrong(1, "203.0.113." + address, "anna");
    }
    assertSlow("203.0.113.99", "anna");
    for (int login = 0; login < 30; login++) {
      wrong(1, HOME, "colleague" + login);
    }
    assertSlow(HOME, "colleague99");
    assertThatCode(() -> throttle.begin(HOME, "anna").succeeded()).doesNotThrowAnyException();
    clock.move(Duration.ofSeconds(10));
    assertThatCode(() -> throttle.begin("203.0.113.99", "anna")).doesNotThrowAnyException();
  }

  @Test
  void anAddressOfIpv6CountsWithItsNetwork() {
    for (int host = 0; host < 30; host++) {
      throttle.beginAtAddress("2001:db8:1:2::" + host);
    }
    assertThatThrownBy(() -> throttle.beginAtAddress("2001:db8:1:2:ffff::1"))
        .isInstanceOf(TryLater.class);
    assertThatCode(() -> throttle.beginAtAddress("2001:db8:1:3::1")).doesNotThrowAnyException();
    assertThat(LoginThrottle.network("::ffff:192.0.2.1")).isEqualTo(HOME);
  }

  @Test
  void aClockThatIsSetBackKeepsNobodyOut() {
    wrong(5, STRANGER, "anna");
    clock.move(Duration.ofDays(-30));
    assertSlow(STRANGER, "anna");
    clock.move(Duration.ofSeconds(30));
    wrong(1, STRANGER, "anna");
  }

  private void wrong(int times, String address, String login) {
    for (int time = 0; time < times; time++) {
      throttle.begin(address, login);
    }
  }

  private void assertSlow(String address, String login) {
    assertThatThrownBy(() -> throttle.begin(address, login)).isInstanceOf(TryLater.class);
  }

  private static final class MovedClock extends Clock {

    private Instant now = Instant.parse("2026-03-02T09:00:00Z");

    void move(Duration plus) {
      now = now.plus(plus);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
