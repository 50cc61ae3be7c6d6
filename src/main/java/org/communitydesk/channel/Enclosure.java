package org.communitydesk.channel;

/**
 * A picture or file that goes out with a reply.
 *
 * @param contentType as the content shows, for example {@code image/png}
 */
public record Enclosure(String fileName, String contentType, byte[] bytes) {

  public boolean isPicture() {
    return contentType.startsWith("image/");
  }
}
