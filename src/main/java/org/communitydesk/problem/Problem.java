package org.communitydesk.problem;

import java.time.Instant;

/**
 * One thing that many persons write about.
 *
 * @param closedAt null while it is open
 * @param answer the common answer as submitted last; empty before the first
 * @param author who wrote it; null before the first
 * @param remark why it was returned; empty when it was not
 */
public record Problem(
    long id,
    State state,
    Instant openedAt,
    Instant closedAt,
    String answer,
    String author,
    String remark) {

  public enum State {
    OPEN,
    APPROVAL,
    SENDING,
    CLOSED
  }
}
