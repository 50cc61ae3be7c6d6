/**
 * The ladder of sanctions: who broke which rule, which step that was, what was decided and how it
 * stands, in a ledger that nobody can change afterwards.
 *
 * <p>Door: {@link org.communitydesk.sanction.Ladder} and the records it takes and returns; {@code
 * Records} reads for web pages; {@link org.communitydesk.sanction.BanDiscrepancies} compares it
 * with what the platforms say, {@link org.communitydesk.sanction.Sweeps} remembers how far that has
 * come; {@link org.communitydesk.sanction.SanctionProcess} is told what people did past the
 * diagrams. Not here: which measure a step brings (the decision {@code sanction-ladder}), when a
 * term ends and how a platform bans (see {@code processes/}). In which order locks are taken stands
 * at {@code HashChainLedger}.
 */
@ApplicationModule(
    displayName = "Sanction",
    allowedDependencies = {"conversation", "privacy", "channel", "database"})
package org.communitydesk.sanction;

import org.springframework.modulith.ApplicationModule;
