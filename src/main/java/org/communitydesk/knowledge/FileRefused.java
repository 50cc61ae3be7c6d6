package org.communitydesk.knowledge;

/** A file cannot be read as a table of scripts; the message is Russian and says what to do. */
public final class FileRefused extends RuntimeException {

  FileRefused(String reason) {
    super(reason);
  }

  FileRefused(String reason, Throwable cause) {
    super(reason, cause);
  }
}
