package org.communitydesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.communitydesk.support.Appeal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The owner's table {@code triage} says above which confidence nobody is asked. */
class SureSuggestionPathsTest extends PathTest {

  private static final String THANKS = "Спасибо!";

  private String deployment;

  @BeforeEach
  void freshPlatforms() {
    Appeal.reset();
  }

  @AfterEach
  void theShippedTableIsBack() {
    if (deployment != null) {
      engine.getRepositoryService().deleteDeployment(deployment, true);
    }
  }

  @Test
  void asShippedAPersonIsAsked() {
    assertThat(Appeal.comment("vk", THANKS).tasks()).containsExactly("classifyAppeal");
  }

  @Test
  void aSureSuggestionGoesTheOwnersWayWithoutAPerson() throws IOException {
    nobodyIsAsked("&gt;= 10");
    Appeal appeal = Appeal.comment("vk", THANKS);
    assertThat(appeal.tasks()).isEmpty();
    assertThat(appeal.file().path("appealClass").asText()).isEqualTo("NO_REACTION");
  }

  @Test
  void anUnsureOneIsForAPerson() throws IOException {
    nobodyIsAsked("&gt; 100");
    assertThat(Appeal.comment("vk", THANKS).tasks()).containsExactly("classifyAppeal");
  }

  private void nobodyIsAsked(String confidence) throws IOException {
    String table =
        Files.readString(Path.of("processes", "triage.dmn"))
            .replaceFirst("(triage-rule-4-suggestionConfidence\">\\s*<text>)", "$1" + confidence)
            .replaceFirst("(triage-rule-4-appealClass\">\\s*<text>)", "$1\"NO_REACTION\"")
            .replaceFirst("(triage-rule-4-needsPerson\">\\s*<text>)true", "$1false");
    deployment =
        engine
            .getRepositoryService()
            .createDeployment()
            .addString("triage.dmn", table)
            .deploy()
            .getId();
  }
}
