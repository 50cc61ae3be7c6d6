/**
 * The register of disclosed brand advocates: real people who agreed, for a time, to speak for the
 * brand under their own account and to say so, what they posted, and what came of it.
 *
 * <p>Door: {@link org.communitydesk.advocate.Advocates} and the records it takes and returns;
 * {@link org.communitydesk.advocate.AdvocateRefused} says why not. Not here: who decides that an
 * advocate speaks ({@code processes/scheme-3-negative.bpmn}), and anything that posts in an
 * advocate's name: people do that themselves.
 */
@ApplicationModule(
    displayName = "Advocate",
    allowedDependencies = {"conversation", "privacy"})
package org.communitydesk.advocate;

import org.springframework.modulith.ApplicationModule;
