package org.communitydesk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.communitydesk.access.Access;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.CaseMessage;
import org.communitydesk.cases.Conversations;
import org.communitydesk.cases.Enclosures;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.Replies;
import org.communitydesk.cases.Views;
import org.communitydesk.channel.Capabilities;
import org.communitydesk.channel.Capability;
import org.communitydesk.channel.Channels;
import org.communitydesk.conversation.Kind;
import org.communitydesk.web.AppealResource.Card;
import org.communitydesk.web.AppealResource.Draft;
import org.communitydesk.web.AppealResource.Earlier;
import org.communitydesk.web.AppealResource.Enclosed;
import org.communitydesk.web.AppealResource.Pane;
import org.communitydesk.web.AppealResource.Place;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/api/tasks")
class TasksController {

  private static final int MOST_CARDS = 200;

  private final Engine engine;
  private final Access access;
  private final CaseFiles files;
  private final Journal journal;
  private final Conversations conversations;
  private final Enclosures enclosures;
  private final Replies replies;
  private final Suggestions suggestions;
  private final Channels channels;
  private final Views views;
  private final Clock clock;

  TasksController(
      Engine engine,
      Access access,
      CaseFiles files,
      Journal journal,
      Conversations conversations,
      Enclosures enclosures,
      Replies replies,
      Suggestions suggestions,
      Channels channels,
      Views views,
      Clock clock) {
    this.engine = engine;
    this.access = access;
    this.files = files;
    this.journal = journal;
    this.conversations = conversations;
    this.enclosures = enclosures;
    this.replies = replies;
    this.suggestions = suggestions;
    this.channels = channels;
    this.views = views;
    this.clock = clock;
  }

  @GetMapping
  List<Card> cards(@RequestParam String ids, HttpServletResponse response) {
    tellTime(response);
    List<String> asked = Arrays.stream(ids.split(",")).limit(MOST_CARDS).toList();
    return engine.casesOf(asked).entrySet().stream()
        .map(task -> card(task.getKey(), files.of(task.getValue())))
        .toList();
  }

  @GetMapping("/{taskId}/conversation")
  Pane conversation(
      @PathVariable String taskId, HttpServletResponse response, Authentication person) {
    tellTime(response);
    CaseFile file = files.of(caseOf(taskId));
    long heard = views.heard(file.caseId());
    List<CaseMessage> conversation = conversations.of(file.caseId());
    return new Pane(
        file.caseId(),
        file.caseId(),
        file.continues(),
        file.account().platform().id(),
        file.account().platform().title(),
        file.kind().name(),
        file.author().id(),
        file.author().name(),
        file.openedAt(),
        file.dueAt(),
        place(file),
        new Draft(file.draft(), file.draftVersion()),
        conversations.post(file).orElse(null),
        heard,
        AppealResource.Said.all(conversation),
        journal.notes(file.caseId()),
        earlier(file, person),
        suggestions.of(file, conversation),
        journal.timeline(file.caseId()),
        replies.all(file.caseId()).stream().map(SubmittedReplyResource::of).toList());
  }

  private Place place(CaseFile file) {
    Capabilities capabilities = channels.of(file.account()).capabilities();
    CaseMessage last = conversations.answered(file.caseId(), null);
    return new Place(
        last.kind(),
        capabilities.textLimits(),
        Stream.of(Kind.values())
            .filter(
                kind ->
                    capabilities.can(
                        kind == Kind.COMMENT
                            ? Capability.PICTURE_IN_COMMENT
                            : Capability.PICTURE_IN_PRIVATE))
            .toList(),
        capabilities.answerWithin(last.kind(), last.kind()).map(last.at()::plus).orElse(null),
        enclosures.ofDraft(file.caseId()).map(Enclosed::of).orElse(null));
  }

  /** The person has the conversation before their eyes; counts when the task is theirs. */
  @PutMapping("/{taskId}/seen")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void seen(@PathVariable String taskId, @RequestBody Seen seen, Principal person) {
    String caseId = caseOf(taskId);
    if (engine.isTheirs(person.getName(), taskId)) {
      views.look(taskId, caseId, seen.heard());
    }
  }

  record Seen(long heard) {}

  /** The page counts deadlines by the desk's clock: the browser's may be wrong. */
  private void tellTime(HttpServletResponse response) {
    response.setHeader("X-Desk-Now", clock.instant().toString());
  }

  private String caseOf(String taskId) {
    Map<String, String> found = engine.casesOf(List.of(taskId));
    if (found.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Задача уже завершена");
    }
    return found.get(taskId);
  }

  private Card card(String taskId, CaseFile file) {
    return new Card(
        taskId,
        file.caseId(),
        file.account().platform().id(),
        file.account().platform().title(),
        file.kind().name(),
        file.author().name(),
        AppealResource.firstWords(conversations.of(file.caseId())),
        file.dueAt(),
        views.isBehind(taskId, file.caseId()));
  }

  private List<Earlier> earlier(CaseFile file, Authentication person) {
    List<CaseFile> others = files.earlier(file);
    Set<String> seen = access.seen(person, others.stream().map(CaseFile::caseId).toList());
    return others.stream()
        .filter(other -> seen.contains(other.caseId()))
        .map(this::earlier)
        .toList();
  }

  private Earlier earlier(CaseFile file) {
    return new Earlier(
        file.caseId(),
        file.openedAt(),
        file.closedAt(),
        file.outcome(),
        AppealResource.firstWords(conversations.of(file.caseId())));
  }
}
