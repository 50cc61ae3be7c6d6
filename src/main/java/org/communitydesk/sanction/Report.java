package org.communitydesk.sanction;

import java.time.Instant;
import org.communitydesk.conversation.Violation;

/**
 * What is reported to the ladder.
 *
 * @param caseId decimal digits
 * @param step stable over retries, new for every pass of the case
 * @param authorName as the platform gave it; null or empty when it gave none
 * @param externalId the message that broke the rule
 * @param writtenAt when it was written, UTC
 * @param evidence null when there is none
 * @param confirmedBy who found that it breaks the rule; null when the desk did
 */
public record Report(
    String caseId,
    String step,
    Offender offender,
    String authorName,
    String externalId,
    Instant writtenAt,
    Violation violation,
    Evidence evidence,
    String confirmedBy) {}
