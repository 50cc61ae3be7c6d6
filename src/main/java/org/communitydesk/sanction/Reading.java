package org.communitydesk.sanction;

import java.time.Instant;
import org.communitydesk.conversation.Account;

/**
 * How an account's bans were last compared with the ladder.
 *
 * @param readAt the last time that all could be read, UTC; null before the first
 * @param failedAt when it could not be read since then, UTC; null when nothing failed
 * @param reason why, Russian; null when nothing failed
 */
public record Reading(Account account, Instant readAt, Instant failedAt, String reason) {}
