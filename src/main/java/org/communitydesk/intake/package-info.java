/**
 * Letting a message in once: hook or poll, verify, mask card numbers, keep in the inbox, answer the
 * platform; then hand it on in order.
 *
 * <p>Door: {@link org.communitydesk.intake.AppealProcess}, the port to whoever works the appeals.
 * Not here: platforms' formats (see the leaves of {@code channel}) and cases (see {@code cases}).
 * {@code http} is used for the ways in which a poll can fail.
 */
@ApplicationModule(
    displayName = "Intake",
    allowedDependencies = {
      "conversation",
      "channel",
      "database",
      "loop",
      "privacy",
      "http",
      "channelhealth"
    })
package org.communitydesk.intake;

import org.springframework.modulith.ApplicationModule;
