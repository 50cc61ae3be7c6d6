package org.communitydesk.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.communitydesk.policy.Word.Kind;

/** Many phrases, looked for at once: a word leads to those that may begin with it. */
final class Phrases {

  private final List<Phrase> all = new ArrayList<>();
  private final List<Integer> owners = new ArrayList<>();
  private final Map<String, BitSet> words = new HashMap<>();
  private final Map<String, BitSet> beginnings = new HashMap<>();
  private final Map<String, BitSet> parts = new HashMap<>();
  private final Map<Predicate<Word>, BitSet> traits = new HashMap<>();
  private int longest;

  /**
   * A phrase in a text.
   *
   * @param owner what the phrase was added for
   * @param places of its words, first to last
   */
  record Found(int owner, List<Integer> places) {

    int last() {
      return places.get(places.size() - 1);
    }
  }

  /** Adds phrases parted by semicolons; null for none. */
  void add(int owner, List<String> written, Map<String, List<String>> classes) {
    if (written == null) {
      return;
    }
    written.stream()
        .flatMap(line -> Arrays.stream(line.split(";\\s*")))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .forEach(one -> add(owner, Phrase.of(one, classes)));
  }

  private void add(int owner, Phrase phrase) {
    int number = all.size();
    all.add(phrase);
    owners.add(owner);
    for (Term.Alternative first : phrase.terms().get(0).alternatives()) {
      if (first.trait() == null) {
        shelve(first.first(), number);
      } else {
        traits.computeIfAbsent(first.trait(), one -> new BitSet()).set(number);
      }
    }
  }

  private void shelve(Term.Shape shape, int number) {
    Map<String, BitSet> shelf = shape.anywhere() ? parts : shape.begins() ? beginnings : words;
    shelf.computeIfAbsent(shape.letters(), one -> new BitSet()).set(number);
    longest = Math.max(longest, shape.letters().length());
  }

  /** Every phrase wherever it begins, in the order of the text. */
  List<Found> in(List<Word> text) {
    List<Found> found = new ArrayList<>();
    BitSet candidates = new BitSet();
    for (int at = 0; at < text.size(); at++) {
      candidates.clear();
      collect(text.get(at), candidates);
      for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
        List<Integer> places = all.get(i).find(text, at);
        if (!places.isEmpty()) {
          found.add(new Found(owners.get(i), places));
        }
      }
    }
    return found;
  }

  private void collect(Word word, BitSet candidates) {
    traits.forEach(
        (trait, phrases) -> {
          if (trait.test(word)) {
            candidates.or(phrases);
          }
        });
    collect(word.text(), false, candidates);
    if (word.other() != null) {
      collect(word.other(), false, candidates);
    }
    for (int from = 0; word.kind() == Kind.SPELT && from < word.text().length(); from++) {
      collect(word.text().substring(from), true, candidates);
    }
  }

  private void collect(String text, boolean spelt, BitSet candidates) {
    add(words, text, candidates);
    for (int end = 1; end <= Math.min(longest, text.length()); end++) {
      String beginning = text.substring(0, end);
      add(beginnings, beginning, candidates);
      if (spelt) {
        add(words, beginning, candidates);
      }
    }
    parts.forEach(
        (part, phrases) -> {
          if (text.contains(part)) {
            candidates.or(phrases);
          }
        });
  }

  private static void add(Map<String, BitSet> shelf, String letters, BitSet candidates) {
    BitSet phrases = shelf.get(letters);
    if (phrases != null) {
      candidates.or(phrases);
    }
  }
}
