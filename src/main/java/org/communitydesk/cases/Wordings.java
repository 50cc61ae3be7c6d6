package org.communitydesk.cases;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells a changed meaning from a changed look. */
final class Wordings {

  /** Marks between digits and question marks do change what is said. */
  private static final Pattern LOOK =
      Pattern.compile("\\s+|(?<!\\d)[.,!…:;\"«»„“”'’()\\-–—]+|[.,!…:;\"«»„“”'’()\\-–—]+(?!\\d)");

  private Wordings() {}

  static boolean areAlike(String one, String other) {
    return bare(one).equals(bare(other));
  }

  private static String bare(String text) {
    String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return LOOK.matcher(lower.replace('ё', 'е')).replaceAll(" ").strip().replaceAll(" +", " ");
  }
}
