package org.communitydesk.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.communitydesk.conversation.Platform;
import org.springframework.stereotype.Component;

/** Checks what the brand is about to say. It only points: the owner's table decides. */
@Component
public class CommunicationRules {

  /** The rule that promises of money break. */
  public static final String MONEY_PROMISED = "money-promised";

  /** The rule that words of law break. */
  public static final String LEGAL_WORDS = "legal-words";

  private static final int MOST_WORDS = 10;

  private final CommunicationBook book = CommunicationBook.read();
  private final Reader reader;
  private final RuleVerdicts verdicts;

  CommunicationRules(Reader reader, RuleVerdicts verdicts) {
    this.reader = reader;
    this.verdicts = verdicts;
  }

  /**
   * A rule that a text breaks.
   *
   * @param rule id, one of {@link #rules()}
   * @param title what the rule is about, in Russian, a few words
   * @param verdict what follows; never {@link Verdict#OK}
   * @param words those that caused it, as written, at most 10, never empty
   * @param reason a Russian sentence
   * @param places of these words in the text
   */
  public record Hit(
      String rule,
      String title,
      Verdict verdict,
      List<String> words,
      String reason,
      List<Place> places) {}

  /**
   * Words of a text.
   *
   * @param from index of the first UTF-16 unit
   * @param to index behind the last one
   * @param instead words to put there, likeliest first; empty when there is nothing to propose
   */
  public record Place(int from, int to, List<String> instead) {}

  /** A rule for readers; both texts are Russian. */
  public record Rule(String id, String title, String reason) {}

  /**
   * The outcome of a check.
   *
   * @param breach why the text may not go out, in Russian; null when it may
   * @param hits the broken rules, in the order of {@link #rules()}
   */
  public record Check(String breach, List<Hit> hits) {

    /** The gravest verdict. */
    public Verdict verdict() {
      return breach != null
          ? Verdict.BLOCK
          : hits.stream().map(Hit::verdict).max(Comparator.naturalOrder()).orElse(Verdict.OK);
    }

    /** Whether the text breaks that rule. */
    public boolean breaks(String rule) {
      return hits.stream().anyMatch(hit -> hit.rule().equals(rule));
    }
  }

  /** All rules in the order of a page. */
  public List<Rule> rules() {
    return book.rules().stream().map(r -> new Rule(r.id(), r.title(), r.reason())).toList();
  }

  /**
   * What is to be said of the text.
   *
   * @param length the text's length as the platform counts it
   * @param most the greatest length that the platform takes
   * @param platform null when the text goes to several
   */
  public Check check(String text, int length, int most, Platform platform) {
    List<Hit> hits = find(text, platform);
    String breach = null;
    if (text.isBlank()) {
      breach = "Ответ пустой.";
    } else if (length > most) {
      breach =
          "Ответ длиннее, чем принимает платформа: %d при пределе %d (так считает она сама)."
              .formatted(length, most);
    } else {
      breach = blocked(hits).orElse(null);
    }
    return new Check(breach, hits);
  }

  private static Optional<String> blocked(List<Hit> hits) {
    List<String> all =
        hits.stream()
            .filter(hit -> hit.verdict() == Verdict.BLOCK)
            .map(hit -> "«%s»: %s".formatted(String.join("», «", hit.words()), hit.reason()))
            .toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", all));
  }

  /**
   * The rules that the text breaks.
   *
   * @param text only its first 20,000 characters count
   * @param platform null when the text goes to several
   */
  public List<Hit> find(String text, Platform platform) {
    Map<CommunicationBook.Written, List<Place>> found = reader.read(text, book);
    Map<String, Verdict> weights =
        found.isEmpty()
            ? Map.of()
            : verdicts.of(
                found.keySet().stream()
                    .map(CommunicationBook.Written::id)
                    .collect(Collectors.toSet()),
                platform);
    List<Hit> hits = new ArrayList<>();
    found.forEach(
        (rule, places) -> {
          Verdict verdict = weights.get(rule.id());
          if (verdict != Verdict.OK) {
            hits.add(hit(rule, verdict, text, places));
          }
        });
    return List.copyOf(hits);
  }

  private static Hit hit(
      CommunicationBook.Written rule, Verdict verdict, String text, List<Place> places) {
    List<Place> most = places.stream().limit(MOST_WORDS).toList();
    List<String> words =
        most.stream().map(at -> text.substring(at.from(), at.to())).distinct().toList();
    return new Hit(rule.id(), rule.title(), verdict, words, rule.reason(), most);
  }
}
