package org.communitydesk.sandbox.world;

import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A picture as an HTTP answer that no browser runs as a page. */
public final class PictureFile {

  private PictureFile() {}

  /** 404 when there is none. */
  public static ResponseEntity<byte[]> answer(Optional<Picture> picture) {
    return picture
        .map(
            found ->
                ResponseEntity.ok()
                    .contentType(type(found.contentType()))
                    .header("Content-Security-Policy", "sandbox; default-src 'none'")
                    .header("X-Content-Type-Options", "nosniff")
                    .body(found.content()))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private static MediaType type(String name) {
    try {
      return MediaType.parseMediaType(name);
    } catch (RuntimeException e) {
      return MediaType.APPLICATION_OCTET_STREAM;
    }
  }
}
