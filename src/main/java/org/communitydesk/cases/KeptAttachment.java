package org.communitydesk.cases;

/**
 * A picture or file of a message, as far as we have it.
 *
 * @param contentType by content, never by the platform's word; null until it is kept
 * @param bytes its size; 0 until it is kept
 * @param reason why it is lost, in Russian; null otherwise
 */
public record KeptAttachment(
    long id, State state, String contentType, long bytes, String fileName, String reason) {

  public enum State {
    WAITING,
    KEPT,
    LOST
  }
}
