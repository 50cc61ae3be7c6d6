package org.communitydesk.channel;

/**
 * A text that the platform has approved for the time after the answer window.
 *
 * @param language the platform's code, for example {@code ru}
 * @param text what the person will read
 */
public record Template(String name, String language, String text) {}
