package org.communitydesk.sandbox.world;

import java.time.Instant;

/**
 * Something a platform has to tell the desk.
 *
 * @param number grows by one over all events of the platform
 * @param lane events of one lane are told in order
 * @param body JSON without what only the hook adds
 * @param attempts how often it was sent in vain
 */
public record Event(
    long seq, String platform, long number, String lane, String body, int attempts, Instant at) {}
