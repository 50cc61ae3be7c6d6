package org.communitydesk.triage;

import java.util.List;

/** What is asked of a text. */
enum Question {
  APPEAL_CLASS(AppealClass.values()),
  SENTIMENT(Sentiment.values());

  private final List<Enum<?>> answers;

  Question(Enum<?>... answers) {
    this.answers = List.of(answers);
  }

  List<Enum<?>> answers() {
    return answers;
  }
}
