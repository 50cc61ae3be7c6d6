package org.communitydesk.web;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import org.communitydesk.cases.Drafts;
import org.communitydesk.cases.Drafts.Draft;
import org.communitydesk.cases.Drafts.Field;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The common answer to an incident as it is being written. */
@RestController
@RequestMapping("/api/incidents/{id}/draft")
class IncidentDraftController {

  private final Engine engine;
  private final Drafts drafts;

  IncidentDraftController(Engine engine, Drafts drafts) {
    this.engine = engine;
    this.drafts = drafts;
  }

  @GetMapping
  @Operation(summary = "What is written as the common answer, and what it said before")
  DraftsController.Kept kept(@PathVariable long id) {
    Field field = field(id);
    Draft draft = drafts.of(field);
    return new DraftsController.Kept(
        draft.text(), draft.version(), draft.writer(), draft.at(), drafts.earlier(field));
  }

  @PutMapping
  @Operation(summary = "Keeps the text; 409 when another version is there, which then stays")
  DraftsController.Kept keep(
      @PathVariable long id, @RequestBody AppealResource.Draft draft, Principal person) {
    return drafts
        .keep(field(id), DraftsController.checked(draft), draft.version(), person.getName())
        .map(version -> kept(id))
        .orElseThrow(DraftsController::conflict);
  }

  private Field field(long id) {
    return engine
        .answerTo(id)
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "Сейчас ответа на эту проблему не ждут"));
  }
}
