/**
 * VK: a community's comments and private messages by Callback API or Bots Long Poll, replies with
 * the community's token, API 5.199.
 *
 * <p>Door: none, {@code VkChannel.Maker} is found as a {@code ChannelMaker}. Limits: 20 calls a
 * second with a community token; {@code random_id} is checked for one hour only; comments can be
 * read back only with {@code admin-token}. Not here: deleting and banning; replies under photos,
 * videos, goods and in topics, which take a user's token.
 */
@ApplicationModule(
    displayName = "VK",
    allowedDependencies = {"channel", "conversation", "wire"})
package org.communitydesk.channel.vk;

import org.springframework.modulith.ApplicationModule;
