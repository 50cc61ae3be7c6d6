/**
 * Viber: private chats with a bot, by webhook, REST Bot API 7.3.
 *
 * <p>Door: none, {@code ViberChannel.Maker} is found as a {@code ChannelFactory}. Limits: 7,000
 * characters and 30 KB a message, 100 messages an hour to a person who does not answer; pictures go
 * out by public address only; nothing tells of edits and removals, nothing can be read back, hidden
 * or deleted, nobody can be blocked; a sent message has no idempotency key.
 */
@ApplicationModule(
    displayName = "Viber",
    allowedDependencies = {"channel", "conversation", "http"})
package org.communitydesk.channel.viber;

import org.springframework.modulith.ApplicationModule;
