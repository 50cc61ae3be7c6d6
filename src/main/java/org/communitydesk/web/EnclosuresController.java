package org.communitydesk.web;

import java.io.IOException;
import org.communitydesk.access.Access;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Enclosures;
import org.communitydesk.web.AppealResource.Enclosed;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/api/appeals/{caseId}/enclosure")
class EnclosuresController {

  private final Access access;
  private final CaseFiles files;
  private final Enclosures enclosures;

  EnclosuresController(Access access, CaseFiles files, Enclosures enclosures) {
    this.access = access;
    this.files = files;
    this.enclosures = enclosures;
  }

  /** Puts a file of at most 20 MB beside the draft, in place of an earlier one. */
  @PutMapping
  Enclosed keep(
      @PathVariable String caseId, @RequestParam MultipartFile file, Authentication person)
      throws IOException {
    requireCase(caseId, person);
    try {
      return Enclosed.of(
          enclosures.keep(caseId, person.getName(), FileNames.bare(file), file.getBytes()));
    } catch (IllegalArgumentException refused) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, refused.getMessage(), refused);
    }
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void drop(@PathVariable String caseId, Authentication person) {
    requireCase(caseId, person);
    enclosures.drop(caseId);
  }

  private void requireCase(String caseId, Authentication person) {
    if (files.find(caseId).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no appeal " + caseId);
    }
    access.requireCase(person, caseId);
  }
}
