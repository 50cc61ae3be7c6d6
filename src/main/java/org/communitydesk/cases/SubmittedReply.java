package org.communitydesk.cases;

import java.time.Instant;

/**
 * A text that was submitted for publication.
 *
 * @param version 1 for the first of its case
 * @param author the user's id; null when the desk itself wrote it
 * @param publishedAt null when it has not gone out
 * @param superseded somebody wrote another text in its place
 * @param incidentId the incident whose answer it is; null for an answer of its own
 */
public record SubmittedReply(
    long replyId,
    int version,
    String author,
    String text,
    Instant writtenAt,
    Instant publishedAt,
    boolean superseded,
    Long incidentId) {}
