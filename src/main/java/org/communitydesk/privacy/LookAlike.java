package org.communitydesk.privacy;

/** Letters that are written for a digit. */
final class LookAlike {

  private LookAlike() {}

  /** -1 for any other sign. */
  static int digit(int sign) {
    return switch (sign) {
      case 'O', 'o', 'О', 'о', 'Ο', 'ο', 'Օ', 'օ', 'Q', 'Ｏ', 'ｏ' -> 0;
      case 'l', 'I', 'i', 'L', 'І', 'і', 'Ӏ', 'ӏ', 'Ι', 'ι', 'ⅼ', 'Ⅰ', 'ｌ', 'Ｉ' -> 1;
      case 'Z', 'z' -> 2;
      case 'З', 'з' -> 3;
      case 'Ч', 'ч' -> 4;
      case 'S', 's', 'Ѕ', 'ѕ' -> 5;
      case 'б' -> 6;
      case 'B', 'В' -> 8;
      default -> -1;
    };
  }
}
