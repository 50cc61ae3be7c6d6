package org.communitydesk.privacy;

final class Sign {

  private Sign() {}

  // circled, superscript and the like have a numeric value but no decimal one
  @SuppressWarnings("CharacterGetNumericValue")
  static int digit(int sign) {
    if (sign < 128) {
      return sign >= '0' && sign <= '9' ? sign - '0' : -1;
    }
    int value = Character.digit(sign, 10);
    if (value < 0 && Character.getType(sign) == Character.OTHER_NUMBER) {
      value = Character.getNumericValue(sign);
    }
    return value <= 9 ? value : -1;
  }

  /** The text in small letters and ASCII digits, unit for unit. */
  static String plain(String text) {
    char[] plain = text.toCharArray();
    for (int i = 0; i < plain.length; i++) {
      int digit = plain[i] < 128 ? -1 : digit(plain[i]);
      plain[i] = digit >= 0 ? (char) ('0' + digit) : Character.toLowerCase(plain[i]);
    }
    return new String(plain);
  }

  static boolean isInvisible(int sign) {
    return switch (Character.getType(sign)) {
      case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
      default -> isBlankLetter(sign);
    };
  }

  static boolean separates(int sign) {
    return switch (Character.getType(sign)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.DASH_PUNCTUATION ->
          true;
      default -> isDashOrDot(sign);
    };
  }

  private static boolean isBlankLetter(int sign) {
    return switch (sign) {
      case 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0 -> true;
      default -> false;
    };
  }

  private static boolean isDashOrDot(int sign) {
    return switch (sign) {
      case '.',
          0xAF, // macron
          0xB7, // middle dot
          0x2D7, // modifier minus
          0x387, // Greek ano teleia
          0x2022, // bullet
          0x2024, // one dot leader
          0x2025, // two dot leader
          0x2026, // ellipsis
          0x2027, // hyphenation point
          0x2043, // hyphen bullet
          0x2212, // minus
          0x2219, // bullet operator
          0x22C5, // dot operator
          0x2500, // box drawing line
          0x2501,
          0x25CF, // black circle
          0x2796, // heavy minus
          0x3002, // ideographic full stop
          0x30FB, // katakana middle dot
          0x30FC, // prolonged sound mark
          0xFE52, // small full stop
          0xFF0E, // fullwidth full stop
          0xFF61, // halfwidth ideographic full stop
          0xFF65 -> // halfwidth katakana middle dot
          true;
      default -> false;
    };
  }
}
