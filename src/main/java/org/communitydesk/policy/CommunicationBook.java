package org.communitydesk.policy;

import java.util.List;
import java.util.Map;

/**
 * {@code policy/communication-rules.json}.
 *
 * @param classes names for sets of words, used in phrases as {@code {name}}
 */
record CommunicationBook(Map<String, List<String>> classes, List<Written> rules) {

  /**
   * A rule as written down.
   *
   * @param example a text that breaks it; null when the words are the owner's alone
   * @param counterExample a similar one that does not
   * @param phrases see {@link Phrase}; null when code looks instead
   * @param unless phrases that take the rule back in the sentence they stand in; null for none
   */
  record Written(
      String id,
      String title,
      String reason,
      String example,
      String counterExample,
      List<String> phrases,
      List<String> unless) {}

  static CommunicationBook read() {
    return RuleBook.read("policy/communication-rules.json", CommunicationBook.class);
  }
}
