package org.communitydesk.cases;

import java.time.Duration;

/**
 * What the decision {@code service-level} says of a case.
 *
 * @param resolveWithin null when a case of this kind has no deadline of its own
 * @param warnBefore how long before each deadline it becomes urgent
 * @param tableVersion of the decision
 */
public record SlaTarget(
    Duration answerWithin,
    Duration resolveWithin,
    Duration warnBefore,
    Counts counts,
    String tableVersion) {}
