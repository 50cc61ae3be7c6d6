package org.communitydesk.knowledge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Component;

/** The fields of a script on their way into its row and back. */
@Component
class RowFields {

  private final ObjectMapper json;

  RowFields(ObjectMapper json) {
    this.json = json;
  }

  MapSqlParameterSource of(Rows.Write row, String person, OffsetDateTime now) {
    Content content = row.content();
    return new MapSqlParameterSource()
        .addValue("id", row.id())
        .addValue("key", row.key())
        .addValue("own", row.ownKey())
        .addValue("question", content.question())
        .addValue("answer", content.answer())
        .addValue("variants", written(content.variants()))
        .addValue("category", content.category())
        .addValue("subcategory", content.subcategory())
        .addValue("owner", content.owner())
        .addValue("from", content.validFrom())
        .addValue("until", content.validUntil())
        .addValue("links", written(content.links()))
        .addValue("source", content.source())
        .addValue("state", row.state().name())
        .addValue("at", now)
        .addValue("by", person)
        .addValue("folded", Folded.text(content.question()))
        .addValue(
            "rest",
            Stream.of(content.category(), content.subcategory(), content.answer())
                .filter(text -> text != null)
                .map(Folded::text)
                .collect(Collectors.joining(" ")));
  }

  Entry entry(ResultSet row, long id, String key, boolean stale, String doubt) throws SQLException {
    return new Entry(
        id,
        key,
        new Content(
            row.getString("question"),
            row.getString("answer"),
            read(row.getString("variants"), new TypeReference<TreeMap<String, String>>() {}),
            row.getString("category"),
            row.getString("subcategory"),
            row.getString("owner"),
            row.getObject("valid_from", LocalDate.class),
            row.getObject("valid_until", LocalDate.class),
            read(row.getString("links"), new TypeReference<List<Link>>() {}),
            row.getString("source")),
        State.valueOf(row.getString("state")),
        row.getInt("version"),
        at(row),
        row.getString("changed_by"),
        stale,
        doubt);
  }

  private static Instant at(ResultSet row) throws SQLException {
    return row.getObject("changed_at", OffsetDateTime.class).toInstant();
  }

  private String written(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private <T> T read(String text, TypeReference<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
