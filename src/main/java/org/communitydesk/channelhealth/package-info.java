/**
 * Whether each channel works: its colour and why, whether our key is good, whether a call may be
 * made now.
 *
 * <p>Door: {@link org.communitydesk.channelhealth.Gate} for whoever calls a platform, {@link
 * org.communitydesk.channelhealth.ChannelWatch} for whoever shows how it stands, {@link
 * org.communitydesk.channelhealth.PublishingSwitch} for whoever stops publishing, {@link
 * org.communitydesk.channelhealth.OutageProcess}, the port to whoever tells people. Not here: calls
 * other than {@code Channel.check()}, and what becomes of a publication.
 */
@ApplicationModule(
    displayName = "Channel health",
    allowedDependencies = {"conversation", "channel", "loop", "http", "calendar"})
package org.communitydesk.channelhealth;

import org.springframework.modulith.ApplicationModule;
