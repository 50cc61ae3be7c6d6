package org.communitydesk.sanction;

import java.util.List;

/**
 * What shows an offence.
 *
 * @param text the message as it was then; empty when there was none
 * @param attachmentHashes SHA-256 of each attachment in hex; empty when there are none
 * @param rule the rule that was broken; null when no rule has a name
 * @param words the words that broke it; empty when none did
 */
public record Evidence(
    String text, List<String> attachmentHashes, String rule, List<String> words) {

  /** Nulls become empty, except the rule. */
  public Evidence {
    text = text == null ? "" : text;
    attachmentHashes = attachmentHashes == null ? List.of() : List.copyOf(attachmentHashes);
    words = words == null ? List.of() : List.copyOf(words);
  }
}
