package org.communitydesk.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words made of prefixes, a root and an ending. A root is written {@code еб|ать} for that ending
 * alone, {@code еба*} for any ending, {@code *пизд*} for anywhere in the word, {@code =сук} for the
 * word alone, {@code пидр*!} for letters that no star may hide. A star in a word stands for a vowel
 * or б within the root, for a vowel of a prefix and for anything behind.
 */
final class Roots {

  private static final int LONGEST_WORD = 60;
  private static final String VOWELS = "аеиоуыэюя";
  private static final String HIDDEN = VOWELS + "б";

  private final Set<String> prefixes;
  private final Map<Character, List<Root>> byFirst = new HashMap<>();
  private final List<Root> all = new ArrayList<>();

  Roots(List<String> prefixes, List<String> roots) {
    this.prefixes = Set.copyOf(split(prefixes));
    for (String written : split(roots)) {
      Root root = Root.of(written);
      all.add(root);
      byFirst.computeIfAbsent(root.letters().charAt(0), c -> new ArrayList<>()).add(root);
    }
  }

  /** Several words may share a line. */
  static List<String> split(List<String> lines) {
    return lines.stream().flatMap(line -> Arrays.stream(line.split(" ", -1))).distinct().toList();
  }

  private record Root(
      String letters, boolean anyEnd, boolean anywhere, boolean alone, boolean open) {

    private static Root of(String line) {
      boolean open = line.endsWith("!");
      String written = open ? line.substring(0, line.length() - 1) : line;
      boolean anyEnd = written.endsWith("*");
      boolean anywhere = written.startsWith("*");
      boolean alone = written.startsWith("=");
      String letters =
          written.substring(anywhere || alone ? 1 : 0, written.length() - (anyEnd ? 1 : 0));
      return new Root(Readings.squeeze(letters.replace('ё', 'е')), anyEnd, anywhere, alone, open);
    }
  }

  boolean find(String word) {
    if (word.length() > LONGEST_WORD) {
      return false;
    }
    boolean starred = word.indexOf('*') >= 0;
    boolean[] begins = beginnings(word);
    for (int at = 0; at < word.length(); at++) {
      for (Root root : candidates(word.charAt(at), starred)) {
        boolean place = at == 0 || root.anywhere || (begins[at] && !root.alone);
        if (place && fits(root, word, at)) {
          return true;
        }
      }
    }
    return false;
  }

  private List<Root> candidates(char first, boolean starred) {
    return starred && first == '*' ? all : byFirst.getOrDefault(first, List.of());
  }

  private static boolean fits(Root root, String word, int at) {
    int end = at + root.letters.length();
    if (end > word.length() || (!root.anyEnd && end != word.length())) {
      return false;
    }
    int stars = 0;
    for (int i = 0; i < root.letters.length(); i++) {
      char letter = word.charAt(at + i);
      if (letter == '*' && i > 0 && HIDDEN.indexOf(root.letters.charAt(i)) >= 0) {
        stars++;
      } else if (letter != root.letters.charAt(i)) {
        return false;
      }
    }
    return stars == 0
        || (!root.open && root.letters.length() - stars >= 2 && stars * 2 <= root.letters.length());
  }

  private boolean[] beginnings(String word) {
    boolean[] begins = new boolean[word.length() + 1];
    begins[0] = true;
    for (int at = 0; at < word.length(); at++) {
      for (int length = 1; begins[at] && length <= 6 && at + length < word.length(); length++) {
        if (isPrefix(word.substring(at, at + length))) {
          begins[at + length] = true;
        }
      }
    }
    return begins;
  }

  private boolean isPrefix(String part) {
    int star = part.indexOf('*');
    return star < 0
        ? prefixes.contains(part)
        : part.length() > 1
            && VOWELS.chars().anyMatch(v -> prefixes.contains(part.replace('*', (char) v)));
  }
}
