package org.communitydesk.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communitydesk.access.Access;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Conversations;
import org.communitydesk.cases.Enclosures;
import org.communitydesk.knowledge.Entry;
import org.communitydesk.knowledge.ScriptFiles;
import org.communitydesk.knowledge.Scripts;
import org.communitydesk.knowledge.Uses;
import org.communitydesk.web.AppealResource.Enclosed;
import org.communitydesk.web.Suggestions.Suggestion;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Scripts beside the task in which an answer is written; rights are those of its conversation. */
@RestController
@RequestMapping("/api/tasks/{taskId}/suggestions")
class SuggestionsController {

  private final Access access;
  private final Engine engine;
  private final CaseFiles files;
  private final Conversations conversations;
  private final Suggestions suggestions;
  private final Scripts scripts;
  private final Uses uses;
  private final ScriptFiles scriptFiles;
  private final Enclosures enclosures;

  SuggestionsController(
      Access access,
      Engine engine,
      CaseFiles files,
      Conversations conversations,
      Suggestions suggestions,
      Scripts scripts,
      Uses uses,
      ScriptFiles scriptFiles,
      Enclosures enclosures) {
    this.access = access;
    this.engine = engine;
    this.files = files;
    this.conversations = conversations;
    this.suggestions = suggestions;
    this.scripts = scripts;
    this.uses = uses;
    this.scriptFiles = scriptFiles;
    this.enclosures = enclosures;
  }

  @Operation(summary = "Scripts for the words, or without q for the person's latest message")
  @GetMapping
  List<Suggestion> of(@PathVariable String taskId, @RequestParam(defaultValue = "") String q) {
    CaseFile file = fileOf(taskId);
    return q.isBlank()
        ? suggestions.of(file, conversations.of(file.caseId()))
        : suggestions.of(file, q);
  }

  @Operation(summary = "The script was put into the answer")
  @PostMapping("/{scriptId}/used")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void used(@PathVariable String taskId, @PathVariable long scriptId, Authentication person) {
    CaseFile file = fileOf(taskId);
    String text =
        script(scriptId, person)
            .map(script -> script.content().answerOn(file.account().platform()))
            .orElseThrow(
                () ->
                    new ResponseStatusException(HttpStatus.NOT_FOUND, "Нет скрипта № " + scriptId));
    uses.note(scriptId, file.caseId(), person.getName(), text);
  }

  @Operation(summary = "Puts the script's file beside the draft, in place of an earlier one")
  @PutMapping("/{scriptId}/file")
  Enclosed enclose(
      @PathVariable String taskId, @PathVariable long scriptId, Authentication person) {
    CaseFile file = fileOf(taskId);
    ScriptFiles.File found =
        script(scriptId, person)
            .flatMap(script -> scriptFiles.find(script.id()))
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "У скрипта № " + scriptId + " нет файла"));
    return Enclosed.of(
        enclosures.keep(
            file.caseId(),
            person.getName(),
            new Enclosures.File(found.fileName(), found.contentType(), found.content())));
  }

  private Optional<Entry> script(long id, Authentication person) {
    return scripts.find(id).filter(script -> access.seesScript(person, script.state()));
  }

  private CaseFile fileOf(String taskId) {
    Map<String, String> found = engine.casesOf(List.of(taskId));
    if (found.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Задача уже завершена");
    }
    return files.of(found.get(taskId));
  }
}
