package org.communitydesk.support;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All rows of all tables of the desk and of the engine, as text: whatever the type of a column,
 * also of tables that are not made yet. The simulated platforms are the world outside.
 */
public final class EveryTable {

  private final JdbcClient jdbc;

  public EveryTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** {@code table: row} of each row that holds the words in any column, also inside bytes. */
  public List<String> holding(String words) {
    return tables().stream().flatMap(table -> rows(table, words)).toList();
  }

  private List<String> tables() {
    return jdbc.sql(
            """
            select table_schema || '.' || table_name from information_schema.tables
            where table_schema in ('public', 'desk') and table_type = 'BASE TABLE'
              and table_name not like 'sandbox\\_%'
            """)
        .query(String.class)
        .list();
  }

  private Stream<String> rows(String table, String words) {
    String hex = HexFormat.of().formatHex(words.getBytes(StandardCharsets.UTF_8));
    String escaped =
        words
            .chars()
            .mapToObj(unit -> unit < 128 ? String.valueOf((char) unit) : "\\u%04x".formatted(unit))
            .reduce("", String::concat);
    String escapedHex = HexFormat.of().formatHex(escaped.getBytes(StandardCharsets.US_ASCII));
    return jdbc
        .sql(
            "select '%s: ' || left(t::text, 600) from %s t where strpos(lower(t::text), ?) > 0 or strpos(t::text, ?) > 0 or strpos(t::text, ?) > 0"
                .formatted(table, table))
        .params(words.toLowerCase(Locale.ROOT), hex, escapedHex)
        .query(String.class)
        .list()
        .stream();
  }
}
