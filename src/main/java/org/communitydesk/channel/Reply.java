package org.communitydesk.channel;

import java.util.UUID;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Kind;

/**
 * What the brand wants to say.
 *
 * @param publicationId stable over retries; the source of the platform's idempotency key
 * @param threadId as in the message that it answers
 * @param replyTo the external id of the message that it answers
 * @param recipientId the platform's id of the person
 */
public record Reply(
    UUID publicationId,
    Account account,
    Kind kind,
    String threadId,
    String replyTo,
    String recipientId,
    String text) {}
