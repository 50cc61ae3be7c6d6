package org.communitydesk.contactcenter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TermsTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final Duration FOUR_HOURS = Duration.ofHours(4);

  @Test
  void eachClockIsRecalledInItsLastQuarter() {
    Terms terms = Terms.of(NOW, FOUR_HOURS, NOW.plus(Duration.ofHours(2)));
    assertThat(terms.dueAt()).isEqualTo("2026-11-23T13:00:00Z");
    assertThat(terms.answerReminderAt()).isEqualTo("2026-11-23T10:30:00Z");
    assertThat(terms.requestReminderAt()).isEqualTo("2026-11-23T12:00:00Z");
  }

  @Test
  void whenOurTimeIsPastTheFirstReminderComesHalfway() {
    Terms terms = Terms.of(NOW, FOUR_HOURS, NOW.minusSeconds(1));
    assertThat(terms.answerReminderAt()).isEqualTo("2026-11-23T11:00:00Z");
  }
}
