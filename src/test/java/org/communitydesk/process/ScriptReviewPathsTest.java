package org.communitydesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Desk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScriptReviewPathsTest extends PathTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ENOUGH_TO_JUDGE = 5;

  private final String word = "zq" + Long.toString(System.nanoTime(), 36);

  @BeforeEach
  void beginAnew() {
    Appeal.reset();
  }

  @Test
  void anOutdatedScriptComesBackToItsOwnerUntilItIsMended() throws JsonProcessingException {
    String id = approved("Мария Зимина", "2020-01-31");

    oneMorning();
    oneMorning();

    Task review = reviewOf("Мария Зимина").get(0);
    assertThat(reviewOf("Мария Зимина")).hasSize(1);
    assertThat(review.getAssignee()).isEqualTo("maria");
    assertThat(shown(review)).contains("№ " + id, word, "срок действия вышел 31 января 2020");
    submit("maria", review, "KEEP");
    assertThat(reviewOf("Мария Зимина")).isEmpty();
    oneMorning();
    submit("maria", reviewOf("Мария Зимина").get(0), "DONE");
    read(Desk.as("maria").post("/api/knowledge/" + id + "/withdraw", ""));
    oneMorning();
    assertThat(reviewOf("Мария Зимина")).isEmpty();
  }

  @Test
  void aScriptThatEverybodyRewritesIsDoubtedUntilSomebodyLooksAtIt()
      throws JsonProcessingException {
    String owner = "Отдел " + word;
    String id = approved(owner, null);
    for (int i = 0; i < ENOUGH_TO_JUDGE; i++) {
      oneMorning();
      assertThat(reviewOf(owner)).as("after %d answers", i).isEmpty();
      Appeal appeal = Appeal.comment("vk", "Объясните, что такое " + word).toReply();
      String suggestions = "/api/tasks/" + appeal.task("anna", "prepareReply") + "/suggestions/";
      assertThat(Desk.as("anna").post(suggestions + id + "/used", "").statusCode()).isEqualTo(204);
      appeal.reply("Здравствуйте! Подскажите, о чём идёт речь?");
    }

    oneMorning();

    Task review = reviewOf(owner).get(0);
    assertThat(review.getAssignee()).isNull();
    assertThat(shown(review)).contains("его сильно переписывают");
    submit("maria", review, "DONE");
    assertThat(script(id).path("stale").asBoolean()).as("nobody has mended it").isTrue();
    oneMorning();
    submit("maria", reviewOf(owner).get(0), "KEEP");
    assertThat(script(id).path("stale").asBoolean()).isFalse();
    assertThat(script(id).path("doubt").isNull()).isTrue();
    oneMorning();
    assertThat(reviewOf(owner)).as("the old answers count no more").isEmpty();
  }

  private String approved(String owner, String until) throws JsonProcessingException {
    String script =
        """
        {"question":"Что такое %s?","answer":"Это бонусная программа банка, условия в договоре.",
         "owner":"%s","validUntil":%s}
        """
            .formatted(word, owner, until == null ? null : '"' + until + '"');
    String id = read(Desk.as("maria").post("/api/knowledge", script)).path("id").asText();
    read(Desk.as("maria").post("/api/knowledge/" + id + "/approve", ""));
    return id;
  }

  private void oneMorning() {
    String timer =
        engine
            .getManagementService()
            .createJobQuery()
            .processDefinitionKey("script-review")
            .timers()
            .listPage(0, 1)
            .get(0)
            .getId();
    engine.getManagementService().setJobDuedate(timer, ClockUtil.getCurrentTime());
    Appeal.idle();
  }

  private List<Task> reviewOf(String owner) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .taskDefinitionKey("reviewScripts")
        .processVariableValueEquals("scriptOwner", owner)
        .list();
  }

  private String shown(Task review) {
    return (String) engine.getTaskService().getVariable(review.getId(), "scriptsShown");
  }

  private static void submit(String person, Task review, String decision) {
    String body = "{\"variables\":{\"scriptDecision\":{\"value\":\"%s\"}}}".formatted(decision);
    HttpResponse<String> answer =
        Desk.as(person).post("/engine-rest/task/" + review.getId() + "/submit-form", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    Appeal.idle();
  }

  private static JsonNode script(String id) throws JsonProcessingException {
    return read(Desk.as("maria").get("/api/knowledge/" + id));
  }

  private static JsonNode read(HttpResponse<String> answer) throws JsonProcessingException {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    return JSON.readTree(answer.body());
  }
}
