package org.communitydesk.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.communitydesk.access.Access;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.CaseMessage;
import org.communitydesk.cases.Clocks;
import org.communitydesk.cases.Conversations;
import org.communitydesk.cases.Drafts;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.Replies;
import org.communitydesk.conversation.Platform;
import org.communitydesk.publication.Publications;
import org.communitydesk.web.AppealResource.Appeal;
import org.communitydesk.web.AppealResource.Detail;
import org.communitydesk.web.AppealResource.Draft;
import org.communitydesk.web.AppealResource.Published;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/api/appeals")
class AppealsController {

  private final Access access;
  private final CaseFiles files;
  private final Clocks clocks;
  private final Journal journal;
  private final Conversations conversations;
  private final Publications publications;
  private final Replies replies;
  private final Drafts drafts;

  AppealsController(
      Access access,
      CaseFiles files,
      Clocks clocks,
      Journal journal,
      Conversations conversations,
      Publications publications,
      Replies replies,
      Drafts drafts) {
    this.access = access;
    this.files = files;
    this.clocks = clocks;
    this.journal = journal;
    this.conversations = conversations;
    this.publications = publications;
    this.replies = replies;
    this.drafts = drafts;
  }

  @GetMapping
  List<Appeal> list(
      @RequestParam(required = false) CaseFile.State state,
      @RequestParam(required = false) String platform,
      @RequestParam(required = false) String q,
      @RequestParam(required = false) String after,
      @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit,
      Authentication person) {
    Platform known =
        platform == null
            ? null
            : Platform.of(platform)
                .orElseThrow(
                    () ->
                        new ResponseStatusException(
                            HttpStatus.BAD_REQUEST, "There is no platform " + platform));
    return files.search(state, known, q, after, !access.seesAllCases(person), limit).stream()
        .map(file -> Appeal.of(file, conversations.of(file.caseId())))
        .toList();
  }

  @GetMapping("/{caseId}")
  Detail one(@PathVariable String caseId, Authentication person) {
    CaseFile file = find(caseId);
    access.requireCase(person, caseId);
    List<CaseMessage> conversation = conversations.of(caseId);
    return new Detail(
        Appeal.of(file, conversation),
        clocks.of(caseId),
        new Draft(file.draft(), file.draftVersion()),
        conversations.post(file).orElse(null),
        AppealResource.Said.all(conversation),
        journal.timeline(caseId),
        publications.list(null, caseId, 1000).stream().map(Published::of).toList(),
        journal.notes(caseId),
        replies.all(caseId).stream().map(SubmittedReplyResource::of).toList());
  }

  @PutMapping("/{caseId}/draft")
  Draft draft(@PathVariable String caseId, @RequestBody Draft draft, Authentication person) {
    find(caseId);
    access.requireCase(person, caseId);
    String text = DraftsController.checked(draft);
    return drafts
        .keep(Drafts.Field.answer(caseId), text, draft.version(), person.getName())
        .map(version -> new Draft(text, version))
        .orElseThrow(DraftsController::conflict);
  }

  private CaseFile find(String caseId) {
    return files
        .find(caseId)
        .orElseThrow(
            () ->
                new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no appeal " + caseId));
  }
}
