package org.communitydesk.contactcenter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.communitydesk.conversation.Platform;

/**
 * A question that went outside and has no answer yet.
 *
 * @param author empty when the platform gave no name
 * @param question its beginning
 * @param dueAt null until it is handed over
 */
public record OpenRequest(
    long id,
    String caseId,
    String platform,
    String author,
    String question,
    Instant askedAt,
    Instant dueAt) {

  static OpenRequest of(ResultSet row, int number) throws SQLException {
    OffsetDateTime dueAt = row.getObject("due_at", OffsetDateTime.class);
    return new OpenRequest(
        row.getLong("request_id"),
        row.getString("case_id"),
        Platform.of(row.getString("platform")).orElseThrow().title(),
        row.getString("author_name"),
        row.getString("question"),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        dueAt == null ? null : dueAt.toInstant());
  }
}
