package org.communitydesk.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.communitydesk.access.Access;
import org.communitydesk.knowledge.Entry;
import org.communitydesk.knowledge.Knowledge;
import org.communitydesk.knowledge.Script;
import org.communitydesk.knowledge.ScriptFiles;
import org.communitydesk.knowledge.ScriptFiles.Named;
import org.communitydesk.knowledge.ScriptRefused;
import org.communitydesk.knowledge.ScriptScores;
import org.communitydesk.knowledge.ScriptScores.Score;
import org.communitydesk.knowledge.Scripts;
import org.communitydesk.knowledge.State;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.Authentication;
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

  private final Access access;
  private final Knowledge knowledge;
  private final Scripts scripts;
  private final ScriptScores scores;
  private final ScriptFiles files;

  KnowledgeController(
      Access access, Knowledge knowledge, Scripts scripts, ScriptScores scores, ScriptFiles files) {
    this.access = access;
    this.knowledge = knowledge;
    this.scripts = scripts;
    this.scores = scores;
    this.files = files;
  }

  @Operation(summary = "Scripts that answer the question, best first; other states: supervisors")
  @GetMapping("/search")
  List<Script> search(
      @RequestParam String q,
      @RequestParam(defaultValue = "5") @Min(1) @Max(100) int limit,
      @RequestParam(defaultValue = "APPROVED") State state,
      Authentication person) {
    return knowledge.search(q, limit, allowed(state, person));
  }

  @Operation(summary = "Scripts, newest first; after is the id of the last one read")
  @GetMapping
  List<ScriptResource> list(
      @RequestParam(required = false) String q,
      @RequestParam(required = false) State state,
      @RequestParam(defaultValue = "false") boolean stale,
      @RequestParam(required = false) Long after,
      @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit,
      Authentication person) {
    List<Entry> found = scripts.list(q, allowed(state, person), stale, after, limit);
    return shown(found);
  }

  @Operation(summary = "How many scripts are in each state; STALE: to be looked at again")
  @GetMapping("/counts")
  Map<String, Long> counts() {
    return scripts.counts();
  }

  @GetMapping("/{id}")
  ScriptResource one(@PathVariable long id, Authentication person) {
    return shown(readable(id, person));
  }

  @Operation(summary = "All that was written of the script, newest first")
  @GetMapping("/{id}/versions")
  List<ScriptResource> versions(@PathVariable long id, Authentication person) {
    readable(id, person);
    return scripts.versions(id).stream().map(one -> ScriptResource.of(one, null, null)).toList();
  }

  @Operation(summary = "Offers a script: a draft that nobody is shown until it is approved")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Created offer(@RequestBody WrittenScript script, Principal person) {
    return new Created(scripts.offer(script.content(), person.getName()));
  }

  @Operation(summary = "Changes a script; without approve it becomes a draft again")
  @PutMapping("/{id}")
  ScriptResource change(
      @PathVariable long id, @RequestBody WrittenScript script, Principal person) {
    find(id);
    return shown(
        scripts.change(id, script.version(), script.content(), script.approve(), person.getName()));
  }

  @Operation(summary = "Lets the script be suggested; of an approved one: it was looked at again")
  @PostMapping("/{id}/approve")
  ScriptResource approve(@PathVariable long id, Principal person) {
    return shown(scripts.approve(id, person.getName()).orElseThrow(() -> none(id)));
  }

  @Operation(summary = "Takes the script out of all suggestions")
  @PostMapping("/{id}/withdraw")
  ScriptResource withdraw(@PathVariable long id, Principal person) {
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
  private State allowed(State asked, Authentication person) {
    if (access.seesAllScripts(person)) {
      return asked;
    }
    if (asked != null && asked != State.APPROVED) {
      throw Access.refused("Черновики и отозванные скрипты видят только старшие смены");
    }
    return State.APPROVED;
  }

  private Entry readable(long id, Authentication person) {
    Entry found = find(id);
    if (!access.seesScript(person, found.state())) {
      throw none(id);
    }
    return found;
  }

  private Entry find(long id) {
    return scripts.find(id).orElseThrow(() -> none(id));
  }

  private ScriptResource shown(Entry entry) {
    return shown(List.of(entry)).get(0);
  }

  private List<ScriptResource> shown(List<Entry> entries) {
    List<Long> ids = entries.stream().map(Entry::id).toList();
    Map<Long, Score> known = scores.of(ids);
    Map<Long, Named> named = files.of(ids);
    return entries.stream()
        .map(
            one ->
                ScriptResource.of(
                    one, known.getOrDefault(one.id(), Score.NONE), named.get(one.id())))
        .toList();
  }

  private static ResponseStatusException none(long id) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "Нет скрипта № " + id);
  }

  private static String sentence(String reason) {
    return Character.toUpperCase(reason.charAt(0)) + reason.substring(1);
  }
}
