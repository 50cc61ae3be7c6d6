package org.communitydesk.sanction;

import java.time.Instant;

/**
 * In what a platform differs from the ladder about one person.
 *
 * @param personName empty when nobody knows it
 * @param sanctionId the measure that does not stand there; null for BANNED
 * @param since when the platform's ban was set; null when nobody knows it
 * @param until when the platform's ban ends; null for ever
 */
public record Difference(
    String personId,
    String personName,
    BanDiscrepancy.Kind kind,
    String sanctionId,
    Instant since,
    Instant until,
    boolean mute) {}
