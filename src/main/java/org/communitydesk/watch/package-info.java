/**
 * Whether each channel works: its colour and why, whether our key is good, whether a call may be
 * made now.
 *
 * <p>Door: {@link org.communitydesk.watch.Gate} for whoever calls a platform, {@link
 * org.communitydesk.watch.ChannelWatch} for whoever shows how it stands, {@link
 * org.communitydesk.watch.PublishingSwitch} for whoever stops publishing, {@link
 * org.communitydesk.watch.Outages}, the port to whoever tells people. Not here: calls other than
 * {@code Channel.check()}, and what becomes of a publication.
 */
@ApplicationModule(
    displayName = "Watch",
    allowedDependencies = {"conversation", "channel", "loop", "wire"})
package org.communitydesk.watch;

import org.springframework.modulith.ApplicationModule;
