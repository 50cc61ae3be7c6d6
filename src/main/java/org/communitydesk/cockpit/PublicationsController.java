package org.communitydesk.cockpit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.communitydesk.cockpit.Answers.Published;
import org.communitydesk.publication.Publication;
import org.communitydesk.publication.Publications;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PublicationsController {

  private final Publications publications;

  PublicationsController(Publications publications) {
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
}
