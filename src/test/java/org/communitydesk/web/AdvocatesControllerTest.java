package org.communitydesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.api.Test;

@DeskTest
class AdvocatesControllerTest {

  private static final String ENTRY =
      """
      {"name":"Иван Орлов","platform":"vk","accountId":"%s",
       "disclosure":"Я амбассадор карты «Мир».","consentFrom":"2026-01-01","consentUntil":"%s"}
      """;

  private final String account = UUID.randomUUID().toString();

  @Test
  void aSupervisorRegistersProlongsAndWithdraws() {
    HttpResponse<String> answer = register("maria", entry("2098-12-31"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(answer.body()).matches("\\{\"advocateId\":\"\\d+\"}");
    String path = "/api/advocates/" + answer.body().replaceAll("\\D", "");
    assertThat(Desk.as("maria").get("/api/advocates?platform=vk&state=ACTIVE").body())
        .contains(account, "\"consentUntil\":\"2098-12-31T21:00:00Z\"", "\"posts\":0");
    assertThat(Desk.as("maria").get("/api/advocates?platform=ok").body()).doesNotContain(account);
    assertThat(Desk.as("maria").put(path, "{\"consentUntil\":\"2099-01-31T12:00:00Z\"}").body())
        .contains("\"consentUntil\":\"2099-01-31T12:00:00Z\"");
    assertThat(Desk.as("maria").put(path, "{}").statusCode()).isEqualTo(422);
    assertThat(Desk.as("maria").get(path + "/posts").body()).isEqualTo("[]");
    assertThat(Desk.as("maria").delete(path).statusCode()).isEqualTo(204);
    assertThat(Desk.as("maria").delete(path).statusCode()).isEqualTo(204);
    assertThat(Desk.as("maria").get("/api/advocates?state=WITHDRAWN").body()).contains(account);
    assertThat(Desk.as("maria").delete("/api/advocates/0").statusCode()).isEqualTo(404);
  }

  @Test
  void nobodyElseDoes() {
    for (String person : List.of("anna", "olga", "ivan", "pavel", "elena", "admin")) {
      assertThat(register(person, entry("2098-12-31")).statusCode()).as(person).isEqualTo(403);
    }
  }

  @Test
  void aRefusalIsAProblemThatNamesTheField() {
    String good = entry("2098-12-31");
    Map<String, String> wrong =
        Map.of(
            "disclosure", good.replace("Я амбассадор карты «Мир».", "Как обычный клиент."),
            "consentUntil", entry("2025-12-31"),
            "accountId", good.replace(account, "1000001"),
            "name", good.replace("Иван Орлов", ""),
            "consentFrom", good.replace("\"2026-01-01\"", "null"));
    wrong.forEach(
        (field, entry) -> {
          HttpResponse<String> answer = register("maria", entry);
          assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
          assertThat(answer.headers().firstValue("Content-Type"))
              .hasValue("application/problem+json");
          assertThat(answer.body()).contains("\"field\":\"" + field + "\"", "Поле " + field);
        });
    for (String unreadable :
        List.of(good.replace("vk", "VK"), good.replace("2026-01-01", "вчера"), "{")) {
      assertThat(register("maria", unreadable).statusCode()).as(unreadable).isEqualTo(400);
    }
  }

  private String entry(String until) {
    return ENTRY.formatted(account, until);
  }

  private static HttpResponse<String> register(String person, String entry) {
    return Desk.as(person).post("/api/advocates", entry);
  }
}
