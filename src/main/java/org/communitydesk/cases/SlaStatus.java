package org.communitydesk.cases;

import java.time.Instant;

/**
 * What is due for the clocks of a case.
 *
 * @param dueAt the deadline that is near or was missed; null when neither
 * @param nextAt when to look again at the latest; null when the case is closed
 */
public record SlaStatus(What what, Instant dueAt, Instant nextAt) {

  public enum What {
    WARN,
    BREACH,
    WAIT,
    OVER
  }
}
