package org.communitydesk.privacy;

final class Brand {

  private Brand() {}

  static boolean begins(byte[] digits, int begin, int length) {
    int first = digits[begin];
    int two = first * 10 + digits[begin + 1];
    int four = two * 100 + digits[begin + 2] * 10 + digits[begin + 3];
    return switch (length) {
      case 14 -> two == 30 || two == 36 || two == 38 || two == 39;
      case 15 -> two == 34 || two == 37;
      case 16 -> isMir(four) || two == 62 || isOfSixteenDigits(first, two, four);
      case 17, 18, 19 -> isMir(four) || two == 62;
      default -> false;
    };
  }

  private static boolean isMir(int four) {
    return four >= 2200 && four <= 2204;
  }

  private static boolean isOfSixteenDigits(int first, int two, int four) {
    return first == 4
        || (two >= 51 && two <= 55)
        || (four >= 2221 && four <= 2720)
        || two == 35
        || two == 65
        || four == 6011
        || four == 8600
        || four == 9112
        || four == 9860;
  }
}
