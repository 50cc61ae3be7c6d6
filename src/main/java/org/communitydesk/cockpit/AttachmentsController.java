package org.communitydesk.cockpit;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.communitydesk.cases.Attachments;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Fetching;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class AttachmentsController {

  private final Attachments attachments;
  private final CaseFiles files;
  private final Fetching fetching;

  AttachmentsController(Attachments attachments, CaseFiles files, Fetching fetching) {
    this.fetching = fetching;
    this.attachments = attachments;
    this.files = files;
  }

  /** The platform is asked again now for this file and the others of its case that wait. */
  @PostMapping("/api/attachments/{id}/fetch")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void fetch(@PathVariable long id) {
    fetching.hurry(
        attachments
            .caseOf(id)
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no attachment " + id)));
  }

  @GetMapping("/api/attachments/{id}")
  ResponseEntity<byte[]> content(@PathVariable long id, HttpServletRequest request) {
    if (AppealsController.isContactCenterOnly(request)
        && !attachments.caseOf(id).map(files::isAskedAbout).orElse(true)) {
      throw new ResponseStatusException(
          HttpStatus.FORBIDDEN, "The contact center reads the appeals that it was asked about");
    }
    Attachments.Content content =
        attachments
            .content(id)
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no attachment " + id));
    ContentDisposition.Builder place =
        content.isPicture() ? ContentDisposition.inline() : ContentDisposition.attachment();
    if (!content.fileName().isEmpty()) {
      place.filename(content.fileName(), StandardCharsets.UTF_8);
    }
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(content.contentType()))
        .header(HttpHeaders.CONTENT_DISPOSITION, place.build().toString())
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("X-Content-Type-Options", "nosniff")
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
        .body(content.bytes());
  }
}
