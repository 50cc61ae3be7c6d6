/**
 * What we already know: scripts with a question and an answer, their versions and use, a search
 * over them, and the way in and out as spreadsheets.
 *
 * <p>Doors: {@link org.communitydesk.knowledge.Knowledge} asks, {@link
 * org.communitydesk.knowledge.Scripts} keeps, {@link org.communitydesk.knowledge.Import} and {@link
 * org.communitydesk.knowledge.Export} carry, {@link org.communitydesk.knowledge.Synonyms} and
 * {@link org.communitydesk.knowledge.Uses}. Not here: what may be written ({@code policy}).
 */
@ApplicationModule(
    displayName = "Knowledge",
    allowedDependencies = {"conversation", "database", "policy", "privacy", "calendar"})
package org.communitydesk.knowledge;

import org.springframework.modulith.ApplicationModule;
