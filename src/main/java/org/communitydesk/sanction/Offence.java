package org.communitydesk.sanction;

import java.time.Instant;
import org.communitydesk.conversation.Violation;

/**
 * One broken rule. Instants are UTC.
 *
 * @param caseId decimal digits
 * @param authorName empty when nobody knows it, or the person is forgotten
 * @param rule null when no rule has a name
 * @param rung 1 to 4; that of its sanction, once it has one
 * @param sanctionId null before one is proposed, and again when its sanction was superseded
 * @param climbs whether it takes a step of its own; false when it stands on another's
 * @param withdrawn whether it counts no more
 * @param confirmedBy who found that it breaks the rule; null when the desk did
 */
public record Offence(
    long id,
    String caseId,
    String step,
    Offender offender,
    String authorName,
    String externalId,
    Instant writtenAt,
    Violation violation,
    String rule,
    int rung,
    String sanctionId,
    boolean climbs,
    boolean withdrawn,
    String confirmedBy,
    Instant recordedAt) {}
