package org.communitydesk.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The worked hours of one year.
 *
 * @param windows of each kind of day, ascending, none overlapping
 * @param days those that are not what their day of the week says
 */
record CalendarYear(int year, Map<DayKind, List<Window>> windows, Map<LocalDate, DayKind> days) {

  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  List<Window> windows(LocalDate day) {
    DayKind usual = WEEKEND.contains(day.getDayOfWeek()) ? DayKind.DAY_OFF : DayKind.WORKDAY;
    return windows.get(days.getOrDefault(day, usual));
  }
}
