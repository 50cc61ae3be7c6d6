package org.communitydesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Desk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A ladder whose second step takes away the right to write. */
class MutePathsTest extends PathTest {

  private static final String SPAM = Scheme2PathsTest.SPAM;

  private String deployment;

  @BeforeEach
  void anOwnerChoosesAMute() throws IOException {
    Appeal.reset();
    String table = Files.readString(Path.of("processes", "sanction-ladder.dmn"));
    int second = table.indexOf("sanction-ladder-rule-2-measure");
    String milder =
        table.substring(0, second) + table.substring(second).replaceFirst("\"BAN\"", "\"MUTE\"");
    deployment =
        engine
            .getRepositoryService()
            .createDeployment()
            .addString("sanction-ladder.dmn", milder)
            .deploy()
            .getId();
  }

  @AfterEach
  void theShippedLadderIsBack() {
    engine.getRepositoryService().deleteDeployment(deployment, true);
  }

  @Test
  void whereThePlatformHasMutesThePersonMayReadAndStaysAndMayWriteAfterwards() {
    Appeal appeal = second("telegram");
    assertThat(appeal.sanction().path("measure").asText()).isEqualTo("MUTE");
    assertThat(appeal.sanction().path("enforcedBy").asText()).isEqualTo("PLATFORM");
    assertThat(calls(appeal, "restrictChatMember")).isEqualTo(1);
    assertThat(calls(appeal, "banChatMember")).isZero();
    assertThat(appeal.compareBans().drift(true)).isEmpty();
    appeal.passTime("P8D");
    assertThat(appeal.sanction().path("state").asText()).isEqualTo("ENDED");
    assertThat(appeal.ban().isMissingNode()).isTrue();
  }

  @Test
  void aRevokedMuteIsTakenBack() {
    Appeal appeal = second("telegram");
    String id = appeal.sanction().path("id").asText();
    assertThat(
            Desk.as("maria")
                .post("/api/sanctions/" + id + "/revoke", "{\"why\":\"Ошибка\"}")
                .statusCode())
        .isBetween(200, 299);
    Appeal.idle();
    assertThat(calls(appeal, "restrictChatMember")).isEqualTo(2);
    assertThat(appeal.ban().isMissingNode()).isTrue();
  }

  @Test
  void elsewhereAMuteIsABan() {
    Appeal appeal = second("vk");
    assertThat(appeal.sanction().path("measure").asText()).isEqualTo("MUTE");
    assertThat(appeal.ban().isMissingNode()).isFalse();
  }

  private static Appeal second(String platform) {
    return Appeal.comment(platform, SPAM).confirm("ADVERTISING").again(SPAM).confirm("ADVERTISING");
  }

  private static long calls(Appeal appeal, String method) {
    return StreamSupport.stream(appeal.state().path("calls").spliterator(), false)
        .filter(call -> call.path("path").asText().endsWith(method))
        .filter(call -> call.path("status").asInt() == 200)
        .count();
  }
}
