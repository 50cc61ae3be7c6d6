/**
 * The ledger of everything we say outside: intent, sending, sent, unknown, by hand; never twice.
 *
 * <p>Door: {@link org.communitydesk.publication.Publications} and the records it returns. Not here:
 * when to try again (the diagram {@code publish-reply}) and what may be written ({@code policy}).
 */
@ApplicationModule(
    displayName = "Publication",
    allowedDependencies = {
      "conversation",
      "database",
      "privacy",
      "channel",
      "http",
      "channelhealth"
    })
package org.communitydesk.publication;

import org.springframework.modulith.ApplicationModule;
