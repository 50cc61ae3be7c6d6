package org.communitydesk.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Counts worked time. Knows nothing of the present, and never changes. */
public final class BusinessCalendar {

  private final Map<Integer, CalendarYear> years;

  BusinessCalendar(Map<Integer, CalendarYear> years) {
    this.years = Map.copyOf(years);
  }

  /**
   * The first moment at which so much time has been worked; the end of a day's hours belongs to
   * that day.
   *
   * @param worked zero or less for the beginning itself
   * @throws MissingYear when it leads into a year without a file
   */
  public Instant deadline(Instant from, Duration worked) {
    Duration left = worked;
    if (left.isZero() || left.isNegative()) {
      return from;
    }
    for (LocalDate day = dayOf(from); ; day = day.plusDays(1)) {
      for (Window window : windows(day)) {
        Instant begin = later(from, at(day, window.from()));
        Duration length = Duration.between(begin, at(day, window.to()));
        if (length.compareTo(left) >= 0) {
          return begin.plus(left);
        }
        if (!length.isNegative()) {
          left = left.minus(length);
        }
      }
    }
  }

  /**
   * How much of the time between is worked.
   *
   * @return zero when the end is not after the beginning
   * @throws MissingYear when a year between has no file
   */
  public Duration between(Instant from, Instant to) {
    Duration worked = Duration.ZERO;
    if (!to.isAfter(from)) {
      return worked;
    }
    LocalDate last = dayOf(to);
    for (LocalDate day = dayOf(from); !day.isAfter(last); day = day.plusDays(1)) {
      for (Window window : windows(day)) {
        Instant begin = later(from, at(day, window.from()));
        Instant end = at(day, window.to());
        Duration part = Duration.between(begin, end.isBefore(to) ? end : to);
        worked = part.isNegative() ? worked : worked.plus(part);
      }
    }
    return worked;
  }

  private List<Window> windows(LocalDate day) {
    CalendarYear year = years.get(day.getYear());
    if (year == null) {
      throw new MissingYear(day.getYear());
    }
    return year.windows(day);
  }

  private static LocalDate dayOf(Instant moment) {
    return moment.atZone(MoscowTime.ZONE).toLocalDate();
  }

  private static Instant at(LocalDate day, int minutes) {
    return day.atStartOfDay(MoscowTime.ZONE).plusMinutes(minutes).toInstant();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
