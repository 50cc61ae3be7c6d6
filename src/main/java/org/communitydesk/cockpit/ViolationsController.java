package org.communitydesk.cockpit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.communitydesk.conversation.Violation;
import org.communitydesk.policy.CommunityRules;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class ViolationsController {

  private static final int MOST_TEXTS = 1_000;
  private static final int LONGEST_TEXT = 20_000;
  private static final int MOST_CHARACTERS = 1_000_000;

  private final CommunityRules rules;

  ViolationsController(CommunityRules rules) {
    this.rules = rules;
  }

  record Texts(
      @Schema(
              description =
                  "At most 1,000 texts, each of at most 20,000 characters, 1,000,000 together")
          List<String> texts) {}

  record Found(
      @Schema(description = "Id of the community rule") String rule,
      @Schema(description = "Kind of breach") Violation violation,
      @Schema(description = "The user's own words that caused it, as written, at most 10")
          List<String> words,
      @Schema(description = "True only for an unmistakable obscene word") boolean certain) {}

  /** Which community rules each text breaks: a list for each text, in the order of the texts. */
  @PostMapping("/api/violations/detect")
  List<List<Found>> detect(@RequestBody Texts asked) {
    List<String> texts = asked.texts();
    if (texts == null) {
      throw refused("Пришлите тексты: {\"texts\": [\"…\"]}");
    }
    if (texts.size() > MOST_TEXTS) {
      throw refused("Текстов %d, а можно не больше %d".formatted(texts.size(), MOST_TEXTS));
    }
    int characters = 0;
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
    return rules.detectAll(texts).stream()
        .map(hits -> hits.stream().map(ViolationsController::found).toList())
        .toList();
  }

  private static Found found(CommunityRules.Hit hit) {
    return new Found(hit.rule(), hit.violation(), hit.words(), hit.certain());
  }

  private static ResponseStatusException refused(String reason) {
    return new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, reason);
  }
}
