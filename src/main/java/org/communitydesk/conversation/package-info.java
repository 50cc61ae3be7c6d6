/**
 * What was said, by whom and where: the words every other room shares. Records only.
 *
 * <p>Door: every public type. Not here: storage (see {@code cases}) and platforms' formats (see the
 * leaves of {@code channel}).
 */
@ApplicationModule(
    displayName = "Conversation",
    allowedDependencies = {})
package org.communitydesk.conversation;

import org.springframework.modulith.ApplicationModule;
