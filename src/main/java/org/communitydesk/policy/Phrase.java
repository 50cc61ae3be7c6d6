package org.communitydesk.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Terms that follow each other; {@code _} lets up to four other words of the sentence between. */
record Phrase(List<Term> terms, List<Boolean> loose) {

  private static final int GAP = 4;

  static Phrase of(String written, Map<String, List<String>> classes) {
    List<Term> terms = new ArrayList<>();
    List<Boolean> loose = new ArrayList<>();
    boolean gap = false;
    for (String part : written.split(" ", -1)) {
      if (part.equals("_")) {
        gap = true;
      } else {
        terms.add(Term.of(part, classes));
        loose.add(gap);
        gap = false;
      }
    }
    return new Phrase(terms, loose);
  }

  /** The places of the words that fit from {@code at} on; empty when they do not. */
  List<Integer> find(List<Word> words, int at) {
    int length = terms.get(0).fit(words, at);
    return length > 0 ? follow(words, at, length) : List.of();
  }

  private List<Integer> follow(List<Word> words, int first, int length) {
    List<Integer> found = new ArrayList<>();
    add(found, first, length);
    int next = first + length;
    for (int term = 1; term < terms.size(); term++) {
      int at = next;
      int last = loose.get(term) ? next + GAP : next;
      int fit = 0;
      while (at < words.size() && at <= last && near(words, next - 1, at, term)) {
        fit = terms.get(term).fit(words, at);
        if (fit > 0) {
          break;
        }
        at++;
      }
      if (fit == 0) {
        return List.of();
      }
      add(found, at, fit);
      next = at + fit;
    }
    return found;
  }

  private boolean near(List<Word> words, int before, int at, int term) {
    return !loose.get(term) || words.get(before).sentence() == words.get(at).sentence();
  }

  private static void add(List<Integer> found, int first, int length) {
    for (int i = 0; i < length; i++) {
      found.add(first + i);
    }
  }
}
