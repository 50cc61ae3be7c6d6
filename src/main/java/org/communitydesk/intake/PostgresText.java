package org.communitydesk.intake;

import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.DigestUtils;

/** Text as PostgreSQL and JSON can hold it: no NUL, no lone surrogate. */
final class PostgresText {

  private static final char REPLACEMENT = '\uFFFD';

  private PostgresText() {}

  static boolean is(String text) {
    return text == null || of(text).equals(text);
  }

  static String of(String text) {
    if (text == null) {
      return null;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(unit)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        plain.append(unit).append(text.charAt(++i));
      } else {
        plain.append(unit == 0 || Character.isSurrogate(unit) ? REPLACEMENT : unit);
      }
    }
    return plain.toString();
  }

  static String shortened(String text, int most) {
    String plain = of(text);
    return plain == null || plain.length() <= most ? plain : of(plain.substring(0, most - 1)) + "…";
  }

  /** The text itself when an index can hold it, else its digest. */
  static String indexable(String text) {
    return text.length() <= 200 && is(text)
        ? text
        : DigestUtils.sha256Hex(text.getBytes(StandardCharsets.UTF_16BE));
  }
}
