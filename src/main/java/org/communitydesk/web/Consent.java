package org.communitydesk.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.communitydesk.calendar.MoscowTime;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * The moments between which a consent holds, as people write them: a day of Moscow, of which the
 * last one counts whole, or an instant with its offset.
 */
final class Consent {

  private Consent() {}

  static Instant from(String text) {
    return moment("consentFrom", text, 0);
  }

  static Instant until(String text) {
    return moment("consentUntil", text, 1);
  }

  private static Instant moment(String field, String text, int daysMore) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return text.length() == "2026-11-22".length()
          ? LocalDate.parse(text).plusDays(daysMore).atStartOfDay(MoscowTime.ZONE).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException unreadable) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST,
          "Поле %s: нужна дата (2026-11-22) или время (2026-11-22T09:00:00Z).".formatted(field),
          unreadable);
    }
  }
}
