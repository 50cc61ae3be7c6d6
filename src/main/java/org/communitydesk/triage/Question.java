package org.communitydesk.triage;

import java.util.List;

/** What is asked of a text. */
enum Question {
  APPEAL_CLASS,
  SENTIMENT;

  List<Enum<?>> answers() {
    return switch (this) {
      case APPEAL_CLASS -> List.of(AppealClass.values());
      case SENTIMENT -> List.of(Sentiment.values());
    };
  }

  FeatureWeighting weighing() {
    return switch (this) {
      case APPEAL_CLASS -> FeatureWeighting.BY_TELLING;
      case SENTIMENT -> FeatureWeighting.BY_RARITY;
    };
  }
}
