/**
 * Telegram: comments in the channel's discussion group and private chats with the bot, by webhook
 * or {@code getUpdates}, Bot API 10.
 *
 * <p>Door: none, {@code TelegramChannel.Maker} is found as a {@code ChannelFactory}. Limits: a
 * message a second in a chat, 20 a minute in a group; nothing tells a bot of deleted messages, and
 * nothing can be read back; a sent message has no idempotency key. A ban takes all that a person
 * wrote in the group with it and lasts 366 days at most, or for ever: who wants a longer term bans
 * again at its end; a channel is banned for ever until it is let in. Only {@code channel-id} tells
 * the brand's channel from strangers' where it answers a user instead of its own post.
 */
@ApplicationModule(
    displayName = "Telegram",
    allowedDependencies = {"channel", "conversation", "http"})
package org.communitydesk.channel.telegram;

import org.springframework.modulith.ApplicationModule;
