package org.communitydesk.sanction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Platform;
import org.communitydesk.conversation.Violation;
import org.communitydesk.sanction.SanctionRoom.RoomTest;
import org.communitydesk.support.HandClock;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** The ladder of an owner who counts linked accounts together. */
@RoomTest
@TestPropertySource(properties = "desk.sanctions.across-platforms=true")
class LinkedAccountsTest {

  private final Ladder ladder;
  private final HandClock clock;
  private final Offender here =
      new Offender(new Account(Platform.VK, "main"), UUID.randomUUID().toString());
  private final Offender there =
      new Offender(new Account(Platform.TELEGRAM, "main"), UUID.randomUUID().toString());

  LinkedAccountsTest(Ladder ladder, HandClock clock) {
    this.ladder = ladder;
    this.clock = clock;
  }

  @Test
  void whatWasBrokenThereCountsHereOnlyWhileTheAccountsAreLinked() {
    warned(here);
    assertThat(ladder.rungFor(there, clock.instant())).isEqualTo(1);
    ladder.link(here, there, "anna");
    assertThat(ladder.rungFor(there, clock.instant())).isEqualTo(2);
    ladder.unlink(here, there, "anna");
    assertThat(ladder.rungFor(there, clock.instant())).isEqualTo(1);
  }

  private void warned(Offender offender) {
    String message = UUID.randomUUID().toString();
    Offence offence =
        ladder.record(
            new Report(
                "1001",
                message,
                offender,
                "Пётр",
                message,
                clock.instant(),
                Violation.ADVERTISING,
                new Evidence("Купите", List.of(), "spam", List.of("Купите")),
                "anna"));
    Sanction warning = ladder.propose(offence.id(), new Decision(Measure.WARNING, 0, "1", null));
    ladder.apply(warning.id(), EnforcedBy.LOCAL, clock.instant(), null);
    clock.move(Duration.ofSeconds(1));
    ladder.told(warning.id(), "notice-" + warning.id(), clock.instant());
    clock.move(Duration.ofSeconds(1));
  }
}
