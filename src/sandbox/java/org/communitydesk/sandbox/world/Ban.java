package org.communitydesk.sandbox.world;

import java.time.Instant;

/**
 * A user whom the platform keeps out of the brand's place.
 *
 * @param until null means for ever
 * @param reason the platform's own number for it; 0 where it has none
 */
public record Ban(String userId, Instant until, Instant at, int reason, String comment) {}
