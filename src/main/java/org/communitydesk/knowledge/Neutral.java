package org.communitydesk.knowledge;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from reading a text as a formula: an apostrophe goes before it, and away
 * again when the file comes back.
 */
final class Neutral {

  private static final String LIKE_A_FORMULA = "[\\s\\p{Z}\\p{Cntrl}\\p{Cf}]*[=+\\-@＝＋－＠−]";
  private static final Pattern DANGEROUS = Pattern.compile("'*" + LIKE_A_FORMULA);
  private static final Pattern NEUTRAL = Pattern.compile("'+" + LIKE_A_FORMULA);

  private Neutral() {}

  static String cell(String text) {
    return DANGEROUS.matcher(text).lookingAt() ? "'" + text : text;
  }

  static String text(String cell) {
    return NEUTRAL.matcher(cell).lookingAt() ? cell.substring(1) : cell;
  }
}
