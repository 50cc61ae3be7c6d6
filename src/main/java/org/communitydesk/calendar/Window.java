package org.communitydesk.calendar;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hours of work without a break.
 *
 * @param from minutes since midnight
 * @param to minutes since midnight, later than {@code from}; 1440 is the end of the day
 */
record Window(int from, int to) {

  private static final int END_OF_DAY = 24 * 60;
  private static final Pattern HOURS = Pattern.compile("(\\d\\d):([0-5]\\d)-(\\d\\d):([0-5]\\d)");

  /** Reads {@code 09:00-13:00}; empty when it is none, or ends before it begins. */
  static Optional<Window> parse(String text) {
    Matcher hours = HOURS.matcher(text);
    if (!hours.matches()) {
      return Optional.empty();
    }
    int from = minutes(hours.group(1), hours.group(2));
    int to = minutes(hours.group(3), hours.group(4));
    return from < to && to <= END_OF_DAY ? Optional.of(new Window(from, to)) : Optional.empty();
  }

  boolean overlaps(Window other) {
    return from < other.to && other.from < to;
  }

  private static int minutes(String hours, String minutes) {
    return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
  }
}
