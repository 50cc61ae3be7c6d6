package org.communitydesk.channel;

/**
 * One event of a delivery or poll.
 *
 * @param key equal for the same event however often it is delivered, at most 200 characters
 * @param body the event as the platform wrote it, UTF-8 JSON
 */
public record Event(String key, byte[] body) {}
