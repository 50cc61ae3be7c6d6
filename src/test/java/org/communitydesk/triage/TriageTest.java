package org.communitydesk.triage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.api.Test;

@DeskTest
class TriageTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> ABOUT =
      List.of("приложение", "терминал", "отделение", "оператор", "кабинет", "чат", "сайт");
  private static final List<String> BAD =
      List.of("не работает", "ужас", "опять обман", "хамят", "второй день стоит");
  private static final List<String> GOOD =
      List.of("спасибо", "отлично", "всё понравилось", "быстро", "супер");

  @Test
  void learnsFromAFeedAndFallsBackWhenTheDecisionsAreGarbage() throws Exception {
    feed(false);
    JsonNode trained = post("/api/triage/train", "");
    assertThat(trained.path("trainedOn").asInt()).isGreaterThanOrEqualTo(70);
    double quality = trained.path("quality").asDouble();
    assertThat(quality).isGreaterThan(0.8);
    suggestsWell();

    Appeal appeal = Appeal.comment("vk", "Сайт: опять ужас, второй день стоит");
    assertThat(taskText(appeal)).contains("Похоже на ", "уверенность", "Обучено на решениях");
    int before = decisions();
    appeal.classify("CONSTRUCTIVE_NEGATIVE");
    assertThat(decisions()).isEqualTo(before + 1);

    feed(true);
    JsonNode again = post("/api/triage/train", "");
    assertThat(again.path("accepted").asBoolean()).isFalse();
    assertThat(again.path("quality").asDouble()).isEqualTo(quality);
    suggestsWell();
  }

  @Test
  void theFormNamesWhatTheBestScriptIsFiledUnder() throws Exception {
    HttpResponse<String> script =
        Desk.as("maria")
            .post(
                "/api/knowledge",
                "{\"question\":\"Как оплатить парковку велосипеда?\",\"answer\":\"В приложении.\","
                    + "\"category\":\"Платежи\",\"subcategory\":\"Парковки\"}");
    String id = JSON.readTree(script.body()).path("id").asText();
    assertThat(taskText(Appeal.comment("vk", "Где оплатить парковку велосипеда")))
        .doesNotContain("Похожая тема: Платежи");
    post("/api/knowledge/" + id + "/approve", "");
    assertThat(taskText(Appeal.comment("vk", "Где оплатить парковку велосипеда")))
        .contains("Похожая тема: Платежи — Парковки.");
  }

  @Test
  void whatCannotBeTakenIsRefusedInRussian() {
    refused("/api/triage/suggest", "{}", "Пришлите тексты");
    refused("/api/triage/suggest", "{\"texts\":[null]}", "Текст № 1");
    refused("/api/triage/decisions", "{\"items\":[null]}", "Пришлите решения");
    refused("/api/triage/decisions", "{\"items\":[{\"text\":\"да\"}]}", "В решении № 1");
  }

  @Test
  void onlySupervisorsTeach() {
    for (String person : List.of("anna", "pavel", "elena", "admin", "olga", "ivan")) {
      assertThat(Desk.as(person).post("/api/triage/decisions", "{\"items\":[]}").statusCode())
          .as(person)
          .isEqualTo(403);
      assertThat(Desk.as(person).post("/api/triage/train", "").statusCode()).isEqualTo(403);
    }
    assertThat(Desk.as("anna").post("/api/triage/suggest", "{\"texts\":[]}").statusCode())
        .isEqualTo(200);
    assertThat(Desk.as("olga").post("/api/triage/suggest", "{\"texts\":[]}").statusCode())
        .isEqualTo(403);
    assertThat(Desk.as("elena").get("/api/triage/quality").statusCode()).isEqualTo(200);
  }

  private static void suggestsWell() throws Exception {
    JsonNode answer =
        post(
            "/api/triage/suggest",
            "{\"texts\":[\"Терминал опять не работает\",\"Оператор супер, спасибо\"]}");
    assertThat(answer.path("trainedOn").asInt()).isPositive();
    assertThat(answer.path("results").findValuesAsText("sentiment"))
        .containsExactly("NEGATIVE", "POSITIVE");
    assertThat(answer.path("results").path(0).path("reasons")).isNotEmpty();
  }

  private static String taskText(Appeal appeal) throws Exception {
    JsonNode tasks =
        JSON.readTree(
            Desk.as("anna")
                .get("/engine-rest/task?processInstanceBusinessKey=" + appeal.caseId())
                .body());
    String id = tasks.path(0).path("id").asText();
    return JSON.readTree(
            Desk.as("anna").get("/engine-rest/task/" + id + "/variables/suggestionText").body())
        .path("value")
        .asText();
  }

  private static int decisions() throws Exception {
    JsonNode weeks =
        JSON.readTree(Desk.as("maria").get("/api/triage/quality").body()).path("weeks");
    return IntStream.range(0, weeks.size()).map(i -> weeks.path(i).path("decisions").asInt()).sum();
  }

  private static void feed(boolean garbage) throws Exception {
    List<Map<String, String>> items =
        ABOUT.stream()
            .flatMap(
                about ->
                    IntStream.range(0, BAD.size() + GOOD.size())
                        .mapToObj(i -> item(about, i, garbage)))
            .toList();
    post("/api/triage/decisions", JSON.writeValueAsString(Map.of("items", items)));
  }

  private static Map<String, String> item(String about, int i, boolean garbage) {
    boolean bad = i < BAD.size();
    String text = about + ": " + (bad ? BAD.get(i) : GOOD.get(i - BAD.size()));
    boolean said = garbage ? (about.length() + i) % 2 == 0 : bad;
    return Map.of("text", text, "sentiment", said ? "NEGATIVE" : "POSITIVE");
  }

  private static JsonNode post(String path, String json) throws Exception {
    HttpResponse<String> answer = Desk.as("maria").post(path, json);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static void refused(String path, String json, String reason) {
    HttpResponse<String> answer = Desk.as("maria").post(path, json);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains(reason);
  }
}
