package org.communitydesk.web;

import java.util.List;
import org.communitydesk.knowledge.ScriptRefused;
import org.communitydesk.knowledge.Synonyms;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Words that mean the same to the search of scripts. */
@RestController
@RequestMapping("/api/knowledge/synonyms")
class SynonymsController {

  private final Synonyms synonyms;

  SynonymsController(Synonyms synonyms) {
    this.synonyms = synonyms;
  }

  record Groups(List<List<String>> groups) {}

  @GetMapping
  Groups groups() {
    return new Groups(synonyms.groups());
  }

  /** Puts these groups in the place of the old ones; counts at once on every node. */
  @PutMapping
  Groups replace(@RequestBody Groups body) {
    if (body.groups() == null) {
      throw new ResponseStatusException(
          HttpStatus.UNPROCESSABLE_ENTITY, "Пришлите группы: {\"groups\": [[\"…\", \"…\"]]}");
    }
    return new Groups(synonyms.replace(body.groups()));
  }

  @ExceptionHandler
  ProblemDetail refused(ScriptRefused refused) {
    return KnowledgeController.refusal(refused);
  }
}
