/**
 * VK: a community's comments and private messages by Callback API or Bots Long Poll, replies with
 * the community's token, API 5.199.
 *
 * <p>Door: none, {@code VkChannel.Maker} is found as a {@code ChannelFactory}. Limits: 20 calls a
 * second with a community token, 3 with an administrator's; {@code random_id} is checked for one
 * hour only. Only {@code admin-token} deletes, restores, bans, reads comments back, puts pictures
 * into comments and answers under photos, videos, goods and in topics. A ban lasts a year at most:
 * who wants a longer one bans again at its end. Not here: other people's private messages cannot be
 * deleted.
 */
@ApplicationModule(
    displayName = "VK",
    allowedDependencies = {"channel", "conversation", "http"})
package org.communitydesk.channel.vk;

import org.springframework.modulith.ApplicationModule;
