package org.communitydesk.publication;

import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Kind;

/**
 * Whom or what an act of moderation concerns.
 *
 * @param place where the message stands
 * @param threadId the post or chat in which it stands
 * @param externalId the message; null when the act concerns the person alone
 * @param personId the platform's id of its author
 */
public record Target(
    Account account, Kind place, String threadId, String externalId, String personId) {}
