package org.communitydesk.sanction;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Platform;

/** Values in and out of PostgreSQL, which keeps microseconds and takes no NUL. */
final class Sql {

  private Sql() {}

  static OffsetDateTime utc(Instant at) {
    return at == null ? null : whole(at).atOffset(ZoneOffset.UTC);
  }

  static Instant whole(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  static String clean(String text) {
    return text == null
        ? null
        : new String(
            text.replace('\u0000', '\uFFFD').getBytes(StandardCharsets.UTF_8),
            StandardCharsets.UTF_8);
  }

  static List<String> strings(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  static Offender offender(ResultSet row) throws SQLException {
    return new Offender(
        new Account(Platform.of(row.getString("platform")).orElseThrow(), row.getString("account")),
        row.getString("author_id"));
  }

  static Optional<UUID> uuid(String id) {
    try {
      return Optional.ofNullable(id).map(UUID::fromString);
    } catch (IllegalArgumentException foreign) {
      return Optional.empty();
    }
  }
}
