package org.communitydesk.channelhealth;

import java.time.Instant;
import org.communitydesk.http.Quota;

/**
 * How a channel stands.
 *
 * @param reason why it is not green, Russian; null when it is
 * @param since when it became so
 * @param checkedAt when our key was last checked; null before the first time
 * @param name of the account on the platform; null when it is not known
 * @param note what the operator should know besides, Russian; null for nothing
 * @param tokenExpiresAt null when the key has no end or it is not known
 * @param hookSubscribed whether events are sent to our hook; null when it is not known
 * @param quota what the platform itself says of its limits in this period; null when it does not
 */
public record Standing(
    HealthStatus colour,
    String reason,
    Instant since,
    Instant checkedAt,
    String name,
    String note,
    Instant tokenExpiresAt,
    Boolean hookSubscribed,
    Quota quota) {}
