package org.communitydesk.knowledge;

import java.time.Instant;

/**
 * A script as it is kept, or one of its versions.
 *
 * @param key stable over every change
 * @param version from 1 on, grows with every change
 * @param changedBy null when the desk itself wrote it
 * @param stale approved, but over, long not looked at or doubted
 * @param doubt why its answers say that it serves badly, in Russian; null while they do not
 */
public record Entry(
    long id,
    String key,
    Content content,
    State state,
    int version,
    Instant changedAt,
    String changedBy,
    boolean stale,
    String doubt) {}
