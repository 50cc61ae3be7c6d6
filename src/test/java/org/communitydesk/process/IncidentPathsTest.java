package org.communitydesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Desk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many appeals about one outage get one approved answer, each once. */
class IncidentPathsTest extends PathTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String[] COMPLAINTS = {
    "Карта Мир не работает, оплата не проходит!",
    "Здравствуйте! Не проходит оплата картой Мир, что случилось?",
    "Почему карта не работает? Оплата картой не проходит с утра",
    "Оплата картой Мир не проходит в магазине",
    "Не работает карта, оплата не проходит",
    "Карта Мир: оплата не проходит, помогите"
  };
  private static final String ANSWER =
      "{имя}, здравствуйте! Карты снова работают. Если оплата не проходит, напишите нам.";
  private static final String READ =
      "Пётр, здравствуйте! Карты снова работают. Если оплата не проходит, напишите нам.";

  private final List<Appeal> appeals = new ArrayList<>();

  @BeforeEach
  void anEmptyDesk() {
    Appeal.reset();
  }

  @Test
  void twelveCommentsAreOneIncidentAndEachIsAnsweredOnce() {
    Appeal unrelated = Appeal.comment("vk", "Когда откроется отделение на Тверской?");
    appeals.add(Appeal.comment("vk", COMPLAINTS[0]).toReply());
    appeals.add(
        Appeal.comment("ok", "Карта Мир не работает, оплата не проходит, очень зол!")
            .classify("CONSTRUCTIVE_NEGATIVE"));
    outage(10);

    JsonNode incident = onlyIncident();
    long id = incident.path("id").asLong();
    assertThat(texts(incident.path("caseIds"))).hasSize(12).doesNotContain(unrelated.caseId());
    assertThat(Desk.as("anna").get("/api/incidents").statusCode()).isEqualTo(403);
    assertThat(Desk.as("elena").get("/api/incidents").statusCode()).isEqualTo(403);

    JsonNode seen = json(post("maria", id, "preview", ANSWER, null), 200);
    assertThat(seen).hasSize(12);
    assertThat(seen.findValuesAsText("text")).containsOnly(READ);
    assertThat(seen.findValuesAsText("fits")).containsOnly("true");
    JsonNode tooLong = json(post("maria", id, "preview", "я".repeat(3_900), null), 200);
    assertThat(tooLong.findValuesAsText("problem").toString()).contains("длиннее");
    assertThat(post("maria", id, "preview", ANSWER, List.of(unrelated.caseId())).statusCode())
        .isEqualTo(400);

    assertThat(post("maria", id, "answer", ANSWER, caseIds()).statusCode()).isEqualTo(200);
    Appeal.idle();
    assertThat(post("maria", id, "answer", ANSWER, caseIds()).statusCode()).isEqualTo(409);
    assertThat(
            submit("maria", id, "approveIncidentAnswer", Map.of("approvalDecision", "APPROVE"))
                .statusCode())
        .isEqualTo(403);
    assertThat(appeals).allSatisfy(one -> assertThat(one.answers()).isEmpty());
    assertThat(post("maria", id, "stop", ANSWER, null).statusCode()).isEqualTo(409);
    assertThat(
            submit("admin", id, "approveIncidentAnswer", Map.of("approvalDecision", "APPROVE"))
                .statusCode())
        .isEqualTo(204);
    Appeal.idle();
    assertThat(post("maria", id, "answer", ANSWER, caseIds()).statusCode()).isEqualTo(409);
    appeals.get(0).passTime("PT6S");
    appeals.get(0).passTime("PT6S");

    assertThat(appeals).allSatisfy(one -> assertThat(one.answers()).containsExactly(READ));
    assertThat(unrelated.answers()).isEmpty();
    assertThat(unrelated.tasks()).containsExactly("classifyAppeal");
    waitsAt(appeals.get(0), "scheme-1-constructive", "awaitReaction");
    waitsAt(appeals.get(1), "scheme-3-negative", "awaitReaction");
    waitsAt(appeals.get(5), "scheme-1-constructive", "awaitReaction");
    notPassed(appeals.get(5), "publish-reply", "replyApproval", "approveReply");
    JsonNode over = incident(id);
    assertThat(over.path("state").asText()).isEqualTo("CLOSED");
    assertThat(over.path("published").asInt()).isEqualTo(12);
    appeals.get(3).write("Спасибо, заработало!");
    assertThat(appeals.get(3).tasks()).containsExactly("prepareReply");
  }

  @Test
  void aStoppedAnswerGoesNoFurtherAndTheRestIsAnsweredLater() {
    outage(12);
    long id = onlyIncident().path("id").asLong();
    assertThat(post("maria", id, "answer", "Совсем другое: проверяем.", caseIds()).statusCode())
        .isEqualTo(200);
    Appeal.idle();
    assertThat(
            submit(
                    "admin",
                    id,
                    "approveIncidentAnswer",
                    Map.of("approvalDecision", "RETURN", "remark", "Напишите, что делать."))
                .statusCode())
        .isEqualTo(204);
    Appeal.idle();
    assertThat(incident(id).path("remark").asText()).isEqualTo("Напишите, что делать.");

    answerAndApprove(id, ANSWER);
    assertThat(answered()).isEqualTo(10);
    assertThat(incident(id).path("state").asText()).isEqualTo("SENDING");
    assertThat(post("maria", id, "stop", ANSWER, null).statusCode()).isEqualTo(200);
    Appeal.idle();
    appeals.get(0).passTime("PT1M");
    assertThat(answered()).isEqualTo(10);
    assertThat(incident(id).path("counts").path("STOPPED").asInt()).isEqualTo(2);
    assertThat(incident(id).path("state").asText()).isEqualTo("OPEN");
    assertThat(appeals.get(11).tasks()).containsExactly("classifyAppeal");

    appeals.get(11).write("Отвечу сам: уже всё работает.");
    answerAndApprove(id, ANSWER);
    appeals.get(0).passTime("PT6S");
    assertThat(answered()).isEqualTo(12);
    assertThat(incident(id).path("state").asText()).isEqualTo("CLOSED");
  }

  @Test
  void whoWroteMeanwhileIsLeftToAModeratorAndTheIncidentCanBeClosed() {
    outage(10);
    long id = onlyIncident().path("id").asLong();
    assertThat(post("maria", id, "answer", ANSWER, caseIds()).statusCode()).isEqualTo(200);
    Appeal.idle();
    appeals.get(9).write("И ещё у меня списали деньги!");
    submit("admin", id, "approveIncidentAnswer", Map.of("approvalDecision", "APPROVE"));
    Appeal.idle();
    assertThat(answered()).isEqualTo(9);
    assertThat(appeals.get(9).tasks()).containsExactly("classifyAppeal");
    assertThat(incident(id).path("counts").path("SKIPPED").asInt()).isEqualTo(1);
    assertThat(
            submit("maria", id, "answerIncident", Map.of("incidentDecision", "CLOSE")).statusCode())
        .isEqualTo(204);
    Appeal.idle();
    assertThat(incident(id).path("state").asText()).isEqualTo("CLOSED");
    assertThat(answered()).isEqualTo(9);
  }

  private void outage(int count) {
    for (int i = 0; i < count; i++) {
      appeals.add(Appeal.comment(i % 2 == 0 ? "vk" : "ok", COMPLAINTS[i % COMPLAINTS.length]));
    }
  }

  private void answerAndApprove(long id, String text) {
    assertThat(post("maria", id, "answer", text, caseIds()).statusCode()).isEqualTo(200);
    Appeal.idle();
    submit("admin", id, "approveIncidentAnswer", Map.of("approvalDecision", "APPROVE"));
    Appeal.idle();
  }

  private long answered() {
    return appeals.stream()
        .map(Appeal::answers)
        .peek(answers -> assertThat(answers).hasSizeLessThan(2))
        .filter(answers -> answers.size() == 1)
        .count();
  }

  private List<String> caseIds() {
    return appeals.stream().map(Appeal::caseId).toList();
  }

  private static JsonNode onlyIncident() {
    JsonNode all = json(Desk.as("maria").get("/api/incidents"), 200);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static JsonNode incident(long id) {
    return json(Desk.as("maria").get("/api/incidents/" + id), 200);
  }

  private static HttpResponse<String> post(
      String person, long id, String what, String text, List<String> caseIds) {
    return Desk.as(person)
        .post(
            "/api/incidents/" + id + "/" + what,
            JSON.createObjectNode()
                .put("text", text)
                .<com.fasterxml.jackson.databind.node.ObjectNode>set(
                    "caseIds", JSON.valueToTree(caseIds))
                .toString());
  }

  private static HttpResponse<String> submit(
      String person, long id, String task, Map<String, String> fields) {
    JsonNode found =
        json(
            Desk.as(person)
                .get(
                    "/engine-rest/task?taskDefinitionKey="
                        + task
                        + "&processInstanceBusinessKey=incident/"
                        + id),
            200);
    assertThat(found).hasSize(1);
    var variables = JSON.createObjectNode();
    fields.forEach((name, value) -> variables.putObject(name).put("value", value));
    return Desk.as(person)
        .post(
            "/engine-rest/task/" + found.get(0).path("id").asText() + "/submit-form",
            JSON.createObjectNode().set("variables", variables).toString());
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  private static JsonNode json(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException unreadable) {
      throw new AssertionError(answer.body(), unreadable);
    }
  }
}
