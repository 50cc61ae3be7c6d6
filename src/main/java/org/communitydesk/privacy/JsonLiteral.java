package org.communitydesk.privacy;

import java.util.Arrays;

/** A JSON string, and where in the raw text each of its UTF-16 units is written. */
final class JsonLiteral {

  private final StringBuilder text = new StringBuilder();
  private int[] begins = new int[32];

  private JsonLiteral() {}

  static JsonLiteral at(String raw, int quote) {
    JsonLiteral literal = new JsonLiteral();
    int i = quote + 1;
    while (raw.charAt(i) != '"') {
      char unit = raw.charAt(i);
      if (unit != '\\') {
        literal.add(unit, i);
        i++;
      } else if (raw.charAt(i + 1) == 'u') {
        literal.add((char) Integer.parseInt(raw.substring(i + 2, i + 6), 16), i);
        i += 6;
      } else {
        literal.add(plain(raw.charAt(i + 1)), i);
        i += 2;
      }
    }
    literal.mark(i);
    return literal;
  }

  String text() {
    return text.toString();
  }

  int begin(int unit) {
    return begins[unit];
  }

  private void add(char unit, int begin) {
    mark(begin);
    text.append(unit);
  }

  private void mark(int begin) {
    if (text.length() == begins.length) {
      begins = Arrays.copyOf(begins, begins.length * 2);
    }
    begins[text.length()] = begin;
  }

  private static char plain(char escaped) {
    return switch (escaped) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> escaped;
    };
  }
}
