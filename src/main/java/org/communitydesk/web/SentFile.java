package org.communitydesk.web;

import java.io.InputStream;
import org.communitydesk.database.StoredBytes;
import org.springframework.core.io.AbstractResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A stranger's file on its way to a browser: sent in parts, and never run there. */
final class SentFile extends AbstractResource {

  private final StoredBytes content;

  SentFile(StoredBytes content) {
    this.content = content;
  }

  static ResponseEntity.BodyBuilder answer(String contentType, ContentDisposition place) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(contentType))
        .header(HttpHeaders.CONTENT_DISPOSITION, place.toString())
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("X-Content-Type-Options", "nosniff");
  }

  @Override
  public String getDescription() {
    return "a file of " + content.size() + " bytes";
  }

  @Override
  public InputStream getInputStream() {
    return content.get();
  }

  @Override
  public long contentLength() {
    return content.size();
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
