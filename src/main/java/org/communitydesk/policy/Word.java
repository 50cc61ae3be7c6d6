package org.communitydesk.policy;

import java.util.List;

/**
 * A word of a text after folding, and where it stands in the text.
 *
 * @param kind what it is
 * @param text lower-case Cyrillic (Latin for a purely Latin word) without doubled tricks; digits of
 *     a number
 * @param other the same in Cyrillic when a Latin word looks like one; null otherwise
 * @param readings what the eye may read, for roots; empty for what is no word
 * @param start of the original words, inclusive
 * @param end exclusive
 * @param sentence number of the sentence, from 0
 * @param plain whether it was written with Cyrillic letters only and in one piece
 */
record Word(
    Kind kind,
    String text,
    String other,
    List<String> readings,
    int start,
    int end,
    int sentence,
    boolean plain) {

  /** GLUED words repeat what stands in pieces before them, so that only roots look at them. */
  enum Kind {
    WORD,
    SPELT,
    NUMBER,
    MONEY,
    LINK,
    MENTION,
    PHONE,
    GLUED
  }

  /** Whether it is a Russian word with letters of other scripts in it. */
  boolean isHidden() {
    return kind == Kind.WORD
        && !plain
        && text.length() > 3
        && text.chars().allMatch(LookAlikes::isRussian);
  }

  /** Whether it is a word of another language. */
  boolean isForeign() {
    return kind == Kind.WORD && !text.isEmpty() && text.chars().noneMatch(LookAlikes::isRussian);
  }
}
