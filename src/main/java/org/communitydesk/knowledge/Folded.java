package org.communitydesk.knowledge;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A text as a reader takes it in: its words, without case, quotes, dashes and disguise. */
final class Folded {

  private static final String DISGUISED = "abcehkmoptxyαεικορτυχνёіїјѕӏ0";
  private static final String PLAIN = "авсенкмортхуаеикортухвеииисло";

  private Folded() {}

  /** The words with one space between them; empty for a text without a word. */
  static String text(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(sign -> !isInvisible(sign))
        .forEach(sign -> plain.appendCodePoint(Character.isLetterOrDigit(sign) ? sign : ' '));
    return Stream.of(plain.toString().strip().split(" +"))
        .map(Folded::undisguised)
        .collect(Collectors.joining(" "));
  }

  static List<String> words(String text) {
    String folded = text(text);
    return folded.isEmpty() ? List.of() : List.of(folded.split(" "));
  }

  /** A word of Latin letters stays Latin, unless a Cyrillic letter gives it away. */
  private static String undisguised(String word) {
    boolean cyrillic = word.codePoints().anyMatch(Folded::isCyrillic);
    boolean onlyLookAlikes =
        word.codePoints().allMatch(sign -> DISGUISED.indexOf(sign) >= 0 && sign != '0');
    return cyrillic || onlyLookAlikes
        ? word.codePoints()
            .map(Folded::look)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
        : word;
  }

  private static boolean isCyrillic(int sign) {
    return Character.UnicodeScript.of(sign) == Character.UnicodeScript.CYRILLIC;
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
