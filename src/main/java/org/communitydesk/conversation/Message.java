package org.communitydesk.conversation;

import java.time.Instant;
import java.util.List;

/**
 * One message of a user to the brand, or of the brand to a user.
 *
 * @param externalId unique within the account, without slashes
 * @param threadId the place of the talk: the post for a comment, the chat for a private message.
 *     One author has at most one open appeal in one thread
 * @param replyTo the external id of the message that it answers; null when it answers none
 * @param at when the platform says it was written
 * @param text card numbers are masked already when it reaches {@code cases}; may be empty, never
 *     null
 */
public record Message(
    Account account,
    Kind kind,
    String externalId,
    Author author,
    String threadId,
    String replyTo,
    Instant at,
    String text,
    List<Attachment> attachments) {}
