package org.communitydesk.web;

import java.time.Instant;
import org.communitydesk.cases.SubmittedReply;

/** A text that somebody submitted; only the last one of a chain goes out. */
record SubmittedReplyResource(
    long id,
    int version,
    String author,
    String text,
    Instant writtenAt,
    Instant publishedAt,
    String state,
    Long incidentId) {

  static SubmittedReplyResource of(SubmittedReply reply) {
    return new SubmittedReplyResource(
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
