package org.communitydesk.triage;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Which lessons are foreseen together, without having been learnt from. */
final class Folds {

  static final int COUNT = 4;
  private static final int ROW = 16;

  private Folds() {}

  /**
   * The fold of each lesson, from 0. Lessons in a row belong together, as an insult and its polite
   * rewrite do, or a wave of messages; so do texts that differ in signs and digits only. Such never
   * help to foresee each other.
   */
  static int[] of(List<LabeledText> lessons) {
    Map<String, Integer> known = new HashMap<>();
    return IntStream.range(0, lessons.size())
        .map(i -> known.computeIfAbsent(letters(lessons.get(i).text()), text -> i / ROW % COUNT))
        .toArray();
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("https?://\\S+|[^\\p{L}]", "");
  }
}
