package org.communitydesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Desk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StopPublishingPathsTest extends PathTest {

  private static final String PROCESS = "publish-reply";
  private static final String TEXT = "Здравствуйте! Всё работает.";
  private static final String ALL = "/api/publishing";
  private static final String VK = "/api/publishing/vk/main";

  @AfterEach
  void letEverythingGoOn() {
    start(ALL);
    start(VK);
    Appeal.idle();
  }

  @Test
  void whatIsStoppedWaitsGoesOutOneByOneAndTheRestWhenStartedAgain() {
    Appeal first = vk();
    Appeal second = vk();
    Appeal elsewhere = Appeal.comment("telegram", "Когда придёт кешбэк?").toReply();
    JsonNode stopped = stop(ALL, "Проверяем жалобу");
    assertThat(stopped.path("all").path("who").asText()).isEqualTo("maria");
    assertThat(stopped.path("accounts").findValuesAsText("publishes")).containsOnly("false");

    List.of(first, second, elsewhere).forEach(appeal -> appeal.reply(TEXT));

    for (Appeal appeal : List.of(first, second, elsewhere)) {
      waitsAt(appeal, PROCESS, "awaitRelease");
      assertThat(appeal.answers()).isEmpty();
      assertThat(publication(appeal).path("state").asText()).isEqualTo("HELD");
      assertThat(publication(appeal).path("attempt").asInt()).isZero();
      assertThat(publication(appeal).path("reason").asText())
          .isEqualTo("Публикация остановлена во всех каналах (maria): Проверяем жалобу");
      assertThat(appeal.channel().path("state").asText()).isEqualTo("YELLOW");
      assertThat(appeal.channel().path("reason").asText()).contains("Проверяем жалобу");
    }
    assertThat(engine.getRuntimeService().createIncidentQuery().count()).isZero();

    assertThat(post("maria", first, "release", "{}").statusCode()).isEqualTo(200);
    Appeal.idle();
    assertThat(first.answers()).containsExactly(TEXT);
    assertThat(post("maria", first, "release", "{}").statusCode()).isEqualTo(409);
    assertThat(first.file().path("timeline").toString())
        .contains("\"who\":\"maria\",\"what\":\"PUBLICATION_LET_GO\"");
    second.passTime("PT6M");
    assertThat(second.answers()).isEmpty();

    start(ALL);
    Appeal.idle();
    for (Appeal appeal : List.of(first, second, elsewhere)) {
      passed(appeal, PROCESS, "publicationReleased", "replySent");
      assertThat(appeal.answers()).containsExactly(TEXT);
      assertThat(appeal.channel().path("state").asText()).isEqualTo("GREEN");
    }
  }

  @Test
  void whatIsDroppedTakesThePathOfADroppedReply() {
    Appeal appeal = vk();
    stop(VK, null);
    appeal.reply(TEXT);
    HttpResponse<String> dropped = post("maria", appeal, "drop", "{\"reason\":\"Уже неважно\"}");
    assertThat(dropped.statusCode()).as(dropped.body()).isEqualTo(200);
    Appeal.idle();
    passed(appeal, PROCESS, "publicationReleased", "settlePublicationDropped", "replyDropped");
    assertThat(publication(appeal).path("state").asText()).isEqualTo("DROPPED");
    assertThat(publication(appeal).path("reason").asText()).isEqualTo("Снято: maria, Уже неважно");
    assertThat(post("maria", appeal, "drop", "{}").body()).contains("публикация уже снята");

    start(VK);
    Appeal.idle();
    assertThat(appeal.answers()).isEmpty();
  }

  @Test
  void oneChannelIsStoppedAndAnotherGoesOn() {
    Appeal appeal = vk();
    Appeal elsewhere = Appeal.comment("telegram", "Когда придёт кешбэк?").toReply();
    stop(VK, null);
    appeal.reply(TEXT);
    elsewhere.reply(TEXT);
    assertThat(appeal.answers()).isEmpty();
    assertThat(elsewhere.answers()).containsExactly(TEXT);
    start(ALL);
    Appeal.idle();
    assertThat(appeal.answers()).as("its own stop stands").isEmpty();
  }

  @Test
  void whatADeadTokenHoldsStaysHeldWhenPublishingGoesOn() {
    Appeal appeal = vk().fault("tokenExpired").reply(TEXT);
    stop(ALL, null);
    assertThat(post("maria", appeal, "release", "{}").body()).contains("она уйдёт сама");
    start(ALL);
    Appeal.idle();
    assertThat(publication(appeal).path("state").asText()).isEqualTo("HELD");
    notPassed(appeal, PROCESS, "publicationReleased");
    appeal.renewToken();
    assertThat(appeal.answers()).containsExactly(TEXT);
  }

  @Test
  void actsOfModerationAreStoppedToo() {
    stop(ALL, null);
    Appeal appeal = Appeal.comment("facebook", Scheme2PathsTest.OBSCENE);
    assertThat(appeal.onPlatform(appeal.firstMessage()).path("hidden").asBoolean()).isFalse();
    waitsAt(appeal, "platform-act", "awaitRelease");
    start(ALL);
    Appeal.idle();
    passed(appeal, "platform-act", "publicationReleased", "actDone");
  }

  @Test
  void onlySupervisorsAndAdministratorsTouchTheSwitch() {
    Appeal appeal = vk();
    stop(VK, null);
    appeal.reply(TEXT);
    for (String person : List.of("anna", "olga", "ivan", "pavel", "elena")) {
      assertThat(Desk.as(person).put(ALL, "{\"stopped\":true}").statusCode()).isEqualTo(403);
      assertThat(post(person, appeal, "release", "{}").statusCode()).isEqualTo(403);
      assertThat(post(person, appeal, "drop", "{}").statusCode()).isEqualTo(403);
    }
    assertThat(Desk.as("anna").get(ALL).body()).contains("\"mayChange\":false");
    assertThat(Desk.as("admin").put(VK, "{\"stopped\":true}").statusCode()).isEqualTo(200);
    assertThat(Desk.as("maria").put(VK, "{}").statusCode()).isEqualTo(422);
    assertThat(Desk.as("maria").put(ALL + "/vk/nobody", "{\"stopped\":true}").statusCode())
        .isEqualTo(404);
    assertThat(Desk.as("maria").post("/api/publications/nonsense/drop", "{}").statusCode())
        .isEqualTo(404);
  }

  private static Appeal vk() {
    return Appeal.comment("vk", "Когда придёт кешбэк?").toReply();
  }

  private static JsonNode publication(Appeal appeal) {
    return appeal.file().path("publications").get(0);
  }

  private static HttpResponse<String> post(String person, Appeal appeal, String what, String json) {
    String id = publication(appeal).path("id").asText();
    return Desk.as(person).post("/api/publications/" + id + "/" + what, json);
  }

  private static JsonNode stop(String scope, String reason) {
    String why = reason == null ? "" : ",\"reason\":\"" + reason + "\"";
    return put(scope, "{\"stopped\":true" + why + "}");
  }

  private static void start(String scope) {
    put(scope, "{\"stopped\":false}");
  }

  private static JsonNode put(String scope, String json) {
    HttpResponse<String> answer = Desk.as("maria").put(scope, json);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    try {
      return new ObjectMapper().readTree(answer.body());
    } catch (java.io.IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
