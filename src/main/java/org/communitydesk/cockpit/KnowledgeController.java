package org.communitydesk.cockpit;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.communitydesk.knowledge.Entry;
import org.communitydesk.knowledge.Knowledge;
import org.communitydesk.knowledge.Script;
import org.communitydesk.knowledge.ScriptRefused;
import org.communitydesk.knowledge.ScriptScores;
import org.communitydesk.knowledge.ScriptScores.Score;
import org.communitydesk.knowledge.Scripts;
import org.communitydesk.knowledge.State;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/api/knowledge")
class KnowledgeController {

  private final Knowledge knowledge;
  private final Scripts scripts;
  private final ScriptScores scores;

  KnowledgeController(Knowledge knowledge, Scripts scripts, ScriptScores scores) {
    this.knowledge = knowledge;
    this.scripts = scripts;
    this.scores = scores;
  }

  @Operation(summary = "Scripts that answer the question, best first; other states: supervisors")
  @GetMapping("/search")
  List<Script> search(
      @RequestParam String q,
      @RequestParam(defaultValue = "5") @Min(1) @Max(100) int limit,
      @RequestParam(defaultValue = "APPROVED") State state,
      HttpServletRequest request) {
    return knowledge.search(q, limit, allowed(state, request));
  }

  @Operation(summary = "Scripts, newest first; after is the id of the last one read")
  @GetMapping
  List<ShownScript> list(
      @RequestParam(required = false) String q,
      @RequestParam(required = false) State state,
      @RequestParam(defaultValue = "false") boolean stale,
      @RequestParam(required = false) Long after,
      @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit,
      HttpServletRequest request) {
    List<Entry> found = scripts.list(q, allowed(state, request), stale, after, limit);
    Map<Long, Score> known = scores.of(found.stream().map(Entry::id).toList());
    return found.stream()
        .map(one -> ShownScript.of(one, known.getOrDefault(one.id(), Score.NONE)))
        .toList();
  }

  @Operation(summary = "How many scripts are in each state; STALE: to be looked at again")
  @GetMapping("/counts")
  Map<String, Long> counts() {
    return scripts.counts();
  }

  @GetMapping("/{id}")
  ShownScript one(@PathVariable long id, HttpServletRequest request) {
    return shown(readable(id, request));
  }

  @Operation(summary = "All that was written of the script, newest first")
  @GetMapping("/{id}/versions")
  List<ShownScript> versions(@PathVariable long id, HttpServletRequest request) {
    readable(id, request);
    return scripts.versions(id).stream().map(one -> ShownScript.of(one, null)).toList();
  }

  @Operation(summary = "Offers a script: a draft that nobody is shown until it is approved")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Created offer(@RequestBody WrittenScript script, Principal person) {
    return new Created(scripts.offer(script.content(), person.getName()));
  }

  @Operation(summary = "Changes a script; without approve it becomes a draft again")
  @PutMapping("/{id}")
  ShownScript change(@PathVariable long id, @RequestBody WrittenScript script, Principal person) {
    find(id);
    return shown(
        scripts.change(id, script.version(), script.content(), script.approve(), person.getName()));
  }

  @Operation(summary = "Lets the script be suggested; of an approved one: it was looked at again")
  @PostMapping("/{id}/approve")
  ShownScript approve(@PathVariable long id, Principal person) {
    return shown(scripts.approve(id, person.getName()).orElseThrow(() -> none(id)));
  }

  @Operation(summary = "Takes the script out of all suggestions")
  @PostMapping("/{id}/withdraw")
  ShownScript withdraw(@PathVariable long id, Principal person) {
    return shown(scripts.withdraw(id, person.getName()).orElseThrow(() -> none(id)));
  }

  @ExceptionHandler
  ProblemDetail refused(ScriptRefused refused) {
    return refusal(refused);
  }

  static ProblemDetail refusal(ScriptRefused refused) {
    boolean late = refused.field().equals("version");
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            late ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY,
            sentence(refused.getMessage()));
    problem.setTitle("Не принято");
    problem.setProperty("field", refused.field());
    return problem;
  }

  record Created(long id) {}

  /** Who keeps the scripts reads all of them, everybody else what is approved. */
  private static State allowed(State asked, HttpServletRequest request) {
    if (request.isUserInRole("supervisors")) {
      return asked;
    }
    if (asked != null && asked != State.APPROVED) {
      throw new ResponseStatusException(
          HttpStatus.FORBIDDEN, "Черновики и отозванные скрипты видят только старшие смены");
    }
    return State.APPROVED;
  }

  private Entry readable(long id, HttpServletRequest request) {
    Entry found = find(id);
    if (found.state() != State.APPROVED && !request.isUserInRole("supervisors")) {
      throw none(id);
    }
    return found;
  }

  private Entry find(long id) {
    return scripts.find(id).orElseThrow(() -> none(id));
  }

  private ShownScript shown(Entry entry) {
    return ShownScript.of(
        entry, scores.of(List.of(entry.id())).getOrDefault(entry.id(), Score.NONE));
  }

  private static ResponseStatusException none(long id) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "Нет скрипта № " + id);
  }

  private static String sentence(String reason) {
    return Character.toUpperCase(reason.charAt(0)) + reason.substring(1);
  }
}
