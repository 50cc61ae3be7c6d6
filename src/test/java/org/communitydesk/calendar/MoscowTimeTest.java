package org.communitydesk.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MoscowTimeTest {

  private static final Instant NEW_YEARS_EVE = Instant.parse("2026-12-31T21:05:00Z");

  @Test
  void tellsMomentsAndDaysAsPeopleInMoscowReadThem() {
    assertThat(MoscowTime.moment(NEW_YEARS_EVE)).isEqualTo("1 января, 00:05");
    assertThat(MoscowTime.momentOfYear(NEW_YEARS_EVE)).isEqualTo("1 января 2027, 00:05");
    assertThat(MoscowTime.dayOf(NEW_YEARS_EVE)).isEqualTo(LocalDate.of(2027, 1, 1));
    assertThat(MoscowTime.day(LocalDate.of(2026, 5, 9))).isEqualTo("9 мая 2026");
  }
}
