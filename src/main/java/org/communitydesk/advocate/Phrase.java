package org.communitydesk.advocate;

import java.util.List;
import java.util.stream.Stream;

/**
 * Words that follow each other in a folded text. A star at the end of a word stands for any ending,
 * {@code _} lets up to two other words between, «не» not among them. A phrase right after «не» is
 * not there, unless it says «не» itself.
 */
record Phrase(List<String> parts) {

  private static final String GAP = "_";
  private static final int MOST_BETWEEN = 2;
  private static final String NOT = "не";

  static Phrase of(String written) {
    return new Phrase(
        Stream.of(written.split(" ", -1))
            .map(part -> part.equals(GAP) ? GAP : folded(part))
            .toList());
  }

  private static String folded(String part) {
    String word = Folded.words(part).get(0);
    return part.endsWith("*") ? word + "*" : word;
  }

  boolean isIn(List<String> words) {
    for (int at = 0; at < words.size(); at++) {
      boolean denied = at > 0 && words.get(at - 1).equals(NOT);
      if (!denied && fits(words, at, 0)) {
        return true;
      }
    }
    return false;
  }

  private boolean fits(List<String> words, int at, int part) {
    if (part == parts.size()) {
      return true;
    }
    if (parts.get(part).equals(GAP)) {
      for (int next = at; next <= Math.min(at + MOST_BETWEEN, words.size()); next++) {
        if (fits(words, next, part + 1)) {
          return true;
        }
        if (next < words.size() && words.get(next).equals(NOT)) {
          return false;
        }
      }
      return false;
    }
    return at < words.size()
        && fits(words.get(at), parts.get(part))
        && fits(words, at + 1, part + 1);
  }

  private static boolean fits(String word, String part) {
    return part.endsWith("*")
        ? word.startsWith(part.substring(0, part.length() - 1))
        : word.equals(part);
  }
}
