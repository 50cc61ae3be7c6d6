package org.communitydesk.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a year's file and collects everything that is wrong with it. */
final class CalendarFile {

  private static final String KINDS = "WORKDAY, SHORT, DAY_OFF";

  private final List<String> faults = new ArrayList<>();
  private final JsonNode file;
  private final int year;

  private CalendarFile(JsonNode file, int year) {
    this.file = file;
    this.year = year;
  }

  /**
   * The year that the file describes.
   *
   * @throws BadCalendar with all faults
   */
  static CalendarYear read(JsonNode file, int year) {
    return new CalendarFile(file, year).read();
  }

  private CalendarYear read() {
    if (!file.isObject()) {
      throw new BadCalendar(List.of("Нужен объект с полями year, windows, days."));
    }
    checkYear();
    CalendarYear read = new CalendarYear(year, windows(), days());
    if (faults.isEmpty() && read.windows().get(DayKind.WORKDAY).isEmpty()) {
      faults.add("windows.WORKDAY: в рабочем дне нет ни одного окна.");
    }
    if (!faults.isEmpty()) {
      throw new BadCalendar(faults);
    }
    return read;
  }

  private void checkYear() {
    JsonNode told = file.path("year");
    if (told.isMissingNode() || told.isNull()) {
      faults.add("year: не указан год.");
    } else if (!told.isInt() || told.intValue() != year) {
      faults.add("year: в файле %s, а загружается %d год.".formatted(told, year));
    }
  }

  private Map<DayKind, List<Window>> windows() {
    Map<DayKind, List<Window>> windows = new EnumMap<>(DayKind.class);
    JsonNode told = file.path("windows");
    if (!told.isObject()) {
      faults.add("windows: не указаны рабочие окна для %s.".formatted(KINDS));
    }
    for (DayKind kind : DayKind.values()) {
      windows.put(kind, windows("windows." + kind, told.path(kind.name())));
    }
    told.fieldNames()
        .forEachRemaining(
            name -> {
              if (kind(name).isEmpty()) {
                faults.add("windows.%s: такого вида дня нет; есть %s.".formatted(name, KINDS));
              }
            });
    return windows;
  }

  private List<Window> windows(String place, JsonNode told) {
    List<Window> windows = new ArrayList<>();
    if (!told.isArray()) {
      faults.add(place + ": нужен список окон, хотя бы пустой.");
    }
    for (int row = 0; row < told.size(); row++) {
      String text = told.get(row).asText();
      Optional<Window> window = Window.parse(text);
      if (window.isEmpty()) {
        faults.add("%s[%d]: «%s» — не окно вида 09:00-18:00.".formatted(place, row, text));
      } else if (windows.stream().anyMatch(window.get()::overlaps)) {
        faults.add("%s[%d]: окно %s пересекается с другим.".formatted(place, row, text));
      } else {
        windows.add(window.get());
      }
    }
    windows.sort(Comparator.comparingInt(Window::from));
    return List.copyOf(windows);
  }

  private Map<LocalDate, DayKind> days() {
    Map<LocalDate, DayKind> days = new HashMap<>();
    JsonNode told = file.path("days");
    if (!told.isArray()) {
      faults.add("days: нужен список праздников и перенесённых дней.");
    }
    for (int row = 0; row < told.size(); row++) {
      String place = "days[%d]".formatted(row);
      Optional<LocalDate> date = date(place, told.get(row).path("date").asText());
      String name = told.get(row).path("kind").asText();
      Optional<DayKind> kind = kind(name);
      if (kind.isEmpty()) {
        faults.add("%s.kind: «%s» — не вид дня; есть %s.".formatted(place, name, KINDS));
      }
      if (date.isPresent() && kind.isPresent() && days.put(date.get(), kind.get()) != null) {
        faults.add("%s.date: день %s указан дважды.".formatted(place, date.get()));
      }
    }
    return days;
  }

  private Optional<LocalDate> date(String place, String text) {
    try {
      LocalDate date = LocalDate.parse(text);
      if (date.getYear() == year) {
        return Optional.of(date);
      }
      faults.add("%s.date: %s не из %d года.".formatted(place, text, year));
    } catch (DateTimeException wrong) {
      faults.add("%s.date: «%s» — не дата вида %d-05-09.".formatted(place, text, year));
    }
    return Optional.empty();
  }

  private static Optional<DayKind> kind(String name) {
    return Arrays.stream(DayKind.values()).filter(kind -> kind.name().equals(name)).findAny();
  }
}
