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
  private static final int FOR_LENGTH = 7;
  private static final Set<String> WEAK = Set.of("call", "hidden");

  private final List<RuleBook.Sign> signs;
  private final Phrases phrases = new Phrases();
  private final int enough;

  Scoring(List<RuleBook.Sign> signs, int enough, Map<String, List<String>> classes) {
    this.signs = signs;
    this.enough = enough;
    for (int i = 0; i < signs.size(); i++) {
      phrases.add(i, signs.get(i).phrases(), classes);
    }
  }

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
    int named = addressees(words);
    List<Phrases.Found> there =
        phrases.in(words).stream().filter(found -> found.places().get(0) >= named).toList();
    int needed = enough + (words.size() > LONG ? FOR_LENGTH : 0);
    needed -=
        there.stream()
            .mapToInt(Phrases.Found::owner)
            .distinct()
            .map(owner -> Math.min(0, signs.get(owner).points()))
            .sum();
    List<Phrases.Found> speaking = there.stream().filter(one -> sign(one).points() > 0).toList();
    int first = 0;
    for (int from = 0; from == 0 || from + STEP < words.size(); from += STEP) {
      while (first < speaking.size() && speaking.get(first).places().get(0) < from) {
        first++;
      }
      Optional<Outcome> outcome = weigh(speaking, first, from + STRETCH, needed);
      if (outcome.isPresent()) {
        return outcome;
      }
    }
    return Optional.empty();
  }

  /** Names with which an answer begins are no contacts. */
  private static int addressees(List<Word> words) {
    int named = 0;
    while (named < words.size()
        && (words.get(named).kind() == Word.Kind.MENTION || words.get(named).text().equals("rt"))) {
      named++;
    }
    return named < words.size() ? named : 0;
  }

  private RuleBook.Sign sign(Phrases.Found found) {
    return signs.get(found.owner());
  }

  private Optional<Outcome> weigh(List<Phrases.Found> speaking, int first, int end, int needed) {
    Map<String, Phrases.Found> groups = new HashMap<>();
    for (int i = first; i < speaking.size() && speaking.get(i).places().get(0) < end; i++) {
      Phrases.Found one = speaking.get(i);
      Phrases.Found best = groups.get(sign(one).group());
      if (one.last() < end && (best == null || sign(best).points() < sign(one).points())) {
        groups.put(sign(one).group(), one);
      }
    }
    int sum = groups.values().stream().mapToInt(found -> sign(found).points()).sum();
    if (sum < needed) {
      return Optional.empty();
    }
    Map<String, Integer> rules = new HashMap<>();
    TreeSet<Integer> places = new TreeSet<>();
    for (Phrases.Found found : groups.values()) {
      RuleBook.Sign sign = sign(found);
      places.addAll(found.places());
      if (sign.rule() != null) {
        rules.merge(sign.rule(), WEAK.contains(sign.group()) ? 1 : sign.points(), Math::max);
      }
    }
    return rules.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(rule -> new Outcome(rule.getKey(), List.copyOf(places)));
  }
}
