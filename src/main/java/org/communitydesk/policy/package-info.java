/**
 * What the brand may write, and what users may not.
 *
 * <p>Doors: {@link org.communitydesk.policy.CommunicationRules}, {@link
 * org.communitydesk.policy.CommunityRules}, {@link org.communitydesk.policy.WordLists}. Not here:
 * what follows from a broken rule ({@code processes/communication-rules.dmn}) and who must approve
 * ({@code processes/reply-approval.dmn}).
 */
@ApplicationModule(
    displayName = "Policy",
    allowedDependencies = {"conversation", "privacy", "database"})
package org.communitydesk.policy;

import org.springframework.modulith.ApplicationModule;
