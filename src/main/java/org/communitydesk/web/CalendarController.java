package org.communitydesk.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.Principal;
import java.util.List;
import org.communitydesk.calendar.BadCalendar;
import org.communitydesk.calendar.Calendars;
import org.communitydesk.calendar.Calendars.Kept;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/api/calendar")
class CalendarController {

  private final Calendars calendars;

  CalendarController(Calendars calendars) {
    this.calendars = calendars;
  }

  /** All years that have a file. */
  @GetMapping
  List<Kept> all() {
    return calendars.all();
  }

  @GetMapping("/{year}")
  Kept one(@PathVariable int year) {
    return calendars
        .find(year)
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "Нет календаря на %d год".formatted(year)));
  }

  /** Puts this file in the place of the year's old one; counts at once on every node. */
  @PutMapping("/{year}")
  Kept load(@PathVariable int year, @RequestBody JsonNode file, Principal person) {
    try {
      return calendars.load(year, file, person.getName());
    } catch (BadCalendar bad) {
      throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, bad.getMessage(), bad);
    }
  }
}
