package org.communitydesk.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Comparator;
import java.util.List;
import org.communitydesk.conversation.Platform;
import org.communitydesk.policy.CommunicationRules;
import org.communitydesk.policy.CommunicationRules.Hit;
import org.communitydesk.policy.Verdict;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class PolicyController {

  private final CommunicationRules rules;

  PolicyController(CommunicationRules rules) {
    this.rules = rules;
  }

  record Asked(
      @Schema(description = "Where the texts would go; null when to several", nullable = true)
          String platform,
      @Schema(
              description =
                  "At most 1,000 texts, each of at most 20,000 characters, 1,000,000 together")
          List<String> texts) {}

  record Checked(
      @Schema(description = "The gravest of the hits") Verdict verdict, List<Hit> hits) {}

  /** Which communication rules each text breaks, and what follows, in the order of the texts. */
  @PostMapping("/api/policy/check")
  List<Checked> check(@RequestBody Asked asked) {
    List<String> texts = new Texts(asked.texts()).checked();
    Platform platform = platform(asked.platform());
    return texts.stream().map(text -> checked(rules.find(text, platform))).toList();
  }

  private static Checked checked(List<Hit> hits) {
    return new Checked(
        hits.stream().map(Hit::verdict).max(Comparator.naturalOrder()).orElse(Verdict.OK), hits);
  }

  private static Platform platform(String id) {
    return id == null
        ? null
        : Platform.of(id)
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.UNPROCESSABLE_ENTITY, "Такой платформы нет: " + id));
  }
}
