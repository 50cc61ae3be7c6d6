package org.communitydesk.sanction;

import org.communitydesk.conversation.Account;

/**
 * A person in one community of the brand.
 *
 * @param authorId the platform's id of the person, or the pseudonym of a person who is forgotten
 */
public record Offender(Account account, String authorId) {}
