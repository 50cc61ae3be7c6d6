package org.communitydesk.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.communitydesk.privacy.PersonalData;
import org.communitydesk.privacy.PersonalKind;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/api/privacy")
class PrivacyController {

  private static final int MOST_TEXTS = 1000;
  private static final int LONGEST = 100_000;

  record Texts(List<String> texts) {}

  record Found(PersonalKind kind) {}

  record Masked(String text, List<Found> found) {}

  @Operation(summary = "Texts without personal data, and what was found; nothing is kept")
  @PostMapping("/mask")
  List<Masked> mask(@RequestBody Texts wanted) {
    List<String> texts = wanted.texts();
    if (texts == null || texts.size() > MOST_TEXTS) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "Поле texts: нужен список, не больше " + MOST_TEXTS + " текстов");
    }
    if (texts.stream().anyMatch(text -> text == null || text.length() > LONGEST)) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST,
          "Поле texts: каждый текст — строка не длиннее " + LONGEST + " знаков");
    }
    return texts.stream().map(PersonalData::mask).map(PrivacyController::answer).toList();
  }

  private static Masked answer(PersonalData.Masked masked) {
    return new Masked(masked.text(), masked.found().stream().map(Found::new).toList());
  }
}
