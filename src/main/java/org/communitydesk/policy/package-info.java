/**
 * What the brand may write.
 *
 * <p>Door: {@link org.communitydesk.policy.CommunicationRules}. Not here: who must approve ({@code
 * processes/reply-approval.dmn}).
 */
@ApplicationModule(
    displayName = "Policy",
    allowedDependencies = {"conversation"})
package org.communitydesk.policy;

import org.springframework.modulith.ApplicationModule;
