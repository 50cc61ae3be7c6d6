/**
 * Odnoklassniki: a group's messages by the Graph API and its webhook, comments by the REST API and
 * reading again.
 *
 * <p>Door: none, {@code OkChannel.Maker} is found as a {@code ChannelFactory}. The webhook is
 * signed by nothing but the key in its address. Comments are read page by page, a call a second;
 * what is younger than 72 hours is read again and again, so that an edit or a removal is found. A
 * text that was changed and changed back between two readings is not noticed. The type of a removed
 * comment, the answer to a new one and whether the methods are still open to others are guesses
 * (2026-11). Not here: bans, which OK lets nobody make by API; pictures in comments.
 */
@ApplicationModule(
    displayName = "OK",
    allowedDependencies = {"channel", "conversation", "http"})
package org.communitydesk.channel.ok;

import org.springframework.modulith.ApplicationModule;
