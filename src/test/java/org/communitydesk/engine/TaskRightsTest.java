package org.communitydesk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class TaskRightsTest {

  private static final String NO_VARIABLES = "{\"variables\":{}}";

  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired HistoryService history;
  @Autowired org.camunda.bpm.engine.AuthorizationService authorizations;

  private Deployment deployment;

  @BeforeEach
  void deployAProcessOfTwoGroups() {
    deployment =
        repository
            .createDeployment()
            .addModelInstance(
                "two-groups.bpmn",
                Bpmn.createExecutableProcess("two-groups")
                    .camundaHistoryTimeToLiveString("P1D")
                    .startEvent()
                    .userTask("answer")
                    .camundaCandidateGroups("moderators")
                    .userTask("approve")
                    .camundaCandidateGroups("supervisors")
                    .endEvent()
                    .done())
            .deploy();
    Rights.working(StaffGroup.MODERATORS, "two-groups").grant(authorizations);
    Rights.working(StaffGroup.SUPERVISORS, "two-groups").grant(authorizations);
  }

  @AfterEach
  void takeItAway() {
    repository.deleteDeployment(deployment.getId(), true);
  }

  @Test
  void anUnclaimedTaskIsRecordedAsTheirsWhoCompletedIt() {
    String task = newTask();
    assertThat(submit("anna", task).statusCode()).isEqualTo(204);
    assertThat(history.createHistoricTaskInstanceQuery().taskId(task).singleResult().getAssignee())
        .isEqualTo("anna");
  }

  @Test
  void nobodyOfAnotherGroupWorksATask() {
    String task = newTask();
    for (String person : List.of("olga", "maria", "ivan", "pavel", "elena")) {
      assertThat(submit(person, task).statusCode()).as(person).isEqualTo(403);
      assertThat(call(person, task, "complete", NO_VARIABLES)).as(person).isEqualTo(403);
      assertThat(call(person, task, "claim", "{\"userId\":\"" + person + "\"}")).isEqualTo(403);
      assertThat(call(person, task, "assignee", "{\"userId\":\"" + person + "\"}")).isEqualTo(403);
    }
    assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
  }

  @Test
  void aLinkAddedToATaskOpensItToNobody() {
    String instance = runtime.startProcessInstanceByKey("two-groups").getId();
    submit("anna", taskOf(instance));
    String approval = taskOf(instance);
    assertThat(
            call(
                "anna",
                approval,
                "identity-links",
                "{\"groupId\":\"moderators\",\"type\":\"candidate\"}"))
        .isEqualTo(403);
    tasks.addCandidateGroup(approval, "moderators");
    assertThat(submit("anna", approval).statusCode()).isEqualTo(403);
    assertThat(submit("maria", approval).statusCode()).isEqualTo(204);
  }

  @Test
  void aTaskThatSomebodyElseHasTakenAnswersConflict() {
    String task = newTask();
    assertThat(call("anna", task, "claim", "{\"userId\":\"anna\"}")).isEqualTo(204);
    assertThat(call("boris", task, "claim", "{\"userId\":\"boris\"}")).isEqualTo(409);
    HttpResponse<String> answer = submit("boris", task);
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("Задачу уже взял другой сотрудник.");
    assertThat(submit("anna", task).statusCode()).isEqualTo(204);
  }

  @Test
  void aTaskThatIsGoneAnswersNotFound() {
    String task = newTask();
    submit("anna", task);
    assertThat(submit("anna", task).statusCode()).isEqualTo(404);
    assertThat(call("anna", task, "claim", "{\"userId\":\"anna\"}")).isEqualTo(404);
    assertThat(submit("anna", "there-never-was-one").body()).contains("Задачи уже нет");
  }

  @Test
  void ofTwoSimultaneousSubmissionsOneCounts() {
    String instance = runtime.startProcessInstanceByKey("two-groups").getId();
    String task = taskOf(instance);
    List<Integer> answers =
        Stream.of("anna", "boris", "anna", "boris")
            .map(person -> CompletableFuture.supplyAsync(() -> submit(person, task).statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(answers)
        .containsOnlyOnce(204)
        .allMatch(code -> code == 204 || code == 404 || code == 409);
    assertThat(tasks.createTaskQuery().processInstanceId(instance).list())
        .singleElement()
        .satisfies(next -> assertThat(next.getTaskDefinitionKey()).isEqualTo("approve"));
  }

  @Test
  void noRowPerTaskIsWritten() {
    String task = newTask();
    call("anna", task, "claim", "{\"userId\":\"anna\"}");
    assertThat(authorizations.createAuthorizationQuery().resourceId(task).count()).isZero();
  }

  private String newTask() {
    return taskOf(runtime.startProcessInstanceByKey("two-groups").getId());
  }

  private String taskOf(String instance) {
    return tasks.createTaskQuery().processInstanceId(instance).singleResult().getId();
  }

  private static HttpResponse<String> submit(String person, String task) {
    return Desk.as(person).post("/engine-rest/task/" + task + "/submit-form", NO_VARIABLES);
  }

  private static int call(String person, String task, String what, String body) {
    return Desk.as(person).post("/engine-rest/task/" + task + "/" + what, body).statusCode();
  }
}
