/**
 * What the channels of Meta share: handshake and signature of the webhook, cutting a POST into
 * events, the Graph API's errors and calls, and the private messages of Messenger and Instagram.
 *
 * <p>Door: every public type, for the leaves {@code facebook}, {@code instagram} and {@code
 * whatsapp} only. Not here: what only one platform has. Facts are of Meta's documentation and SDK
 * for v26.0, read 2026-11.
 */
@ApplicationModule(
    displayName = "Graph API",
    allowedDependencies = {"channel", "conversation", "http"})
package org.communitydesk.channel.graph;

import org.springframework.modulith.ApplicationModule;
