package org.communitydesk.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The time of the desk's people, whatever zone the machine is in: days and moments in Russian. */
public final class MoscowTime {

  /** Europe/Moscow, UTC+3 all the year since 2014. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

  private static final DateTimeFormatter MOMENT = russian("d MMMM, HH:mm");
  private static final DateTimeFormatter MOMENT_OF_YEAR = russian("d MMMM uuuu, HH:mm");
  private static final DateTimeFormatter DAY = russian("d MMMM uuuu");

  private MoscowTime() {}

  /** For what is near, for example «29 ноября, 10:00». */
  public static String moment(Instant at) {
    return MOMENT.format(at);
  }

  /** For what may be far, for example «29 ноября 2026, 10:00». */
  public static String momentOfYear(Instant at) {
    return MOMENT_OF_YEAR.format(at);
  }

  /** For example «29 ноября 2026». */
  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** The day in Moscow on which that moment falls. */
  public static LocalDate dayOf(Instant at) {
    return LocalDate.ofInstant(at, ZONE);
  }

  private static DateTimeFormatter russian(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag("ru")).withZone(ZONE);
  }
}
