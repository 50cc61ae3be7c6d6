/**
 * What kind of appeal a message seems to be and in what mood it was written: a suggestion by rules,
 * and by a classifier that learns from this desk's own decisions.
 *
 * <p>Door: {@link org.communitydesk.triage.Triage} suggests; {@link
 * org.communitydesk.triage.Decisions} takes what people decided; {@link
 * org.communitydesk.triage.Training} learns from it. Not here: who is asked ({@code
 * processes/triage.dmn}). No weights are shipped: until there is something to learn from, the rules
 * speak and say so.
 */
@ApplicationModule(
    displayName = "Triage",
    allowedDependencies = {"conversation", "database", "privacy", "loop", "policy"})
package org.communitydesk.triage;

import org.springframework.modulith.ApplicationModule;
