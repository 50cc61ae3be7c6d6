package org.communitydesk.policy;

import java.util.List;

/** Whole words of which several letters hide behind stars. */
final class Masked {

  private final List<String> words;

  Masked(List<String> words) {
    this.words = Roots.split(words).stream().map(word -> word.replace('ё', 'е')).toList();
  }

  /** Whether one of the words may stand behind; one star alone hides one letter of three more. */
  boolean hides(String reading) {
    int first = reading.indexOf('*');
    int last = reading.lastIndexOf('*');
    if (first < 0 || reading.substring(first, last).chars().anyMatch(c -> c != '*')) {
      return false;
    }
    String head = reading.substring(0, first);
    String tail = reading.substring(last + 1);
    int stars = last - first + 1;
    return words.stream()
        .anyMatch(
            word ->
                word.startsWith(head)
                    && word.endsWith(tail)
                    && isNear(word.length() - head.length() - tail.length(), stars)
                    && isShown(word, head, tail));
  }

  private static boolean isNear(int hidden, int stars) {
    return stars == 1 ? hidden == 1 : hidden >= stars - 1 && hidden <= stars + 1 && hidden > 0;
  }

  private static boolean isShown(String word, String head, String tail) {
    int shown = head.length() + tail.length();
    return !head.isEmpty()
        && (shown > 2
            || (shown > 1 && word.length() - shown > 1)
            || ("хпбе".contains(head) && word.length() < 5));
  }
}
