package org.communitydesk.knowledge;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.communitydesk.conversation.Platform;

/** The fields of one row of a table. */
final class Fields {

  private static final LocalDate DAY_ZERO_OF_EXCEL = LocalDate.of(1899, 12, 30);
  private static final DateTimeFormatter RUSSIAN = DateTimeFormatter.ofPattern("d.M.uuuu");

  private final Columns columns;
  private final Line line;

  Fields(Columns columns, Line line) {
    this.columns = columns;
    this.line = line;
  }

  String text(String field) {
    return columns.text(line, field);
  }

  /**
   * What the row says, over what was known: a field without a column stays as it was.
   *
   * @param known null for a new script
   * @param source of a new script that names none
   */
  Content over(Content known, String source) {
    Map<String, String> variants = new TreeMap<>(known == null ? Map.of() : known.variants());
    for (Platform platform : Platform.values()) {
      if (columns.has(platform.id())) {
        variants.remove(platform.id());
        if (!text(platform.id()).isEmpty()) {
          variants.put(platform.id(), text(platform.id()));
        }
      }
    }
    return new Content(
        text(Columns.QUESTION),
        text(Columns.ANSWER),
        variants,
        optional("category", known == null ? null : known.category()),
        optional("subcategory", known == null ? null : known.subcategory()),
        optional("owner", known == null ? null : known.owner()),
        day("validFrom", known == null ? null : known.validFrom()),
        day("validUntil", known == null ? null : known.validUntil()),
        columns.has("links") ? links() : known == null ? List.of() : known.links(),
        optional("source", known == null ? source : known.source()));
  }

  private String optional(String field, String otherwise) {
    return columns.has(field) ? text(field) : otherwise;
  }

  private LocalDate day(String field, LocalDate otherwise) {
    if (!columns.has(field)) {
      return otherwise;
    }
    String text = text(field);
    try {
      if (text.isEmpty()) {
        return null;
      }
      if (text.matches("\\d{5}(\\.\\d+)?")) {
        return DAY_ZERO_OF_EXCEL.plusDays((long) Double.parseDouble(text));
      }
      return text.contains(".")
          ? LocalDate.parse(text, RUSSIAN)
          : LocalDate.parse(text.substring(0, Math.min(10, text.length())));
    } catch (DateTimeException unreadable) {
      throw new ScriptRefused(
          field,
          "не дата: «%s», нужно как 31.12.2026"
              .formatted(text.substring(0, Math.min(40, text.length()))));
    }
  }

  /** Each in a line of its own: a title, if any, and the address. */
  private List<Link> links() {
    List<Link> links = new ArrayList<>();
    for (String one : text("links").lines().toList()) {
      String bare = one.strip();
      int gap = bare.lastIndexOf(' ');
      if (!bare.isEmpty()) {
        links.add(
            new Link(gap < 0 ? null : bare.substring(0, gap).strip(), bare.substring(gap + 1)));
      }
    }
    return links;
  }
}
