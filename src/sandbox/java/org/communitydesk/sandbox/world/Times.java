package org.communitydesk.sandbox.world;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

final class Times {

  private Times() {}

  static Timestamp sql(Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  static Instant read(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
