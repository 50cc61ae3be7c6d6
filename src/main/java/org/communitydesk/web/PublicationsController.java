package org.communitydesk.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.TimelineEvent;
import org.communitydesk.publication.Publication;
import org.communitydesk.publication.Publications;
import org.communitydesk.web.AppealResource.Published;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class PublicationsController {

  private static final int LONGEST_REASON = 500;

  private final Publications publications;
  private final Journal journal;

  PublicationsController(Publications publications, Journal journal) {
    this.journal = journal;
    this.publications = publications;
  }

  @GetMapping("/api/publications")
  List<Published> list(
      @RequestParam(required = false) Publication.State state,
      @RequestParam(required = false) Long caseId,
      @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
    return publications.list(state, caseId == null ? null : caseId.toString(), limit).stream()
        .map(Published::of)
        .toList();
  }

  /** Lets one publication out although publishing is stopped. */
  @PostMapping("/api/publications/{id}/release")
  Published release(@PathVariable String id, Principal person) {
    Publication waiting = find(id);
    if (!publications.letGo(waiting.id())) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, whyNotReleased(find(id)));
    }
    journal.record(
        waiting.caseId(),
        person.getName(),
        TimelineEvent.What.PUBLICATION_LET_GO,
        waiting.kind().name());
    return Published.of(find(id));
  }

  /** Why somebody gives a publication up; may be left out. */
  record Drop(String reason) {}

  /** Gives one publication up that waits. */
  @PostMapping("/api/publications/{id}/drop")
  Published drop(
      @PathVariable String id, @RequestBody(required = false) Drop drop, Principal person) {
    Publication waiting = find(id);
    String reason =
        drop == null || drop.reason() == null ? "" : drop.reason().replace("\u0000", "").strip();
    if (reason.length() > LONGEST_REASON) {
      throw new ResponseStatusException(
          HttpStatus.UNPROCESSABLE_ENTITY,
          "Причина длиннее " + LONGEST_REASON + " знаков: сократите её");
    }
    String why = "Снято: " + person.getName() + (reason.isEmpty() ? "" : ", " + reason);
    if (!publications.dropHeld(waiting.id(), why)) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, "Снять нельзя: " + state(find(id)));
    }
    journal.record(
        waiting.caseId(),
        person.getName(),
        TimelineEvent.What.PUBLICATION_DROPPED,
        reason.isEmpty() ? null : reason);
    return Published.of(find(id));
  }

  private Publication find(String id) {
    try {
      return publications.find(UUID.fromString(id));
    } catch (IllegalArgumentException | IllegalStateException unknown) {
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND, "Нет такой публикации: " + id, unknown);
    }
  }

  private static String whyNotReleased(Publication publication) {
    if (publication.isStopped()) {
      return "Публикация уже выпущена и уйдёт, как только канал её примет";
    }
    return publication.state() == Publication.State.HELD
        ? "Эту публикацию держит не остановка, а канал: она уйдёт сама, когда он заработает"
        : "Выпустить нельзя: " + state(publication);
  }

  private static String state(Publication publication) {
    return switch (publication.state()) {
      case NEW -> "публикация ждёт своей очереди и уйдёт сама";
      case SENDING -> "публикация как раз уходит";
      case SENT -> "публикация уже вышла";
      case REFUSED -> "площадка её не приняла";
      case UNKNOWN -> "неизвестно, вышла ли она";
      case HELD -> "публикация ждёт";
      case DROPPED -> "публикация уже снята";
    };
  }
}
