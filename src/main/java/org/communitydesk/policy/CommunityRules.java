package org.communitydesk.policy;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.communitydesk.conversation.Violation;
import org.communitydesk.policy.Word.Kind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Finds broken community rules in what users write. It only points: a person or a table decides.
 */
@Component
public class CommunityRules {

  private final RuleBook book = RuleBook.read();
  private final Supplier<Map<String, List<String>>> lists;
  private volatile Ready ready;

  @Autowired
  CommunityRules(WordLists lists) {
    this(lists::all);
  }

  CommunityRules(Supplier<Map<String, List<String>>> lists) {
    this.lists = lists;
  }

  private record Ready(Map<String, List<String>> lists, Detector detector) {}

  /**
   * A rule that a text breaks.
   *
   * @param rule id, one of {@link #rules()}
   * @param violation what kind of breach it is
   * @param words the user's own words that caused it, as written, at most 10, never empty
   * @param certain true only for an unmistakable obscene word
   */
  public record Hit(String rule, Violation violation, List<String> words, boolean certain) {}

  /**
   * How often something was said, counted by the caller; 1 is a single message.
   *
   * @param sameTextByAuthor messages of this author with this {@link #fingerprint}
   * @param messagesInStream messages of this author in a short time
   * @param authorsOfSameText authors of messages with this {@link #fingerprint}
   */
  public record Repeats(int sameTextByAuthor, int messagesInStream, int authorsOfSameText) {

    /** Nothing is known of other messages. */
    public static final Repeats NONE = new Repeats(1, 1, 1);
  }

  /**
   * A rule for readers; all texts are Russian.
   *
   * @param id English, stable
   * @param title a few words
   * @param explanation a sentence or two
   * @param example a text that breaks it; may be obscene, so not for a public page
   */
  public record Rule(
      String id, Violation violation, String title, String explanation, String example) {}

  /** As {@link #detect(String, Repeats)} with nothing known of other messages. */
  public List<Hit> detect(String text) {
    return detect(text, Repeats.NONE);
  }

  /**
   * The rules that the text breaks, in the order of {@link #rules()}; empty for none.
   *
   * @param text only its first 20,000 characters count; null and blank break nothing
   * @param repeats counts for flood
   */
  public List<Hit> detect(String text, Repeats repeats) {
    return text == null ? List.of() : detector().detect(text, repeats);
  }

  /** What {@link #detect(String)} says of each text, in the same order; reads the lists once. */
  public List<List<Hit>> detectAll(List<String> texts) {
    Detector detector = detector();
    return texts.stream()
        .map(text -> text == null ? List.<Hit>of() : detector.detect(text, Repeats.NONE))
        .toList();
  }

  /**
   * A hash of the text that does not see case, blanks, punctuation and look-alike letters.
   *
   * @return 64 hexadecimal digits; equal for all texts without words
   */
  public String fingerprint(String text) {
    String words =
        Folding.words(text == null ? "" : text).stream()
            .filter(word -> word.kind() != Kind.GLUED)
            .map(word -> word.other() == null ? word.text() : word.other())
            .collect(Collectors.joining(" "));
    return DigestUtils.sha256Hex(words);
  }

  /** All rules in the order of a page. */
  public List<Rule> rules() {
    return book.rules().stream()
        .map(r -> new Rule(r.id(), r.violation(), r.title(), r.explanation(), r.example()))
        .toList();
  }

  private Detector detector() {
    Map<String, List<String>> now = lists.get();
    Ready last = ready;
    if (last == null || !last.lists.equals(now)) {
      last = new Ready(now, new Detector(book, now));
      ready = last;
    }
    return last.detector;
  }
}
