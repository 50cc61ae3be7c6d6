package org.communitydesk.policy;

import java.util.LinkedHashSet;
import java.util.Set;

/** What the signs of one word may be read as. */
final class Readings {

  private Readings() {}

  /** Every reading, without repeated letters; empty for a number. */
  static Set<String> of(String signs) {
    Set<String> readings = new LinkedHashSet<>();
    if (signs.codePoints().noneMatch(Character::isLetter)) {
      return readings;
    }
    boolean latin = signs.codePoints().anyMatch(LookAlikes::isLatin);
    if (!isLatin(signs) || deceives(signs)) {
      readings.add(squeeze(look(signs)));
      readings.add(squeeze(look(signs), true));
    }
    if (latin) {
      readings.add(squeeze(sound(signs)));
      readings.add(squeeze(LookAlikes.transliterate(signs)));
      readings.add(squeeze(look(signs.replace('b', 'ь'))));
    }
    return readings;
  }

  static String look(String signs) {
    StringBuilder word = new StringBuilder();
    signs
        .codePoints()
        .mapToObj(LookAlikes::look)
        .filter(letter -> letter != LookAlikes.NONE)
        .forEach(word::append);
    return word.toString();
  }

  static boolean isLatin(String signs) {
    return signs
        .codePoints()
        .allMatch(sign -> LookAlikes.isLatin(sign) || (sign >= '0' && sign <= '9') || sign == '@');
  }

  /** Whether every letter of a Latin word looks like a Cyrillic one. */
  static boolean deceives(String signs) {
    return signs.codePoints().allMatch(LookAlikes::deceives);
  }

  /** «хууууй» is «хуй»; a pair stays when {@code pairs}. */
  static String squeeze(String word, boolean pairs) {
    StringBuilder kept = new StringBuilder();
    int run = 0;
    for (int i = 0; i < word.length(); i++) {
      run = i > 0 && word.charAt(i) == word.charAt(i - 1) ? run + 1 : 1;
      if (run == 1 || (pairs && run == 2 && !more(word, i))) {
        kept.append(word.charAt(i));
      }
    }
    return kept.toString();
  }

  static String squeeze(String word) {
    return squeeze(word, false);
  }

  private static boolean more(String word, int at) {
    return at + 1 < word.length() && word.charAt(at + 1) == word.charAt(at);
  }

  private static String sound(String signs) {
    StringBuilder word = new StringBuilder();
    signs
        .codePoints()
        .mapToObj(LookAlikes::sound)
        .filter(letter -> letter != LookAlikes.NONE)
        .forEach(word::append);
    return word.toString();
  }
}
