/**
 * Instagram: a professional account's comments, mentions and private messages, by webhook, through
 * the Facebook Page that it is linked with (Facebook login), Graph API v26.0.
 *
 * <p>Door: none, {@code InstagramChannel.Maker} is found as a {@code ChannelFactory}. Limits:
 * nothing tells of edited, hidden or deleted comments; a mention comes without text and author,
 * both are fetched later; texts only in comments, 1,000 bytes in private messages; only those who
 * have written privately can be blocked. Not here: posting, stories, Instagram login.
 */
@ApplicationModule(
    displayName = "Instagram",
    allowedDependencies = {"channel", "channel.graph", "conversation", "http"})
package org.communitydesk.channel.instagram;

import org.springframework.modulith.ApplicationModule;
