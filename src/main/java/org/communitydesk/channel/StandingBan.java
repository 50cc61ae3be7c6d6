package org.communitydesk.channel;

import java.time.Instant;

/**
 * Somebody whom the platform keeps out, or lets read only.
 *
 * @param personName empty when the platform does not tell it
 * @param since null when the platform does not tell it
 * @param until null for ever, and where the platform knows no terms
 * @param mute the person may read but not write
 */
public record StandingBan(
    String personId, String personName, Instant since, Instant until, boolean mute) {}
