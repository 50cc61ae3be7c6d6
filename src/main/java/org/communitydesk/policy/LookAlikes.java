package org.communitydesk.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** Which Cyrillic letter a sign looks or sounds like. */
final class LookAlikes {

  static final char NONE = 0;

  private static final Map<Integer, Character> LOOKS = new HashMap<>();
  private static final Map<Integer, Character> SOUNDS = new HashMap<>();
  private static final Map<String, String> SYLLABLES =
      Map.ofEntries(
          Map.entry("shch", "щ"),
          Map.entry("sch", "щ"),
          Map.entry("zh", "ж"),
          Map.entry("kh", "х"),
          Map.entry("ch", "ч"),
          Map.entry("sh", "ш"),
          Map.entry("ts", "ц"),
          Map.entry("yu", "ю"),
          Map.entry("ju", "ю"),
          Map.entry("ya", "я"),
          Map.entry("ja", "я"),
          Map.entry("yo", "е"),
          Map.entry("ye", "е"),
          Map.entry("ey", "ей"),
          Map.entry("oy", "ой"),
          Map.entry("iy", "ий"),
          Map.entry("uy", "уй"),
          Map.entry("ui", "уй"),
          Map.entry("uj", "уй"));

  static {
    file("policy/look-alikes.txt")
        .lines()
        .forEach(
            line -> {
              char letter = line.charAt(0);
              line.substring(2).codePoints().forEach(sign -> LOOKS.put(sign, letter));
            });
    String latin = "abcdefghijklmnopqrstuvwxyz";
    String russian = "абкдефгхийклмнопкрстуввхыз";
    latin.chars().forEach(sign -> SOUNDS.put(sign, russian.charAt(latin.indexOf(sign))));
  }

  private LookAlikes() {}

  /** The Cyrillic letter for the eye; itself for a Cyrillic letter; {@link #NONE} for no letter. */
  static char look(int sign) {
    int small = small(sign);
    Character known = LOOKS.get(small);
    if (known != null) {
      return known;
    }
    if (isRussian(small)) {
      return small == 'ё' ? 'е' : (char) small;
    }
    return SOUNDS.getOrDefault(small, NONE);
  }

  static char sound(int sign) {
    int small = small(sign);
    Character known = SOUNDS.get(small);
    return known == null ? look(sign) : known;
  }

  /** Whether a Latin letter looks like a Cyrillic one. */
  static boolean deceives(int sign) {
    return LOOKS.containsKey(small(sign));
  }

  static boolean isRussian(int sign) {
    return (sign >= 'а' && sign <= 'я')
        || sign == 'ё'
        || (sign >= 'А' && sign <= 'Я')
        || sign == 'Ё';
  }

  static boolean isLatin(int sign) {
    return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
  }

  /** The sign without case, ornament and width: 𝐀, Ａ and ⓐ are a. */
  static int small(int sign) {
    if (sign < 128 || isRussian(sign)) {
      return Character.toLowerCase(sign);
    }
    if (LOOKS.containsKey(sign)) {
      return sign;
    }
    String plain = Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFKD);
    return plain.toLowerCase(Locale.ROOT).codePointAt(0);
  }

  /** Latin writing by sound, syllables first. */
  static String transliterate(String latin) {
    StringBuilder russian = new StringBuilder();
    int i = 0;
    while (i < latin.length()) {
      String syllable = null;
      for (int length = Math.min(4, latin.length() - i); length > 1 && syllable == null; length--) {
        syllable = SYLLABLES.get(latin.substring(i, i + length));
        i += syllable == null ? 0 : length;
      }
      if (syllable == null) {
        char letter = sound(latin.charAt(i++));
        russian.append(letter == NONE ? "" : letter);
      } else {
        russian.append(syllable);
      }
    }
    return russian.toString();
  }

  private static String file(String name) {
    try {
      return new ClassPathResource(name).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
