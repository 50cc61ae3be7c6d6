package org.communitydesk.sandbox.world;

import java.time.Instant;

/**
 * A post of the brand.
 *
 * @param id what the desk calls the thread
 * @param number the platform's own number of it
 */
public record Post(String id, long number, String text, Instant at) {}
