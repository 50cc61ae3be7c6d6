package org.communitydesk.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.communitydesk.conversation.Violation;
import org.communitydesk.policy.CommunityRules.Hit;
import org.communitydesk.policy.CommunityRules.Repeats;
import org.communitydesk.policy.RuleBook.Written;
import org.communitydesk.policy.Word.Kind;

/** The rules made ready, with the lists as they are now. */
final class Detector {

  private static final int MOST_WORDS = 10;

  private final RuleBook book;
  private final List<Ready> rules;
  private final Scoring scoring;
  private final Exceptions exceptions;
  private final OwnHosts ownHosts;

  Detector(RuleBook book, Map<String, List<String>> lists) {
    Map<String, List<String>> classes = new HashMap<>(book.classes());
    classes.putAll(lists);
    this.book = book;
    this.rules = book.rules().stream().map(rule -> Ready.of(rule, book, classes)).toList();
    this.scoring = new Scoring(book.signs(), book.enough(), classes);
    this.exceptions = new Exceptions(lists.get(WordLists.OBSCENE_EXCEPTIONS));
    this.ownHosts = new OwnHosts(lists.get(WordLists.OWN_HOSTS));
  }

  private record Ready(
      Written rule,
      Roots roots,
      Roots withoutPrefix,
      Roots known,
      Masked masked,
      Phrases phrases,
      Phrases unless) {

    private static Ready of(Written rule, RuleBook book, Map<String, List<String>> classes) {
      Phrases phrases = new Phrases();
      phrases.add(0, rule.phrases(), classes);
      Phrases unless = new Phrases();
      unless.add(0, rule.unless(), classes);
      return new Ready(
          rule,
          rule.roots() == null ? null : new Roots(book.prefixes(), rule.roots()),
          rule.certain() ? new Roots(List.of(), rule.roots()) : null,
          rule.certain() ? new Roots(List.of(), rule.known()) : null,
          rule.masked() == null ? null : new Masked(rule.masked()),
          phrases,
          unless);
    }

    /** The sentences in which what else breaks the rule does not. */
    private Set<Integer> takenBack(List<Word> words) {
      return unless.in(words).stream()
          .filter(found -> sentence(words, found.places().get(0)) == sentence(words, found.last()))
          .map(found -> sentence(words, found.last()))
          .collect(Collectors.toSet());
    }
  }

  List<Hit> detect(String text, Repeats repeats) {
    List<Word> everything = Folding.words(text);
    List<Word> words =
        everything.stream().filter(w -> w.kind() != Kind.GLUED && !ownHosts.owns(w)).toList();
    List<Hit> hits = new ArrayList<>();
    Map<Violation, Set<Integer>> taken = new HashMap<>();
    Optional<Scoring.Outcome> advertising = scoring.weigh(words);
    for (Ready ready : rules) {
      Written rule = ready.rule;
      if (Flooding.knows(rule.id())) {
        add(hits, rule, text, words, Flooding.find(rule.id(), words, text, repeats, book.flood()));
      } else if (rule.violation() == Violation.ADVERTISING) {
        advertising
            .filter(outcome -> outcome.rule().equals(rule.id()))
            .ifPresent(outcome -> add(hits, rule, text, words, outcome.words()));
      } else {
        Set<Integer> takenBack = ready.takenBack(words);
        Set<Integer> mine = taken.computeIfAbsent(rule.violation(), one -> new HashSet<>());
        byRoots(ready, everything, text, mine, takenBack).ifPresent(hits::add);
        add(hits, rule, text, words, byPhrases(ready, words, text, takenBack));
      }
    }
    return List.copyOf(hits);
  }

  private static int sentence(List<Word> words, int place) {
    return words.get(place).sentence();
  }

  private Optional<Hit> byRoots(
      Ready ready, List<Word> words, String text, Set<Integer> taken, Set<Integer> takenBack) {
    if (ready.roots == null) {
      return Optional.empty();
    }
    Set<String> found = new LinkedHashSet<>();
    boolean certain = false;
    int begun = -1;
    for (Word word : words) {
      boolean first = word.sentence() != begun;
      begun = word.sentence();
      String written = text.substring(word.start(), word.end());
      Sureness sureness =
          word.readings().isEmpty() ? Sureness.NONE : look(ready, word, written, first);
      if (sureness != Sureness.NONE
          && !takenBack.contains(word.sentence())
          && taken.add(word.start())) {
        found.add(written);
        certain |= sureness == Sureness.SURE;
      }
    }
    Written rule = ready.rule;
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(new Hit(rule.id(), rule.violation(), most(found), rule.certain() && certain));
  }

  private enum Sureness {
    NONE,
    MAYBE,
    SURE
  }

  private Sureness look(Ready ready, Word word, String written, boolean first) {
    for (int i = 0; i < word.readings().size(); i++) {
      String reading = word.readings().get(i);
      if (exceptions.hold(reading)) {
        return Sureness.NONE;
      }
      if (ready.roots.find(reading)) {
        return ready.rule.certain() ? weigh(ready, word, written, first, i) : Sureness.MAYBE;
      }
      if (ready.masked != null && ready.masked.hides(reading)) {
        return Sureness.MAYBE;
      }
    }
    return Sureness.NONE;
  }

  /** What looks like a root within an ordinary word or a name is none: «сухую», «Себастьян». */
  private static Sureness weigh(
      Ready ready, Word word, String written, boolean first, int reading) {
    String read = word.readings().get(reading);
    if (ready.known.find(read)) {
      return isLatin(written) ? Sureness.MAYBE : Sureness.SURE;
    }
    if (read.indexOf('*') < 0 && (RussianWords.hold(written) || RussianWords.hold(read))) {
      return Sureness.NONE;
    }
    boolean byEye = reading < 2 || read.indexOf('*') >= 0;
    boolean doubtful =
        isLatin(written)
            || isWholeWords(written)
            || (isCapitalized(written) && (!first || !ready.withoutPrefix.find(read)));
    return byEye && !doubtful ? Sureness.SURE : Sureness.MAYBE;
  }

  private static boolean isLatin(String written) {
    return written.codePoints().filter(Character::isLetter).allMatch(LookAlikes::isLatin);
  }

  /** Words that lack the blank between them. */
  private static boolean isWholeWords(String written) {
    List<String> pieces =
        Pattern.compile("[^\\p{L}\\p{M}]+")
            .splitAsStream(written)
            .filter(p -> !p.isEmpty())
            .toList();
    return pieces.size() > 1
        && pieces.stream().allMatch(piece -> piece.length() > 1 && RussianWords.hold(piece));
  }

  private static boolean isCapitalized(String written) {
    return Character.isUpperCase(written.codePointAt(0))
        && written.codePoints().skip(1).noneMatch(Character::isUpperCase);
  }

  private static List<Integer> byPhrases(
      Ready ready, List<Word> words, String text, Set<Integer> takenBack) {
    boolean mayAsk = ready.rule.violation() == Violation.OTHER_PAYMENT_SYSTEMS;
    return ready.phrases.in(words).stream()
        .filter(found -> !takenBack.contains(sentence(words, found.last())))
        .filter(found -> !mayAsk || !asks(words, found.last(), text))
        .map(Phrases.Found::places)
        .findFirst()
        .orElse(List.of());
  }

  private static boolean asks(List<Word> words, int place, String text) {
    int last = place;
    while (last + 1 < words.size() && sentence(words, last + 1) == sentence(words, place)) {
      last++;
    }
    int at = words.get(last).end();
    while (at < text.length() && ".!?\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at < text.length() && text.charAt(at) == '?';
  }

  private static void add(
      List<Hit> hits, Written rule, String text, List<Word> words, List<Integer> places) {
    Set<String> found = new LinkedHashSet<>();
    places.forEach(at -> found.add(text.substring(words.get(at).start(), words.get(at).end())));
    if (!found.isEmpty() && hits.stream().noneMatch(hit -> hit.rule().equals(rule.id()))) {
      hits.add(new Hit(rule.id(), rule.violation(), most(found), false));
    }
  }

  private static List<String> most(Set<String> found) {
    return found.stream().limit(MOST_WORDS).toList();
  }
}
