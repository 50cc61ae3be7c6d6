package org.communitydesk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class ExpressionAttackTest {

  private static final String PROBE = "desk.attacked";
  private static final String ATTACK =
      "${''.getClass().forName('java.lang.System').getMethod('setProperty', ''.getClass(),"
          + " ''.getClass()).invoke(null, 'desk.attacked', 'yes')}";
  private static final List<String> KEYS =
      List.of(
          "assigneeExpression",
          "assigneeLikeExpression",
          "ownerExpression",
          "candidateUserExpression",
          "candidateGroupExpression",
          "candidateGroupsExpression",
          "involvedUserExpression",
          "dueBeforeExpression",
          "dueAfterExpression",
          "followUpBeforeExpression",
          "createdAfterExpression",
          "processInstanceBusinessKeyExpression");

  @Autowired TaskService tasks;
  @Autowired IdentityService identity;
  @Autowired FilterService filters;

  @AfterEach
  void nothingRan() {
    identity.clearAuthentication();
    assertThat(System.getProperty(PROBE)).isNull();
  }

  @Test
  void refusesEveryExpressionAtEveryDepthOfATaskQuery() {
    for (String key : KEYS) {
      String attack = "{\"" + key + "\":\"" + ATTACK + "\"}";
      refused("anna", "/engine-rest/task", attack);
      refused("anna", "/engine-rest/task", "{\"orQueries\":[" + attack + "]}");
      refused(
          "anna", "/engine-rest/task/count", "{\"orQueries\":[{\"orQueries\":[" + attack + "]}]}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"olga", "maria", "ivan", "pavel", "elena", "admin"})
  void refusesItFromEverybody(String person) {
    refused(
        person,
        "/engine-rest/task",
        "{\"orQueries\":[{\"assigneeExpression\":\"" + ATTACK + "\"}]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/engine-rest/engine/default/task",
        "/engine-rest/filter/count",
        "/engine-rest/filter/create",
        "/engine-rest/history/task",
        "/engine-rest//task",
        "/engine-rest/task;x=y",
        "/engine-rest/%74ask"
      })
  void refusesItUnderOtherAddresses(String path) {
    HttpResponse<String> answer =
        Desk.as("anna").post(path, "{\"orQueries\":[{\"assigneeExpression\":\"" + ATTACK + "\"}]}");
    assertThat(answer.statusCode()).isBetween(400, 499);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"orQueries\":[{\"assignee\\u0045xpression\":\"ATTACK\"}]}",
        "{\"name\":\"x\",\"orQueries\":[{\"a\":1,\"assigneeExpression\":\"ATTACK\"}]} {}",
        "{\"orQueries\":[{\"ASSIGNEEEXPRESSION\":\"ATTACK\"}]}"
      })
  void refusesDisguisedKeys(String body) {
    refused("anna", "/engine-rest/task", body.replace("ATTACK", ATTACK));
  }

  @Test
  void refusesExpressionsInFiltersAndTheirLists() {
    refused(
        "admin",
        "/engine-rest/filter/create",
        "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{\"assigneeExpression\":\""
            + ATTACK
            + "\"},\"properties\":{}}");
    String id = queue("Мои обращения");
    refused(
        "anna",
        "/engine-rest/filter/" + id + "/list",
        "{\"orQueries\":[{\"assigneeExpression\":\"" + ATTACK + "\"}]}");
  }

  @Test
  void refusesExpressionsInTheAddress() {
    assertThat(Desk.as("anna").get("/engine-rest/task?assigneeExpression=%24%7B1%7D").statusCode())
        .isEqualTo(400);
    assertThat(
            Desk.as("anna").get("/engine-rest/task?assignee%45xpression=%24%7B1%7D").statusCode())
        .isEqualTo(400);
  }

  @Test
  void asksNobodyUnknownIn() {
    assertThat(Desk.asNobody().post("/engine-rest/task", "{}").statusCode()).isEqualTo(401);
    assertThat(Desk.asNobody().get("/engine-rest/user").statusCode()).isEqualTo(401);
    assertThat(Desk.asNobody().post("/camunda/api/engine/engine/default/task", "{}").statusCode())
        .isBetween(401, 403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ATTACK,
        "${''['class']}",
        "${dataSource.connection}",
        "${environment}",
        "${processEngine}",
        "${publishReply.toString()}",
        "${publishReply.class}"
      })
  void evenInsideTheEngineAnExpressionReachesNothing(String attack) {
    identity.setAuthentication("anna", List.of("moderators"));
    assertThatThrownBy(
            () ->
                tasks
                    .createTaskQuery()
                    .or()
                    .taskAssigneeExpression(attack)
                    .taskName("x")
                    .endOr()
                    .listPage(0, 1))
        .isInstanceOf(ProcessEngineException.class);
  }

  @Test
  void theShippedQueueOfOnesOwnTasksStillWorks() {
    String shown = Desk.as("anna").get("/engine-rest/filter").body();
    assertThat(shown).contains("Мои обращения", "Новые обращения").doesNotContain("Согласование");
    assertThat(
            Desk.as("anna")
                .get("/engine-rest/filter/" + queue("Мои обращения") + "/list")
                .statusCode())
        .isEqualTo(200);
  }

  private String queue(String name) {
    return filters.createFilterQuery().filterName(name).singleResult().getId();
  }

  private static void refused(String person, String path, String body) {
    assertThat(Desk.as(person).post(path, body).statusCode())
        .as(person + " " + body)
        .isEqualTo(400);
  }
}
