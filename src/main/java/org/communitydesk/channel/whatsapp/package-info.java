/**
 * WhatsApp: private messages of one business number, Cloud API on the Graph API v26.0.
 *
 * <p>Door: none, {@code WhatsAppChannel.Maker} is found as a {@code ChannelFactory}. Limits: free
 * texts within 24 hours of the person's last message, then approved templates only; 80 messages a
 * second; only who wrote in the last 24 hours can be blocked; an accepted message may still fail,
 * which a status tells; what was sent cannot be read back, the status that carries our key is the
 * only proof.
 */
@ApplicationModule(
    displayName = "WhatsApp",
    allowedDependencies = {"channel", "channel.graph", "conversation", "http"})
package org.communitydesk.channel.whatsapp;

import org.springframework.modulith.ApplicationModule;
