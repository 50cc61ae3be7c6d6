package org.communitydesk.channel.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.communitydesk.http.Json;

/** Texts, ids and times as Meta writes them. */
public final class GraphValue {

  private static final int LONGEST_ID = 200;
  private static final long YEAR_2100 = 4_102_444_800L;
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxx", Locale.ROOT);

  private GraphValue() {}

  /** A text or number as text that every database takes; empty for everything else. */
  public static String text(JsonNode node) {
    return Json.clean(node.asText(""));
  }

  /**
   * An id of the platform as an external id: without slashes and at most 200 characters; longer
   * ones become a hash. Empty when there is none.
   */
  public static String id(JsonNode node) {
    String id = text(node).strip().replace('/', '~');
    return id.length() > LONGEST_ID ? "sha256-" + DigestUtils.sha256Hex(id) : id;
  }

  /** A key of at most 200 characters; longer ones become a hash. */
  public static String key(String key) {
    return key.length() > LONGEST_ID ? "sha256-" + DigestUtils.sha256Hex(key) : key;
  }

  /** Changes count in seconds, as numbers or texts; empty when it is no possible time. */
  public static Optional<Instant> seconds(JsonNode node) {
    return moment(node, 1000);
  }

  /** Private messages count in milliseconds; empty when it is no possible time. */
  public static Optional<Instant> millis(JsonNode node) {
    return moment(node, 1);
  }

  private static Optional<Instant> moment(JsonNode node, long millisPerUnit) {
    String text = node.asText("").strip();
    if (text.matches("\\d{1,15}")) {
      long millis = Long.parseLong(text) * millisPerUnit;
      return millis > 0 && millis < YEAR_2100 * 1000
          ? Optional.of(Instant.ofEpochMilli(millis))
          : Optional.empty();
    }
    return written(text);
  }

  /** A time as API answers write it, for example {@code 2026-11-22T10:00:00+0000}. */
  public static Optional<Instant> written(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text, WRITTEN).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A text as both sides know it: without differences in blanks and line breaks. */
  public static String plain(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
