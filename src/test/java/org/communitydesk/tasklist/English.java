package org.communitydesk.tasklist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The search for English words on a page. */
final class English {

  static final String SCRIPT = read();

  private English() {}

  private static String read() {
    try (InputStream script = English.class.getResourceAsStream("/tasklist/english.js")) {
      String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
      return text.substring(text.indexOf("() =>")).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
