package org.communitydesk.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

record Texts(
    @Schema(
            description =
                "At most 1,000 texts, each of at most 20,000 characters, 1,000,000 together")
        List<String> texts) {

  private static final int MOST_TEXTS = 1_000;
  private static final int LONGEST_TEXT = 20_000;
  private static final int MOST_CHARACTERS = 1_000_000;

  /** The texts, or the answer that says in Russian what is wrong with them. */
  List<String> checked() {
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
    return texts;
  }

  private static ResponseStatusException refused(String reason) {
    return new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, reason);
  }
}
