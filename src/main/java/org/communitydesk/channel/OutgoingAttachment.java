package org.communitydesk.channel;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.function.Supplier;

/**
 * A picture or file that goes out with a reply.
 *
 * @param contentType as the content shows, for example {@code image/png}
 * @param size in bytes
 * @param content opens it anew each time
 */
public record OutgoingAttachment(
    String fileName, String contentType, long size, Supplier<InputStream> content) {

  /** A small one that is in memory. */
  public OutgoingAttachment(String fileName, String contentType, byte[] content) {
    this(fileName, contentType, content.length, () -> new ByteArrayInputStream(content));
  }

  public boolean isPicture() {
    return contentType.startsWith("image/");
  }
}
