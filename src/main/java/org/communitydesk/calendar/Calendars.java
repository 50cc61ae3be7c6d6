package org.communitydesk.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The years' files: those that come along, and those that the process owner loaded in their place.
 * A load counts at once on every node, because every count reads them.
 */
@Component
@Transactional
public class Calendars {

  private static final String SHIPPED = "classpath*:calendar/*.json";

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Clock clock;
  private final Map<Integer, JsonNode> shipped;

  Calendars(JdbcClient jdbc, ObjectMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
    this.shipped = shipped(json);
  }

  /**
   * A year's file as it counts now.
   *
   * @param loadedBy the user's id; null for a file that came along
   * @param loadedAt null likewise
   */
  public record Kept(int year, String loadedBy, Instant loadedAt, JsonNode file) {}

  /** All years, ascending. */
  @Transactional(readOnly = true)
  public List<Kept> all() {
    Map<Integer, Kept> years = new TreeMap<>();
    shipped.forEach((year, file) -> years.put(year, new Kept(year, null, null, file)));
    jdbc.sql("select year, loaded_by, loaded_at, file::text as file from calendar_year")
        .query(
            (row, i) ->
                new Kept(
                    row.getInt("year"),
                    row.getString("loaded_by"),
                    row.getObject("loaded_at", OffsetDateTime.class).toInstant(),
                    parse(row.getString("file"))))
        .list()
        .forEach(kept -> years.put(kept.year(), kept));
    return List.copyOf(years.values());
  }

  /** Empty when nobody has loaded that year and it did not come along. */
  @Transactional(readOnly = true)
  public Optional<Kept> find(int year) {
    return all().stream().filter(kept -> kept.year() == year).findAny();
  }

  /** The calendar of all years as it counts now. */
  @Transactional(readOnly = true)
  public BusinessCalendar current() {
    Map<Integer, CalendarYear> years = new HashMap<>();
    all().forEach(kept -> years.put(kept.year(), CalendarFile.read(kept.file(), kept.year())));
    return new BusinessCalendar(years);
  }

  /**
   * Puts a file in the place of the year's old one.
   *
   * @param who the user's id
   * @throws BadCalendar when it cannot be taken; the old one then stays
   */
  public Kept load(int year, JsonNode file, String who) {
    CalendarFile.read(file, year);
    jdbc.sql(
            """
            insert into calendar_year (year, file, loaded_by, loaded_at)
            values (?, ?::jsonb, ?, ?)
            on conflict (year) do update set file = excluded.file,
              loaded_by = excluded.loaded_by, loaded_at = excluded.loaded_at
            """)
        .params(year, file.toString(), who, clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return find(year).orElseThrow();
  }

  private JsonNode parse(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Map<Integer, JsonNode> shipped(ObjectMapper json) {
    Map<Integer, JsonNode> files = new HashMap<>();
    try {
      for (Resource resource : new PathMatchingResourcePatternResolver().getResources(SHIPPED)) {
        try (InputStream content = resource.getInputStream()) {
          JsonNode file = json.readTree(content);
          files.put(CalendarFile.read(file, file.path("year").asInt()).year(), file);
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return files;
  }
}
