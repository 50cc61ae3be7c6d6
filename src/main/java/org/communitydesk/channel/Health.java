package org.communitydesk.channel;

import java.time.Instant;

/**
 * How an account stands, as the platform itself says.
 *
 * @param name of the account on the platform; empty when it is not told
 * @param tokenExpiresAt null when the key has no end or the platform does not tell it
 * @param hookSubscribed whether events are sent to a hook; null when it cannot be asked
 * @param note what the operator should know, Russian; null for nothing
 */
public record Health(String name, Instant tokenExpiresAt, Boolean hookSubscribed, String note) {}
