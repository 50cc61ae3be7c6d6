package org.communitydesk.cockpit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.communitydesk.knowledge.Knowledge;
import org.communitydesk.knowledge.Script;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class KnowledgeController {

  private final Knowledge knowledge;

  KnowledgeController(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  @GetMapping("/api/knowledge/search")
  List<Script> search(
      @RequestParam String q, @RequestParam(defaultValue = "5") @Min(1) @Max(100) int limit) {
    return knowledge.search(q, limit);
  }
}
