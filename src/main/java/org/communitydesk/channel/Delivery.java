package org.communitydesk.channel;

import java.util.Map;

/**
 * One HTTP request of a platform to our hook.
 *
 * @param headers names in lower case
 * @param body null while only the head has been read
 * @param key the last path segment, for platforms that sign nothing; empty otherwise
 */
public record Delivery(
    String method,
    Map<String, String> headers,
    Map<String, String> query,
    byte[] body,
    String key) {}
