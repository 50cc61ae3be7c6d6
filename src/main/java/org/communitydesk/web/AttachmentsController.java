package org.communitydesk.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.communitydesk.access.Access;
import org.communitydesk.cases.Attachments;
import org.communitydesk.cases.Fetching;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class AttachmentsController {

  private final Attachments attachments;
  private final Access access;
  private final Fetching fetching;

  AttachmentsController(Attachments attachments, Access access, Fetching fetching) {
    this.fetching = fetching;
    this.attachments = attachments;
    this.access = access;
  }

  /** The platform is asked again now for this file and the others of its case that wait. */
  @PostMapping("/api/attachments/{id}/fetch")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void fetch(@PathVariable long id, Authentication person) {
    String caseId = caseOf(id);
    access.requireCase(person, caseId);
    fetching.hurry(caseId);
  }

  private String caseOf(long id) {
    return attachments
        .caseOf(id)
        .orElseThrow(
            () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Нет вложения № " + id));
  }

  @GetMapping("/api/attachments/{id}")
  ResponseEntity<Resource> content(@PathVariable long id, Authentication person) {
    access.requireCase(person, caseOf(id));
    Attachments.Content content =
        attachments
            .content(id)
            .orElseThrow(
                () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Нет вложения № " + id));
    ContentDisposition.Builder place =
        content.isPicture() ? ContentDisposition.inline() : ContentDisposition.attachment();
    if (!content.fileName().isEmpty()) {
      place.filename(content.fileName(), StandardCharsets.UTF_8);
    }
    return SentFile.answer(content.contentType(), place.build())
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
        .body(new SentFile(content.content()));
  }
}
