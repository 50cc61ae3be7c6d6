package org.communitydesk.process.appeal;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.communitydesk.triage.AppealClass;
import org.communitydesk.triage.Suggestion;

/** Says a suggestion in Russian, with the words that speak for it, and what it may be about. */
final class SuggestionWords {

  private static final Map<AppealClass, String> CLASSES =
      Map.of(
          AppealClass.CONSTRUCTIVE, "на конструктивное обращение",
          AppealClass.NON_CONSTRUCTIVE, "на неконструктивное обращение",
          AppealClass.CONSTRUCTIVE_NEGATIVE, "на конструктивный негатив",
          AppealClass.NO_REACTION, "на то, что реакция не нужна");

  private SuggestionWords() {}

  static String of(Suggestion suggestion, Optional<String> topic) {
    String words =
        suggestion.reasons().stream()
            .map(word -> "«" + word + "»")
            .collect(Collectors.joining(", "));
    return "Похоже %s (уверенность %d\u00a0%%)%s.%s%s %s"
        .formatted(
            CLASSES.get(suggestion.appealClass()),
            Math.round(100 * suggestion.confidence()),
            words.isEmpty() ? "" : ": " + words,
            topic.map(" Похожая тема: %s."::formatted).orElse(""),
            suggestion.urgent() ? " Похоже, дело срочное." : "",
            suggestion.trainedOn() == 0
                ? "Подсказка по правилам: решений для обучения пока мало."
                : "Обучено на решениях: %,d."
                    .formatted(suggestion.trainedOn())
                    .replace(',', '\u00a0'));
  }
}
