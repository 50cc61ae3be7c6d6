package org.communitydesk.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Adds up signs of which none says enough alone. */
final class Scoring {

  private static final int STRETCH = 60;
  private static final int STEP = 30;
  private static final int LONG = 90;
  private static final int FOR_LENGTH = 5;
  private static final Set<String> WEAK = Set.of("call", "hidden");

  private final List<Weighed> signs;
  private final int enough;

  Scoring(List<RuleBook.Sign> signs, int enough, Map<String, List<String>> classes) {
    this.signs = signs.stream().map(s -> new Weighed(s, Phrase.all(s.phrases(), classes))).toList();
    this.enough = enough;
  }

  private record Weighed(RuleBook.Sign sign, List<Phrase> phrases) {}

  private record Found(RuleBook.Sign sign, List<Integer> words) {}

  /**
   * What the signs say together.
   *
   * @param rule that of the strongest sign; a call to write and hidden letters decide only alone
   * @param words places of the words that count
   */
  record Outcome(String rule, List<Integer> words) {}

  /**
   * The first stretch of the text that says enough; signs against count from anywhere, and a long
   * story needs more.
   */
  Optional<Outcome> weigh(List<Word> words) {
    List<Weighed> there =
        signs.stream().filter(one -> !first(one.phrases, words).isEmpty()).toList();
    int needed = enough + (words.size() > LONG ? FOR_LENGTH : 0);
    needed -= there.stream().mapToInt(one -> Math.min(0, one.sign.points())).sum();
    List<Weighed> speaking = there.stream().filter(one -> one.sign.points() > 0).toList();
    if (speaking.stream().mapToInt(one -> one.sign.points()).sum() < needed) {
      return Optional.empty();
    }
    for (int from = 0; from == 0 || from + STEP < words.size(); from += STEP) {
      int first = from;
      Optional<Outcome> outcome =
          weigh(speaking, words.subList(from, Math.min(words.size(), from + STRETCH)), needed)
              .map(o -> new Outcome(o.rule(), o.words().stream().map(at -> at + first).toList()));
      if (outcome.isPresent()) {
        return outcome;
      }
    }
    return Optional.empty();
  }

  private static Optional<Outcome> weigh(List<Weighed> speaking, List<Word> words, int needed) {
    Map<String, Found> groups = new HashMap<>();
    for (Weighed one : speaking) {
      Found best = groups.get(one.sign.group());
      if (best == null || best.sign.points() < one.sign.points()) {
        List<Integer> found = first(one.phrases, words);
        if (!found.isEmpty()) {
          groups.put(one.sign.group(), new Found(one.sign, found));
        }
      }
    }
    int sum = groups.values().stream().mapToInt(found -> found.sign.points()).sum();
    if (sum < needed) {
      return Optional.empty();
    }
    Map<String, Integer> rules = new HashMap<>();
    TreeSet<Integer> places = new TreeSet<>();
    for (Found found : groups.values()) {
      places.addAll(found.words);
      if (found.sign.rule() != null) {
        int points = WEAK.contains(found.sign.group()) ? 1 : found.sign.points();
        rules.merge(found.sign.rule(), points, Math::max);
      }
    }
    return rules.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(rule -> new Outcome(rule.getKey(), List.copyOf(places)));
  }

  private static List<Integer> first(List<Phrase> phrases, List<Word> words) {
    for (Phrase phrase : phrases) {
      List<Integer> found = phrase.find(words);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }
}
