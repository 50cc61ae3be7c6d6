/**
 * Letting a message in once: hook or poll, verify, mask card numbers, keep in the inbox, answer the
 * platform; then hand it on in order.
 *
 * <p>Door: {@link org.communitydesk.intake.AppealProcess}, the port to whoever works the appeals.
 * Not here: platforms' formats (see the leaves of {@code channel}) and cases (see {@code cases}).
 * {@code http} is used for the ways in which a poll can fail.
 *
 * <p>An event is understood twice, on purpose. When it is kept, only its place is asked for: whose
 * order it stands in and which message it is about. What it says is read from the kept body when it
 * is handed on. So the inbox holds what the platform sent and not what the desk made of it: an
 * event that met a fault of the desk is read again by the version that mends it, and both readings
 * are the same function of the same masked body.
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
