/**
 * Facebook: a Page's comments, mentions and Messenger, by webhook, replies with the Page's token,
 * Graph API v26.0.
 *
 * <p>Door: none, {@code FacebookChannel.Maker} is found as a {@code ChannelFactory}. Limits: 24
 * hours for a private answer, 7 days with HUMAN_AGENT; one private answer to a comment; text and
 * picture are two private messages; a block has no term; a mention names no author. Not here:
 * posting.
 */
@ApplicationModule(
    displayName = "Facebook",
    allowedDependencies = {"channel", "channel.graph", "conversation", "http"})
package org.communitydesk.channel.facebook;

import org.springframework.modulith.ApplicationModule;
