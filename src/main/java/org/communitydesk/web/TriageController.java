package org.communitydesk.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.communitydesk.triage.AppealClass;
import org.communitydesk.triage.Decisions;
import org.communitydesk.triage.Sentiment;
import org.communitydesk.triage.Suggestion;
import org.communitydesk.triage.Training;
import org.communitydesk.triage.Triage;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/api/triage")
class TriageController {

  private static final int MOST_TEXTS = 1_000;
  private static final int MOST_ITEMS = 50_000;
  private static final int LONGEST_TEXT = 20_000;
  private static final int MOST_CHARACTERS = 10_000_000;

  private final Triage triage;
  private final Decisions decisions;
  private final Training training;

  TriageController(Triage triage, Decisions decisions, Training training) {
    this.triage = triage;
    this.decisions = decisions;
    this.training = training;
  }

  record Texts(
      @Schema(description = "At most 1,000 texts, each of at most 20,000 characters")
          List<String> texts) {}

  record Suggested(
      AppealClass appealClass,
      @Schema(description = "In the class, 0 to 1") double confidence,
      Sentiment sentiment,
      @Schema(description = "Whether it should not wait") boolean urgent,
      @Schema(description = "The words that spoke for it, at most 5") List<String> reasons) {}

  record Answer(
      @Schema(description = "Decisions learnt from; 0 when only the rules spoke") int trainedOn,
      List<Suggested> results) {}

  record Items(
      @Schema(description = "At most 50,000 items, 10,000,000 characters together")
          List<Item> items) {}

  record Item(
      String text,
      @Schema(nullable = true) AppealClass appealClass,
      @Schema(nullable = true) Sentiment sentiment) {}

  record Taken(int taken) {}

  record Quality(
      int trainedOn,
      @Schema(description = "How often people decided as suggested, newest week first")
          List<Decisions.Week> weeks,
      @Schema(description = "What was learnt, newest first; the newest accepted one speaks")
          List<Training.Version> versions) {}

  /** What each text seems to be, in the order of the texts. */
  @PostMapping("/suggest")
  Answer suggest(@RequestBody Texts asked) {
    List<String> texts = asked.texts();
    if (texts == null) {
      throw refused("Пришлите тексты: {\"texts\": [\"…\"]}");
    }
    if (texts.size() > MOST_TEXTS) {
      throw refused("Текстов %d, а можно не больше %d".formatted(texts.size(), MOST_TEXTS));
    }
    requireTexts(texts);
    List<Suggestion> all = triage.suggest(texts);
    return new Answer(
        all.isEmpty() ? triage.trainedOn() : all.get(0).trainedOn(),
        all.stream().map(TriageController::suggested).toList());
  }

  /**
   * Takes decisions that people made elsewhere; the same text again corrects what was said of it.
   */
  @PostMapping("/decisions")
  Taken feed(@RequestBody Items body) {
    List<Item> items = body.items();
    if (items == null || items.contains(null)) {
      throw refused(
          "Пришлите решения: {\"items\": [{\"text\": \"…\", \"sentiment\": \"NEGATIVE\"}]}");
    }
    if (items.size() > MOST_ITEMS) {
      throw refused("Решений %d, а можно не больше %d за раз".formatted(items.size(), MOST_ITEMS));
    }
    requireTexts(items.stream().map(Item::text).toList());
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      if (item.text().isBlank() || (item.appealClass() == null && item.sentiment() == null)) {
        throw refused("В решении № %d нужен текст и appealClass или sentiment".formatted(i + 1));
      }
    }
    decisions.feed(
        items.stream()
            .map(one -> new Decisions.Fed(one.text(), one.appealClass(), one.sentiment()))
            .toList());
    return new Taken(items.size());
  }

  /** Learns from all decisions now and answers when it is done, within a minute. */
  @PostMapping("/train")
  Training.Outcome train() {
    return training.train();
  }

  @GetMapping("/quality")
  Quality quality() {
    return new Quality(triage.trainedOn(), decisions.weeks(), training.versions());
  }

  private static Suggested suggested(Suggestion one) {
    return new Suggested(
        one.appealClass(), one.confidence(), one.sentiment(), one.urgent(), one.reasons());
  }

  private static void requireTexts(List<String> texts) {
    long characters = 0;
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      if (text == null) {
        throw refused("Текст № %d — null".formatted(i + 1));
      }
      if (text.length() > LONGEST_TEXT) {
        throw refused(
            "Текст № %d длиннее %d знаков: %d".formatted(i + 1, LONGEST_TEXT, text.length()));
      }
      characters += text.length();
    }
    if (characters > MOST_CHARACTERS) {
      throw new ResponseStatusException(
          HttpStatus.PAYLOAD_TOO_LARGE,
          "В текстах вместе знаков %d, а можно не больше %d: пришлите их несколькими запросами"
              .formatted(characters, MOST_CHARACTERS));
    }
  }

  private static ResponseStatusException refused(String reason) {
    return new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, reason);
  }
}
