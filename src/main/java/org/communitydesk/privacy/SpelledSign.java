package org.communitydesk.privacy;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One sign of a text as a person or a browser reads it, however it is written: percent-encoded once
 * or more, as an HTML entity, as a Unicode escape.
 *
 * @param sign the code point
 * @param end the index behind its last UTF-16 unit
 */
record SpelledSign(int sign, int end) {

  private static final int LONGEST_ENTITY = 10;
  private static final Map<String, Integer> ENTITIES =
      Map.ofEntries(
          Map.entry("nbsp", 0xA0),
          Map.entry("ensp", 0x2002),
          Map.entry("emsp", 0x2003),
          Map.entry("thinsp", 0x2009),
          Map.entry("zwnj", 0x200C),
          Map.entry("zwj", 0x200D),
          Map.entry("shy", 0xAD),
          Map.entry("ndash", 0x2013),
          Map.entry("mdash", 0x2014),
          Map.entry("minus", 0x2212),
          Map.entry("middot", 0xB7),
          Map.entry("bull", 0x2022),
          Map.entry("hellip", 0x2026),
          Map.entry("Tab", 9),
          Map.entry("NewLine", 10),
          Map.entry("amp", (int) '&'),
          Map.entry("quot", (int) '"'),
          Map.entry("lt", (int) '<'),
          Map.entry("gt", (int) '>'),
          Map.entry("lowbar", (int) '_'),
          Map.entry("comma", (int) ','),
          Map.entry("colon", (int) ':'),
          Map.entry("sol", (int) '/'),
          Map.entry("plus", (int) '+'),
          Map.entry("lpar", (int) '('),
          Map.entry("rpar", (int) ')'),
          Map.entry("vert", (int) '|'),
          Map.entry("period", (int) '.'));

  static SpelledSign at(String text, int i) {
    char unit = text.charAt(i);
    if (unit < 128 && unit != '%' && unit != '&' && unit != '\\') {
      return new SpelledSign(unit, i + 1);
    }
    SpelledSign spelled =
        switch (unit) {
          case '%' -> percent(text, i);
          case '&' -> entity(text, i);
          case '\\' -> escape(text, i);
          default -> null;
        };
    if (spelled != null) {
      return spelled;
    }
    int sign = text.codePointAt(i);
    return new SpelledSign(sign, i + Character.charCount(sign));
  }

  private static SpelledSign percent(String text, int i) {
    int first = octet(text, i);
    int end = octetEnd(text, i);
    int more = first < 0x80 ? 0 : first < 0xC2 ? -1 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
    if (first < 0 || first > 0xF4 || more < 0) {
      return null;
    }
    byte[] bytes = new byte[more + 1];
    bytes[0] = (byte) first;
    for (int k = 1; k <= more; k++) {
      int next = octet(text, end);
      if (next < 0) {
        return null;
      }
      bytes[k] = (byte) next;
      end = octetEnd(text, end);
    }
    return new SpelledSign(new String(bytes, StandardCharsets.UTF_8).codePointAt(0), end);
  }

  /** The value of %41, and of %2541, which is %41 encoded again; -1 when there is none. */
  private static int octet(String text, int i) {
    if (i >= text.length() || text.charAt(i) != '%') {
      return -1;
    }
    int end = octetEnd(text, i);
    return end > text.length() ? -1 : number(text, end - 2, end, 16);
  }

  private static int octetEnd(String text, int i) {
    int at = i + 1;
    while (text.startsWith("25", at) && number(text, at + 2, at + 4, 16) >= 0) {
      at += 2;
    }
    return at + 2;
  }

  private static SpelledSign entity(String text, int i) {
    int at = i + 1;
    while (text.startsWith("amp;", at)) {
      at += 4;
    }
    int end = at;
    while (end < text.length() && end < at + LONGEST_ENTITY && text.charAt(end) != ';') {
      end++;
    }
    if (end == text.length() || text.charAt(end) != ';') {
      return null;
    }
    if (text.charAt(at) != '#') {
      Integer sign = ENTITIES.get(text.substring(at, end));
      return sign == null ? null : new SpelledSign(sign, end + 1);
    }
    boolean hex = text.startsWith("x", at + 1) || text.startsWith("X", at + 1);
    int sign = hex ? number(text, at + 2, end, 16) : number(text, at + 1, end, 10);
    return Character.isValidCodePoint(sign) ? new SpelledSign(sign, end + 1) : null;
  }

  private static SpelledSign escape(String text, int i) {
    int sign = text.startsWith("u", i + 1) ? number(text, i + 2, i + 6, 16) : -1;
    return sign < 0 ? null : new SpelledSign(sign, i + 6);
  }

  private static int number(String text, int begin, int end, int radix) {
    if (begin >= end || end > text.length()) {
      return -1;
    }
    int value = 0;
    for (int i = begin; i < end; i++) {
      int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), radix) : -1;
      if (digit < 0 || value > 0x110000) {
        return -1;
      }
      value = value * radix + digit;
    }
    return value;
  }
}
