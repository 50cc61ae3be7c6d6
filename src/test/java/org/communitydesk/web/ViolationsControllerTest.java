package org.communitydesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.api.Test;

@DeskTest
class ViolationsControllerTest {

  private static final String DETECT = "/api/violations/detect";
  private static final String LIST = "/api/policy/lists/other-payment-systems";

  @Test
  void everyTextGetsItsListInOrder() {
    HttpResponse<String> answer =
        Desk.as("anna").post(DETECT, "{\"texts\":[\"Спасибо!\",\"иди нaхуй\",\"\"]}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            "[[],[{\"rule\":\"obscene-h\",\"violation\":\"OBSCENE\",\"words\":[\"нaхуй\"],\"certain\":true}],[]]");
  }

  @Test
  void tooManyOrTooLongTextsAreRefused() {
    String many = String.join(",", Collections.nCopies(1001, "\"а\""));
    assertThat(detect("anna", "{\"texts\":[" + many + "]}")).isEqualTo(422);
    assertThat(detect("anna", "{\"texts\":[\"" + "а".repeat(20_001) + "\"]}")).isEqualTo(422);
    assertThat(detect("anna", "{\"texts\":[null]}")).isEqualTo(422);
    assertThat(detect("anna", "{}")).isEqualTo(422);
    assertThat(detect("anna", "{\"texts\":[]}")).isEqualTo(200);
  }

  @Test
  void textsThatAreTooMuchTogetherAreRefusedInRussian() {
    String text = "\"" + "а ".repeat(10_000) + "\"";
    HttpResponse<String> answer =
        Desk.as("anna")
            .post(DETECT, "{\"texts\":[" + String.join(",", Collections.nCopies(51, text)) + "]}");
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .contains("application/problem+json");
    assertThat(answer.body()).contains("1020000", "не больше 1000000", "несколькими запросами");
  }

  @Test
  void onlyThoseWhoModerateMayAsk() {
    for (String person : List.of("anna", "maria", "pavel", "admin")) {
      assertThat(detect(person, "{\"texts\":[]}")).as(person).isEqualTo(200);
    }
    for (String person : List.of("olga", "ivan", "elena")) {
      assertThat(detect(person, "{\"texts\":[]}")).as(person).isEqualTo(403);
    }
  }

  @Test
  void anOwnersListCountsAtOnce() {
    String old = Desk.as("pavel").get(LIST).body();
    assertThat(old).contains("\"visa\"");
    try {
      assertThat(put("maria", "{\"words\":[\"галактикард*\",\" галактикард* \"]}").body())
          .isEqualTo("{\"words\":[\"галактикард*\"]}");
      assertThat(Desk.as("anna").post(DETECT, "{\"texts\":[\"Галактикарда удобнее всех\"]}").body())
          .contains("OTHER_PAYMENT_SYSTEMS");
      assertThat(put("pavel", "{\"words\":[]}").body()).isEqualTo("{\"words\":[]}");
    } finally {
      assertThat(put("pavel", old).body()).isEqualTo(old);
    }
  }

  @Test
  void aBadWordIsNamed() {
    assertThat(put("pavel", "{\"words\":[\"visa|виза\"]}").body())
        .contains("\"status\":422")
        .contains("visa|виза");
    assertThat(put("pavel", "{\"words\":[\"" + "ю".repeat(101) + "\"]}").statusCode())
        .isEqualTo(422);
    String many = String.join(",", Collections.nCopies(2001, "\"а\""));
    assertThat(put("pavel", "{\"words\":[" + many + "]}").statusCode()).isEqualTo(422);
    assertThat(put("pavel", "{}").statusCode()).isEqualTo(422);
    assertThat(Desk.as("pavel").get("/api/policy/lists/seeded").statusCode()).isEqualTo(404);
    assertThat(put("anna", "{\"words\":[]}").statusCode()).isEqualTo(403);
    assertThat(put("admin", "{\"words\":[]}").statusCode()).isEqualTo(403);
  }

  @Test
  void everybodyReadsTheRulesAndNobodySeesExamples() {
    HttpResponse<String> page = Desk.asNobody().get("/rules");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'");
    assertThat(page.body())
        .contains("Реклама", "Навсегда", "Оскорбление людей")
        .doesNotContain("<script", "пи3дец", "мyдаки", "{rules}");
    assertThat(Desk.asNobody().get("/rules/page.css").statusCode()).isEqualTo(200);
    assertThat(Desk.asNobody().post("/rules", "{}").statusCode()).isEqualTo(403);
  }

  private static int detect(String person, String body) {
    return Desk.as(person).post(DETECT, body).statusCode();
  }

  private static HttpResponse<String> put(String person, String json) {
    return Desk.as(person).put(LIST, json);
  }
}
