/**
 * Who may see which object: a case and all that hangs on it, a person, a script.
 *
 * <p>Every door asks here, after the doors themselves have looked at the groups. Groups add up: who
 * is in one that sees all cases sees them; of the others the contact center sees the cases that it
 * was asked about, and an advocate those of which they have a task now. Door: {@link
 * org.communitydesk.access.Access}, and {@link org.communitydesk.access.OwnCases}, the port to
 * whoever knows the tasks. Not here: who may do what with a task, which the engine decides.
 */
@ApplicationModule(
    displayName = "Access",
    allowedDependencies = {"cases", "knowledge"})
package org.communitydesk.access;

import org.springframework.modulith.ApplicationModule;
