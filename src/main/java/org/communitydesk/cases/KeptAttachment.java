package org.communitydesk.cases;

import java.time.Instant;

/**
 * A picture or file of a message, as far as we have it.
 *
 * @param contentType by content, never by the platform's word; null until it is kept
 * @param bytes its size; 0 until it is kept
 * @param reason why it is lost, was left out or was not given yet, in Russian; null otherwise
 * @param retryAt when it is asked for again; null when it is at once or not any more
 */
public record KeptAttachment(
    long id,
    State state,
    String contentType,
    long bytes,
    String fileName,
    String reason,
    Instant retryAt) {

  public enum State {
    WAITING,
    KEPT,
    LOST,
    /** There was no room for it, or for as many as the reason says. */
    LEFT_OUT
  }
}
