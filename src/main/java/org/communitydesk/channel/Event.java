package org.communitydesk.channel;

/**
 * One event of a delivery or poll.
 *
 * @param key equal for the same event however often it is delivered, at most 200 characters
 * @param body the event as the platform wrote it, UTF-8 JSON
 * @param isState it is no event but how a message was found when it was read: the same key counts
 *     once for as long as it stays so, and again when the message has come back to that state
 */
public record Event(String key, byte[] body, boolean isState) {

  /** Something that happened once. */
  public Event(String key, byte[] body) {
    this(key, body, false);
  }
}
