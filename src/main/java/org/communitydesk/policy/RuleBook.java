package org.communitydesk.policy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.communitydesk.conversation.Violation;
import org.springframework.core.io.ClassPathResource;

/**
 * {@code policy/community-rules.json}.
 *
 * @param lists what the lists of the process owner hold at first
 * @param classes names for sets of words, used in phrases as {@code {name}}
 * @param prefixes before a root
 * @param signs of advertising; they count together
 * @param enough points for advertising
 */
record RuleBook(
    Map<String, List<String>> lists,
    Map<String, List<String>> classes,
    List<String> prefixes,
    List<Written> rules,
    List<Sign> signs,
    int enough,
    Flood flood) {

  /**
   * A rule as written down.
   *
   * @param certain whether an unmistakable word of {@code roots} needs no second look
   * @param roots see {@link Roots}; null for none
   * @param known of the words that the dictionary of Russian knows, those which break the rule all
   *     the same, written as roots; required when {@code certain}, null otherwise
   * @param masked whole words that may hide behind several stars; null for none
   * @param phrases see {@link Phrase}; null for none
   * @param unless phrases that take the rule back when they meet the found words; null for none
   */
  record Written(
      String id,
      Violation violation,
      String title,
      String explanation,
      String example,
      String counterExample,
      boolean certain,
      List<String> roots,
      List<String> known,
      List<String> masked,
      List<String> phrases,
      List<String> unless) {}

  /**
   * A sign of advertising.
   *
   * @param rule that it speaks for; null when it only adds
   * @param group of which the strongest sign alone counts
   */
  record Sign(String rule, String group, int points, List<String> phrases) {}

  /** From how many on it is flood. */
  record Flood(
      int sameTextByAuthor,
      int messagesInStream,
      int authorsOfSameText,
      int wordsOfSameText,
      int sameWord,
      int sameLetter,
      int mash) {}

  static RuleBook read() {
    return read("policy/community-rules.json", RuleBook.class);
  }

  static <T> T read(String file, Class<T> type) {
    try (InputStream in = new ClassPathResource(file).getInputStream()) {
      return new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .readValue(in, type);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
