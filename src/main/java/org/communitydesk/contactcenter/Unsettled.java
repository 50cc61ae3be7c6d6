package org.communitydesk.contactcenter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * An answer from outside that is no use by itself, and why.
 *
 * @param source EMAIL or REST
 * @param requestId null when it names none of ours
 * @param attachments names of files, one a line; empty when there were none
 */
public record Unsettled(
    long id,
    Instant receivedAt,
    String source,
    String sender,
    Long requestId,
    Answers.State state,
    String reason,
    String text,
    String attachments) {

  static Unsettled of(ResultSet row, int number) throws SQLException {
    return new Unsettled(
        row.getLong("id"),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        row.getString("source"),
        row.getString("sender"),
        row.getObject("request_id", Long.class),
        Answers.State.valueOf(row.getString("state")),
        row.getString("reason"),
        row.getString("text"),
        row.getString("attachments"));
  }
}
