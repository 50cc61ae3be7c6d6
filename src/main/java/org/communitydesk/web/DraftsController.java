package org.communitydesk.web;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.communitydesk.cases.Drafts;
import org.communitydesk.cases.Drafts.Draft;
import org.communitydesk.cases.Drafts.Earlier;
import org.communitydesk.cases.Drafts.Field;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The texts of a form as they are written, for whoever has the task. */
@RestController
@RequestMapping("/api/tasks/{taskId}/drafts/{field}")
class DraftsController {

  static final int MOST = 100_000;

  private final Engine engine;
  private final Drafts drafts;

  DraftsController(Engine engine, Drafts drafts) {
    this.engine = engine;
    this.drafts = drafts;
  }

  @GetMapping
  @Operation(summary = "What is written in that field of the task, and what it said before")
  Kept kept(@PathVariable String taskId, @PathVariable String field, Principal person) {
    Field place = place(taskId, field, person);
    Draft draft = drafts.of(place);
    return new Kept(
        draft.text(), draft.version(), draft.writer(), draft.at(), drafts.earlier(place));
  }

  @PutMapping
  @Operation(summary = "Keeps the text; 409 when another version is there, which then stays")
  Kept keep(
      @PathVariable String taskId,
      @PathVariable String field,
      @RequestBody AppealResource.Draft draft,
      Principal person) {
    Field place = place(taskId, field, person);
    String text = checked(draft);
    return drafts
        .keep(place, text, draft.version(), person.getName())
        .map(version -> kept(taskId, field, person))
        .orElseThrow(DraftsController::conflict);
  }

  /** The text as it may be kept. */
  static String checked(AppealResource.Draft draft) {
    if (draft.text() == null || draft.text().length() > MOST) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST,
          "The field text is missing or longer than " + MOST + " characters");
    }
    return draft.text().replace('\u0000', '\uFFFD');
  }

  static ResponseStatusException conflict() {
    return new ResponseStatusException(
        HttpStatus.CONFLICT,
        "Черновик изменён: прочитайте новую версию. Ваш текст сохранён среди прежних.");
  }

  private Field place(String taskId, String field, Principal person) {
    return engine
        .fieldOf(person.getName(), taskId, field)
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "Задача уже завершена или не у вас"));
  }

  /**
   * @param writtenBy null when nobody has written it
   * @param writtenAt null when nothing was ever written
   */
  record Kept(
      String text, long version, String writtenBy, Instant writtenAt, List<Earlier> earlier) {}
}
