package org.communitydesk.triage;

import java.time.Instant;

/**
 * A text and what a person decided of it.
 *
 * @param appealClass null when nobody said
 * @param sentiment null when nobody said
 * @param at when it was first decided
 */
record LabeledText(String text, AppealClass appealClass, Sentiment sentiment, Instant at) {

  /** What the person said on that question; null for nothing. */
  Enum<?> answer(Question question) {
    return question == Question.SENTIMENT ? sentiment : appealClass;
  }
}
