package org.communitydesk.privacy;

final class Snils {

  private static final int DIGITS = 11;
  private static final int WITHOUT_SUM = 1_001_998;

  private Snils() {}

  static boolean isValid(String digits) {
    if (digits.length() != DIGITS || Integer.parseInt(digits.substring(0, 9)) <= WITHOUT_SUM) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += (digits.charAt(i) - '0') * (9 - i);
    }
    return sum % 101 % 100 == Integer.parseInt(digits.substring(9));
  }
}
