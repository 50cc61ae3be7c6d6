package org.communitydesk.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.communitydesk.conversation.Violation;
import org.communitydesk.policy.CommunityRules;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ViolationsController {

  private final CommunityRules rules;

  ViolationsController(CommunityRules rules) {
    this.rules = rules;
  }

  record Found(
      @Schema(description = "Id of the community rule") String rule,
      @Schema(description = "Kind of breach") Violation violation,
      @Schema(description = "The user's own words that caused it, as written, at most 10")
          List<String> words,
      @Schema(description = "True only for an unmistakable obscene word") boolean certain) {}

  /** Which community rules each text breaks: a list for each text, in the order of the texts. */
  @PostMapping("/api/violations/detect")
  List<List<Found>> detect(@RequestBody Texts asked) {
    return rules.detectAll(asked.checked()).stream()
        .map(hits -> hits.stream().map(ViolationsController::found).toList())
        .toList();
  }

  private static Found found(CommunityRules.Hit hit) {
    return new Found(hit.rule(), hit.violation(), hit.words(), hit.certain());
  }
}
