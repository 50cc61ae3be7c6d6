/**
 * What we already know: scripts with a question and an answer, and a search over them.
 *
 * <p>Door: {@link org.communitydesk.knowledge.Knowledge}. Not here: what may be written ({@code
 * policy}).
 */
@ApplicationModule(
    displayName = "Knowledge",
    allowedDependencies = {"conversation", "privacy"})
package org.communitydesk.knowledge;

import org.springframework.modulith.ApplicationModule;
