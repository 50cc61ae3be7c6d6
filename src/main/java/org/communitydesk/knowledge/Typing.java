package org.communitydesk.knowledge;

/** Tells a mistyped word from another one. */
final class Typing {

  private static final int SHORT = 5;

  private Typing() {}

  /**
   * Whether one or, in longer words, two slips of the finger lie between the words, or only their
   * endings differ.
   */
  static boolean isNear(String typed, String word) {
    int same = 0;
    while (same < Math.min(typed.length(), word.length())
        && typed.charAt(same) == word.charAt(same)) {
      same++;
    }
    if (same >= SHORT && same * 5 >= Math.max(typed.length(), word.length()) * 3) {
      return true;
    }
    int allowed = typed.length() <= SHORT ? 1 : 2;
    return Math.abs(typed.length() - word.length()) <= allowed && slips(typed, word) <= allowed;
  }

  /** Letters left out, added or exchanged, and neighbours that changed places. */
  private static int slips(String a, String b) {
    int[][] slips = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          slips[i][j] = i + j;
          continue;
        }
        int exchanged = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        slips[i][j] =
            Math.min(
                Math.min(slips[i - 1][j], slips[i][j - 1]) + 1, slips[i - 1][j - 1] + exchanged);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          slips[i][j] = Math.min(slips[i][j], slips[i - 2][j - 2] + 1);
        }
      }
    }
    return slips[a.length()][b.length()];
  }
}
