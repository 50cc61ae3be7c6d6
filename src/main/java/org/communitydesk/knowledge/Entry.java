package org.communitydesk.knowledge;

import java.time.Instant;

/**
 * A script as it is kept, or one of its versions.
 *
 * @param key stable over every change
 * @param version from 1 on, grows with every change
 * @param changedBy null when the desk itself wrote it
 * @param stale approved, but over or long not looked at
 */
public record Entry(
    long id,
    String key,
    Content content,
    State state,
    int version,
    Instant changedAt,
    String changedBy,
    boolean stale) {}
