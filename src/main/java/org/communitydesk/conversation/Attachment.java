package org.communitydesk.conversation;

/**
 * A picture or file that came with a message, still on the platform.
 *
 * @param source what the channel needs to fetch it: an https address or the platform's file id
 * @param fileName as the platform gave it; empty when it gave none
 */
public record Attachment(Type type, String source, String fileName) {

  /** What the platform said it is; the content is checked again when it is fetched. */
  public enum Type {
    IMAGE,
    FILE,
    OTHER
  }
}
