package org.communitydesk.cockpit;

import java.time.Instant;
import org.communitydesk.cases.Written;

/** A text that somebody submitted; only the last one of a chain goes out. */
record SubmittedReply(
    long id,
    int version,
    String author,
    String text,
    Instant writtenAt,
    Instant publishedAt,
    String state,
    Long incidentId) {

  static SubmittedReply of(Written reply) {
    return new SubmittedReply(
        reply.replyId(),
        reply.version(),
        reply.author(),
        reply.text(),
        reply.writtenAt(),
        reply.publishedAt(),
        reply.publishedAt() != null ? "PUBLISHED" : reply.superseded() ? "SUPERSEDED" : "WRITTEN",
        reply.incidentId());
  }
}
