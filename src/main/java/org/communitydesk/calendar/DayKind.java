package org.communitydesk.calendar;

/** Which hours a day has. */
enum DayKind {
  WORKDAY,
  SHORT,
  DAY_OFF
}
