package org.communitydesk.contract;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Everything that is wrong, each fault one sentence, in the order of the files. */
final class Faults {

  private final SortedSet<String> sentences = new TreeSet<>();

  void add(String place, String sentence) {
    sentences.add(place + ": " + sentence);
  }

  /** Reports a word that nobody knows, with the nearest known one. */
  void unknown(String place, String word, String kind, Collection<String> known) {
    unknown(place, word, word, kind, known);
  }

  /** As above, where the word is only a part of what stands in the file. */
  void unknown(String place, String word, String shown, String kind, Collection<String> known) {
    String question =
        nearest(word, known)
            .map(near -> " Did you mean " + shown.replace(word, near) + "?")
            .orElse("");
    add(place, shown + " is not " + kind + "." + question + " See CATALOG.md.");
  }

  List<String> sentences() {
    return List.copyOf(sentences);
  }

  private static Optional<String> nearest(String word, Collection<String> known) {
    return known.stream()
        .filter(candidate -> distance(word, candidate) <= Math.max(2, word.length() / 3))
        .min(
            Comparator.comparingInt((String candidate) -> distance(word, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      int diagonal = i;
      for (int j = 0; j <= b.length(); j++) {
        int above = row[j];
        if (i == 0) {
          row[j] = j;
        } else if (j == 0) {
          row[j] = i;
        } else {
          int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
          row[j] = Math.min(changed, Math.min(above, row[j - 1]) + 1);
        }
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
