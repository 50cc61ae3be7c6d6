package org.communitydesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@DeskTest
class ChannelsControllerTest {

  private static final String VK = "/api/channels/vk/main";

  @AfterEach
  void backToTheSettings() {
    Desk.as("admin").delete(VK + "/token");
  }

  @Test
  void anAdministratorReplacesAKeyWhileTheDeskRuns() {
    HttpResponse<String> wrong = put("admin", "{\"token\":\"no-such-token\"}");
    assertThat(wrong.statusCode()).isEqualTo(200);
    assertThat(wrong.body()).contains("\"state\":\"RED\"").doesNotContain("no-such-token");

    HttpResponse<String> right = put("admin", "{\"token\":\"sandbox-token\"}");
    assertThat(right.body()).contains("\"state\":\"GREEN\"").doesNotContain("sandbox-token");
  }

  @Test
  void theSettingsCountAgainWhenTheReplacementIsRemoved() {
    put("admin", "{\"token\":\"no-such-token\"}");
    assertThat(Desk.as("admin").delete(VK + "/token").body()).contains("\"state\":\"GREEN\"");
  }

  @Test
  void whatIsNoKeyIsRefusedAndNotShown() {
    assertThat(put("admin", "not-json").statusCode()).isEqualTo(400);
    assertThat(put("admin", "not-json").body()).doesNotContain("not-json");
    assertThat(put("admin", "{}").statusCode()).isEqualTo(400);
    assertThat(put("admin", "{\"token\":\"with blank\"}").statusCode()).isEqualTo(422);
    assertThat(put("admin", "{\"token\":17}").statusCode()).isEqualTo(422);
    assertThat(
            Desk.as("admin").put("/api/channels/vk/nobody/token", "{\"token\":\"x\"}").statusCode())
        .isEqualTo(404);
  }

  @Test
  void onlyAdministratorsReplaceKeysAndOnlyLeadersCheck() {
    for (String person : List.of("anna", "olga", "maria", "ivan", "pavel", "elena")) {
      assertThat(put(person, "{\"token\":\"x\"}").statusCode()).as(person).isEqualTo(403);
      assertThat(Desk.as(person).post(VK + "/check", "{}").statusCode())
          .as(person)
          .isEqualTo(List.of("maria", "elena").contains(person) ? 200 : 403);
    }
    assertThat(Desk.asNobody().post(VK + "/check", "{}").statusCode()).isEqualTo(403);
  }

  private static HttpResponse<String> put(String person, String json) {
    return Desk.as(person).put(VK + "/token", json);
  }
}
