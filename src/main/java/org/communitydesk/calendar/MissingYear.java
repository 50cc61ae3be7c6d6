package org.communitydesk.calendar;

/** Hours were to be counted in a year that no file describes; the message is Russian. */
public final class MissingYear extends RuntimeException {

  private final int year;

  MissingYear(int year) {
    super("Нет календаря на %d год: загрузите его, PUT /api/calendar/%d.".formatted(year, year));
    this.year = year;
  }

  public int year() {
    return year;
  }
}
