package org.communitydesk.policy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.communitydesk.conversation.Violation;
import org.communitydesk.policy.CommunicationBook.Written;
import org.communitydesk.policy.CommunicationRules.Place;
import org.communitydesk.policy.Word.Kind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Finds which communication rules a text breaks, and where. */
@Component
class Reader {

  private static final Set<String> MAY_BE_OFFICIAL =
      Set.of(CommunicationRules.MONEY_PROMISED, "terms-promised", "foreign-link", "contact");
  private static final Set<Violation> RUDE = Set.of(Violation.OBSCENE, Violation.INSULT);

  private final Supplier<Map<String, List<String>>> lists;
  private final CommunityRules community;
  private final OfficialSources sources;
  private final Spelling spelling;
  private volatile Ready ready;

  @Autowired
  Reader(WordLists lists, CommunityRules community, OfficialSources sources, Spelling spelling) {
    this(lists::all, community, sources, spelling);
  }

  Reader(
      Supplier<Map<String, List<String>>> lists,
      CommunityRules community,
      OfficialSources sources,
      Spelling spelling) {
    this.lists = lists;
    this.community = community;
    this.sources = sources;
    this.spelling = spelling;
  }

  private record Ready(Map<String, List<String>> lists, Map<Written, Pair> phrases) {}

  private record Pair(Phrases phrases, Phrases unless) {}

  /** The rules in the order of the book; nothing for those that the text keeps. */
  Map<Written, List<Place>> read(String text, CommunicationBook book) {
    String read =
        text.length() > Folding.LONGEST_TEXT ? text.substring(0, Folding.LONGEST_TEXT) : text;
    Ready now = ready(book);
    List<Word> words =
        Folding.words(read).stream().filter(word -> word.kind() != Kind.GLUED).toList();
    Map<Written, List<Place>> found = new LinkedHashMap<>();
    for (Written rule : book.rules()) {
      List<Place> places =
          look(rule, now, read, words).stream()
              .filter(
                  at -> !MAY_BE_OFFICIAL.contains(rule.id()) || !isOfficial(rule, read, words, at))
              .toList();
      if (!places.isEmpty()) {
        found.put(rule, places);
      }
    }
    return found;
  }

  private List<Place> look(Written rule, Ready now, String text, List<Word> words) {
    return switch (rule.id()) {
      case "insult" -> {
        TreeMap<Integer, Place> all = new TreeMap<>();
        byPhrases(now.phrases.get(rule), words).forEach(at -> all.put(at.from(), at));
        rude(text).forEach(at -> all.putIfAbsent(at.from(), at));
        yield List.copyOf(all.values());
      }
      case "personal-data" -> Contacts.personal(text);
      case "contact" -> Contacts.others(text, ownHosts(now));
      case "foreign-link" -> Contacts.links(words, ownHosts(now));
      case "shouting" -> Tone.shouting(text);
      case "exclaiming" -> Tone.exclaiming(text);
      case "spelling" -> spelling.wrong(text, words, rightWords(now));
      default -> byPhrases(now.phrases.get(rule), words);
    };
  }

  private static List<String> rightWords(Ready now) {
    return Stream.of(WordLists.SPELLING_WORDS, WordLists.OTHER_PAYMENT_SYSTEMS)
        .flatMap(list -> now.lists.get(list).stream())
        .toList();
  }

  private static OwnHosts ownHosts(Ready now) {
    return new OwnHosts(now.lists.get(WordLists.OWN_HOSTS));
  }

  private static List<Place> byPhrases(Pair pair, List<Word> words) {
    Set<Integer> takenBack =
        pair.unless.in(words).stream()
            .map(found -> words.get(found.last()).sentence())
            .collect(Collectors.toSet());
    TreeMap<Integer, Place> places = new TreeMap<>();
    for (Phrases.Found found : pair.phrases.in(words)) {
      if (!takenBack.contains(words.get(found.last()).sentence())) {
        found.places().stream()
            .map(words::get)
            .forEach(
                word -> places.put(word.start(), new Place(word.start(), word.end(), List.of())));
      }
    }
    return List.copyOf(places.values());
  }

  private List<Place> rude(String text) {
    return community.detect(text).stream()
        .filter(hit -> RUDE.contains(hit.violation()))
        .flatMap(hit -> hit.words().stream())
        .map(word -> new Place(text.indexOf(word), text.indexOf(word) + word.length(), List.of()))
        .toList();
  }

  private boolean isOfficial(Written rule, String text, List<Word> words, Place at) {
    boolean alone = rule.phrases() == null;
    return sources.say(alone ? text.substring(at.from(), at.to()) : sentence(text, words, at));
  }

  private static String sentence(String text, List<Word> words, Place at) {
    int number =
        words.stream()
            .filter(word -> word.start() == at.from())
            .findFirst()
            .orElseThrow()
            .sentence();
    List<Word> all = words.stream().filter(word -> word.sentence() == number).toList();
    return text.substring(all.get(0).start(), all.get(all.size() - 1).end());
  }

  private Ready ready(CommunicationBook book) {
    Map<String, List<String>> now = lists.get();
    Ready last = ready;
    if (last == null || !last.lists.equals(now)) {
      Map<String, List<String>> classes = new HashMap<>(book.classes());
      classes.putAll(now);
      last =
          new Ready(
              now,
              book.rules().stream()
                  .collect(Collectors.toMap(rule -> rule, rule -> pair(rule, classes))));
      ready = last;
    }
    return last;
  }

  private static Pair pair(Written rule, Map<String, List<String>> classes) {
    Pair pair = new Pair(new Phrases(), new Phrases());
    pair.phrases.add(0, rule.phrases(), classes);
    pair.unless.add(0, rule.unless(), classes);
    return pair;
  }
}
