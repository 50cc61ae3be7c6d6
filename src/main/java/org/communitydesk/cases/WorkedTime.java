package org.communitydesk.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.communitydesk.calendar.Calendars;
import org.communitydesk.calendar.MissingYear;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Counts time as a clock asks for it. Where a year has no calendar, round the clock: too early a
 * deadline is better than none, and a case does not wait for a file.
 */
@Component
class WorkedTime {

  private static final Logger log = LoggerFactory.getLogger(WorkedTime.class);

  private final Calendars calendars;

  WorkedTime(Calendars calendars) {
    this.calendars = calendars;
  }

  Instant after(Counts counts, Instant from, Duration worked) {
    if (counts == Counts.ROUND_THE_CLOCK) {
      return from.plus(worked);
    }
    try {
      return calendars.current().deadline(from, worked);
    } catch (MissingYear missing) {
      log.warn(missing.getMessage());
      return from.plus(worked);
    }
  }

  Duration between(Counts counts, Instant from, Instant to) {
    if (counts == Counts.ROUND_THE_CLOCK) {
      return Duration.between(from, to);
    }
    try {
      return calendars.current().between(from, to);
    } catch (MissingYear missing) {
      log.warn(missing.getMessage());
      return Duration.between(from, to);
    }
  }

  /** Why this time cannot be counted by the calendar; empty when it can. */
  Optional<String> fault(Counts counts, Instant from, Duration worked) {
    if (counts == Counts.BUSINESS) {
      try {
        calendars.current().deadline(from, worked);
      } catch (MissingYear missing) {
        return Optional.of(missing.getMessage());
      }
    }
    return Optional.empty();
  }
}
