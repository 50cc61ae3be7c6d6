package org.communitydesk.conversation;

/**
 * Who wrote a message.
 *
 * @param id the platform's id of the person as text, unique within the platform
 * @param name as the platform gave it; empty when it gave none
 */
public record Author(String id, String name) {}
