package org.communitydesk.advocate;

import java.time.Instant;

/**
 * What an advocate wrote in a case, and what came of it.
 *
 * @param text as published; card numbers are masked
 * @param objection what the person had said last, to which the post answers
 * @param settled whether the objection was settled then; null while nobody has judged
 * @param settledAt null likewise
 */
public record AdvocatePost(
    long id,
    String caseId,
    String advocateId,
    String url,
    String text,
    String objection,
    Instant recordedAt,
    Boolean settled,
    Instant settledAt) {}
