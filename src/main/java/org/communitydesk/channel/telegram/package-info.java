/**
 * Telegram: comments in the channel's discussion group and private chats with the bot, by webhook
 * or {@code getUpdates}, Bot API 10.
 *
 * <p>Door: none, {@code TelegramChannel.Maker} is found as a {@code ChannelMaker}. Limits: a
 * message a second in a chat, 20 a minute in a group; nothing tells a bot of deleted messages, and
 * nothing can be read back; a sent message has no idempotency key. Not here: deleting and banning.
 */
@ApplicationModule(
    displayName = "Telegram",
    allowedDependencies = {"channel", "conversation", "wire"})
package org.communitydesk.channel.telegram;

import org.springframework.modulith.ApplicationModule;
