package org.communitydesk.process.sanction;

import static org.assertj.core.api.Assertions.assertThat;

import org.communitydesk.sanction.Measure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureWordsTest {

  @ParameterizedTest
  @CsvSource({
    "0,дней",
    "1,день",
    "2,дня",
    "4,дня",
    "5,дней",
    "11,дней",
    "12,дней",
    "14,дней",
    "20,дней",
    "21,день",
    "22,дня",
    "25,дней",
    "101,день",
    "111,дней",
    "112,дней",
    "121,день"
  })
  void daysAgreeWithTheirNumber(int number, String days) {
    assertThat(MeasureWords.of(Measure.BAN, number))
        .isEqualTo("блокировка на " + number + " " + days);
  }
}
