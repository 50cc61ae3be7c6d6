package org.communitydesk.advocate;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** A text as a reader takes it in: its words, without case, quotes, dashes and disguise. */
final class Folded {

  private static final String DISGUISED = "abcehkmoptxyαεικορτυχνёіїјѕӏ0";
  private static final String PLAIN = "авсенкмортхуаеикортухвеииисло";

  private Folded() {}

  static List<String> words(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(sign -> !isInvisible(sign))
        .forEach(sign -> plain.appendCodePoint(Character.isLetterOrDigit(sign) ? look(sign) : ' '));
    return List.of(plain.toString().strip().split(" +"));
  }

  private static boolean isInvisible(int sign) {
    int type = Character.getType(sign);
    return type == Character.FORMAT
        || type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private static int look(int sign) {
    int at = DISGUISED.indexOf(sign);
    return at < 0 ? sign : PLAIN.charAt(at);
  }
}
