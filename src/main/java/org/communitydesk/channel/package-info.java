/**
 * Speaking to any platform through one port: hear, reply, read back.
 *
 * <p>Door: {@link org.communitydesk.channel.Channels} finds a {@link
 * org.communitydesk.channel.Channel} by account; a platform's package is a leaf that offers a
 * {@link org.communitydesk.channel.ChannelFactory} and nothing public. Not here: retries, storage,
 * decisions and schedules.
 */
@ApplicationModule(
    displayName = "Channel",
    allowedDependencies = {"conversation", "http"})
package org.communitydesk.channel;

import org.springframework.modulith.ApplicationModule;
