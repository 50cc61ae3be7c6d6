package org.communitydesk.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;

/** The owner's table {@code triage} and how sure a suggestion is. */
class TriageTableTest {

  private static final DmnEngine ENGINE =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  @Test
  void asShippedAPersonIsAskedHoweverSureTheSuggestionIs() throws IOException {
    assertThat(needsPerson(shipped(), 100)).isTrue();
  }

  @Test
  void theOwnerMaySayAboveWhichConfidenceNobodyIsAsked() throws IOException {
    String changed =
        shipped()
            .replaceFirst("(triage-rule-4-suggestedClass\">\\s*<text>)", "$1\"NO_REACTION\"")
            .replaceFirst("(triage-rule-4-suggestionConfidence\">\\s*<text>)", "$1&gt;= 97")
            .replaceFirst("(triage-rule-4-appealClass\">\\s*<text>)", "$1\"NO_REACTION\"")
            .replaceFirst("(triage-rule-4-needsPerson\">\\s*<text>)true", "$1false");
    assertThat(needsPerson(changed, 97)).isFalse();
    assertThat(needsPerson(changed, 96)).isTrue();
  }

  private static String shipped() throws IOException {
    return Files.readString(Path.of("processes", "triage.dmn"));
  }

  private static boolean needsPerson(String table, long confidence) {
    DmnDecisionResult result =
        ENGINE.evaluateDecision(
            ENGINE.parseDecision(
                "triage", new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8))),
            Map.of(
                "platform", "VK",
                "kind", "COMMENT",
                "violation", "NONE",
                "muted", false,
                "aboutMoney", false,
                "suggestedClass", "NO_REACTION",
                "suggestionConfidence", confidence));
    return result.getSingleResult().getEntry("needsPerson");
  }
}
