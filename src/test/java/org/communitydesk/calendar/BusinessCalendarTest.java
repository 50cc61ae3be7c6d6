package org.communitydesk.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Deadlines counted by hand for the years that come along: 9–13 and 14–18 in Moscow, to 17 before a
 * holiday.
 */
class BusinessCalendarTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final BusinessCalendar calendar = shipped();

  @ParameterizedTest(name = "{0} + {1} = {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        // within a window, over the break, over the night, on the edge of a day
        "2026-11-23T10:00 | PT2H  | 2026-11-23T12:00",
        "2026-11-23T12:00 | PT2H  | 2026-11-23T15:00",
        "2026-11-23T17:00 | PT2H  | 2026-11-24T10:00",
        "2026-11-23T17:00 | PT1H  | 2026-11-23T18:00",
        "2026-11-23T18:00 | PT1M  | 2026-11-24T09:01",
        "2026-11-23T13:30 | PT1H  | 2026-11-23T15:00",
        "2026-11-23T06:00 | PT8H  | 2026-11-23T18:00",
        // a weekend
        "2026-11-20T17:00 | PT2H  | 2026-11-23T10:00",
        "2026-11-21T12:00 | PT4H  | 2026-11-23T13:00",
        // twelve days of New Year 2026, 9 January moved
        "2026-01-01T12:00 | PT1H  | 2026-01-12T10:00",
        "2026-01-08T23:00 | PT9H  | 2026-01-13T10:00",
        // 21–23 February, 7–9 March, 1–3 and 9–11 May, 12–14 June 2026
        "2026-02-20T16:00 | PT4H  | 2026-02-24T11:00",
        "2026-03-06T17:30 | PT1H  | 2026-03-10T09:30",
        "2026-04-30T16:00 | PT2H  | 2026-05-04T10:00",
        "2026-05-08T12:00 | PT5H  | 2026-05-12T10:00",
        "2026-06-11T15:00 | PT3H  | 2026-06-15T10:00",
        // 4 November 2026, a Wednesday, with a short Tuesday
        "2026-11-03T16:00 | PT1H  | 2026-11-03T17:00",
        "2026-11-03T16:00 | PT2H  | 2026-11-05T10:00",
        // from 30 December 2026 into 11 January 2027: 31 December moved
        "2026-12-30T17:00 | PT2H  | 2027-01-11T10:00",
        "2026-12-31T10:00 | PT8H  | 2027-01-11T18:00",
        // the working Saturday of February 2027, short, then three days off
        "2027-02-19T17:00 | PT2H  | 2027-02-20T10:00",
        "2027-02-20T15:00 | PT3H  | 2027-02-24T10:00",
        "2027-02-21T12:00 | PT1H  | 2027-02-24T10:00",
        // 8 March, 1–3 and 8–10 May, 12–14 June 2027
        "2027-03-05T17:00 | PT2H  | 2027-03-09T10:00",
        "2027-04-30T16:00 | PT2H  | 2027-05-04T10:00",
        "2027-05-07T17:00 | PT2H  | 2027-05-11T10:00",
        "2027-06-11T16:00 | PT2H  | 2027-06-15T10:00",
        // 4–7 November 2027, 5 November moved
        "2027-11-03T16:30 | PT1H  | 2027-11-08T09:30",
        "2027-11-04T12:00 | PT24H | 2027-11-10T18:00",
        "2027-12-30T17:00 | PT1H  | 2027-12-30T18:00"
      })
  void deadlinesAreThoseCountedByHand(String from, String worked, String due) {
    Duration within = Duration.parse(worked);
    assertThat(calendar.deadline(moscow(from), within)).isEqualTo(moscow(due));
    assertThat(calendar.between(moscow(from), moscow(due))).isEqualTo(within);
  }

  @ParameterizedTest(name = "{0} to {1} holds {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-23T09:00 | 2026-11-23T18:00 | PT8H",
        "2026-11-21T00:00 | 2026-11-22T23:59 | PT0S",
        "2026-11-23T12:00 | 2026-11-23T10:00 | PT0S",
        // production calendar: 15 working days in January 2026, 19 in May with a short one, 2027
        // likewise
        "2026-01-01T00:00 | 2026-02-01T00:00 | PT120H",
        "2026-05-01T00:00 | 2026-06-01T00:00 | PT151H",
        "2026-01-01T00:00 | 2027-01-01T00:00 | PT1972H",
        "2027-02-01T00:00 | 2027-03-01T00:00 | PT151H",
        "2027-01-01T00:00 | 2027-12-31T23:59 | PT1972H"
      })
  void workedTimeIsThatOfTheProductionCalendar(String from, String to, String worked) {
    assertThat(calendar.between(moscow(from), moscow(to))).isEqualTo(Duration.parse(worked));
  }

  @Test
  void nothingToWorkIsDueAtOnce() {
    Instant night = moscow("2026-11-23T03:00");
    assertThat(calendar.deadline(night, Duration.ZERO)).isEqualTo(night);
    assertThat(calendar.deadline(night, Duration.ofHours(-1))).isEqualTo(night);
  }

  @Test
  void aYearWithoutAFileIsNamed() {
    assertThatThrownBy(() -> calendar.deadline(moscow("2027-12-31T12:00"), Duration.ofHours(1)))
        .isInstanceOf(MissingYear.class)
        .hasMessageContaining("Нет календаря на 2028 год")
        .hasMessageContaining("PUT /api/calendar/2028");
    assertThatThrownBy(
            () -> calendar.between(moscow("2025-12-31T12:00"), moscow("2026-01-12T12:00")))
        .isInstanceOf(MissingYear.class)
        .hasMessageContaining("2025");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]| Нужен объект",
        "{\"windows\":{\"WORKDAY\":[\"09:00-18:00\"],\"SHORT\":[],\"DAY_OFF\":[]},\"days\":[]}| year: не указан год",
        "{\"year\":2027,\"windows\":{\"WORKDAY\":[\"09:00-18:00\"],\"SHORT\":[],\"DAY_OFF\":[]},\"days\":[]}| year: в файле 2027, а загружается 2028 год",
        "{\"year\":2028,\"windows\":{\"WORKDAY\":[\"09:00-14:00\",\"13:00-18:00\"],\"SHORT\":[],\"DAY_OFF\":[]},\"days\":[]}| windows.WORKDAY[1]: окно 13:00-18:00 пересекается с другим",
        "{\"year\":2028,\"windows\":{\"WORKDAY\":[\"18:00-09:00\"],\"SHORT\":[],\"DAY_OFF\":[]},\"days\":[]}| windows.WORKDAY[0]: «18:00-09:00» — не окно",
        "{\"year\":2028,\"windows\":{\"WORKDAY\":[],\"SHORT\":[],\"DAY_OFF\":[]},\"days\":[]}| windows.WORKDAY: в рабочем дне нет ни одного окна",
        "{\"year\":2028,\"windows\":{\"WORKDAY\":[\"09:00-18:00\"],\"DAY_OFF\":[]},\"days\":[]}| windows.SHORT: нужен список окон",
        "{\"year\":2028,\"windows\":{\"WORKDAY\":[\"09:00-18:00\"],\"SHORT\":[],\"DAY_OFF\":[],\"HOLIDAY\":[]},\"days\":[]}| windows.HOLIDAY: такого вида дня нет",
        "{\"year\":2028,\"windows\":{\"WORKDAY\":[\"09:00-18:00\"],\"SHORT\":[],\"DAY_OFF\":[]},\"days\":[{\"date\":\"2028-02-30\",\"kind\":\"DAY_OFF\"}]}| days[0].date: «2028-02-30» — не дата",
        "{\"year\":2028,\"windows\":{\"WORKDAY\":[\"09:00-18:00\"],\"SHORT\":[],\"DAY_OFF\":[]},\"days\":[{\"date\":\"2027-01-01\",\"kind\":\"DAY_OFF\"}]}| days[0].date: 2027-01-01 не из 2028 года",
        "{\"year\":2028,\"windows\":{\"WORKDAY\":[\"09:00-18:00\"],\"SHORT\":[],\"DAY_OFF\":[]},\"days\":[{\"date\":\"2028-01-01\",\"kind\":\"HOLIDAY\"}]}| days[0].kind: «HOLIDAY» — не вид дня",
        "{\"year\":2028,\"windows\":{\"WORKDAY\":[\"09:00-18:00\"],\"SHORT\":[],\"DAY_OFF\":[]},\"days\":[{\"date\":\"2028-01-01\",\"kind\":\"DAY_OFF\"},{\"date\":\"2028-01-01\",\"kind\":\"SHORT\"}]}| days[1].date: день 2028-01-01 указан дважды"
      })
  void aBadFileIsRefusedByFieldAndRow(String file, String fault) {
    assertThatThrownBy(() -> CalendarFile.read(json(file), 2028))
        .isInstanceOf(BadCalendar.class)
        .hasMessageContaining(fault);
  }

  @Test
  void allFaultsAreNamedAtOnce() {
    assertThatThrownBy(() -> CalendarFile.read(json("{}"), 2028))
        .hasMessageContaining("year:")
        .hasMessageContaining("windows:")
        .hasMessageContaining("days:");
  }

  @ParameterizedTest
  @ValueSource(ints = {2026, 2027})
  void theYearsThatComeAlongSayWhereEachDayComesFrom(int year) {
    JsonNode file = Calendars.shipped(JSON).get(year);
    assertThat(file.path("source").asText()).contains("постановление Правительства РФ");
    assertThat(file.path("days"))
        .allSatisfy(day -> assertThat(day.path("why").asText()).isNotEmpty());
  }

  private static BusinessCalendar shipped() {
    Map<Integer, CalendarYear> years = new HashMap<>();
    Calendars.shipped(JSON).forEach((year, file) -> years.put(year, CalendarFile.read(file, year)));
    return new BusinessCalendar(years);
  }

  private static Instant moscow(String local) {
    return LocalDateTime.parse(local).atZone(ZoneId.of("Europe/Moscow")).toInstant();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
