package org.communitydesk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.communitydesk.support.Session;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The engine's REST by both of its doors: for programs, and for the webapps' pages. */
@DeskTest
class EngineDoorTest {

  private static final List<String> PEOPLE =
      List.of("anna", "olga", "maria", "ivan", "pavel", "elena");

  /** What no page and no program of ours needs, or needs from administrators only. */
  private static final String FORBIDDEN =
      """
      PUT /task/{task} {"name":"Взломано","dueDate":null,"followUpDate":null,"priority":99}
      POST /task/create {"name":"Чужая задача"}
      DELETE /task/{task}
      POST /task/{task}/complete {}
      POST /task/{task}/resolve {}
      POST /task/{task}/delegate {"userId":"boris"}
      POST /task/{task}/bpmnError {"errorCode":"x"}
      POST /task/{task}/bpmnEscalation {"escalationCode":"x"}
      POST /task/{task}/identity-links {"groupId":"advocates","type":"candidate"}
      POST /task/{task}/identity-links/delete {"groupId":"moderators","type":"candidate"}
      POST /task/{task}/attachment/create {}
      DELETE /task/{task}/attachment/x
      POST /task/{task}/comment/create {"message":"чужое"}
      PUT /task/{task}/comment {"id":"x","message":"x"}
      DELETE /task/{task}/comment/x
      DELETE /task/{task}/comment
      POST /task/{task}/variables {"modifications":{"replyText":{"value":"x"}}}
      PUT /task/{task}/variables/caseId {"value":"1"}
      DELETE /task/{task}/variables/caseId
      POST /task/{task}/localVariables {"modifications":{"replyText":{"value":"x"}}}
      PUT /task/{task}/localVariables/replyText {"value":"1"}
      DELETE /task/{task}/localVariables/replyText
      POST /filter/create {"name":"x","resourceType":"Task","query":{}}
      PUT /filter/x {"name":"x"}
      DELETE /filter/x
      POST /process-definition/key/appeal/start {}
      POST /process-definition/key/appeal/submit-form {}
      PUT /process-definition/key/appeal/suspended {"suspended":true}
      PUT /process-definition/key/appeal/history-time-to-live {"historyTimeToLive":0}
      DELETE /process-definition/key/appeal
      POST /process-definition/x/restart {}
      POST /process-instance/{instance}/modification {"instructions":[]}
      POST /process-instance/{instance}/modification-async {"instructions":[]}
      PUT /process-instance/{instance}/suspended {"suspended":true}
      PUT /process-instance/suspended {"suspended":true,"processDefinitionKey":"appeal"}
      PUT /process-instance/{instance}/variables/caseId {"value":"1"}
      POST /process-instance/{instance}/variables {"modifications":{}}
      DELETE /process-instance/{instance}/variables/caseId
      DELETE /process-instance/{instance}
      POST /process-instance/delete {"processInstanceIds":["{instance}"]}
      POST /process-instance/variables-async {}
      POST /process-instance/job-retries {"retries":1}
      POST /process-instance/message-async {"messageName":"userReplied"}
      PUT /execution/{instance}/localVariables/caseId {"value":"1"}
      POST /execution/{instance}/signal {}
      POST /execution/{instance}/messageSubscriptions/userReplied/trigger {}
      POST /execution/{instance}/create-incident {"incidentType":"x"}
      POST /message {"messageName":"userReplied","all":true}
      POST /signal {"name":"x"}
      POST /condition {"variables":{}}
      PUT /job/retries {"retries":3,"processDefinitionKey":"appeal"}
      PUT /job/x/retries {"retries":0}
      POST /job/x/execute {}
      PUT /job/x/duedate {"duedate":null}
      PUT /job/suspended {"suspended":true,"processDefinitionKey":"appeal"}
      DELETE /job/x
      PUT /job-definition/x/jobPriority {"priority":1}
      PUT /incident/x/annotation {"annotation":"x"}
      DELETE /incident/x
      POST /external-task/fetchAndLock {"workerId":"x","maxTasks":1}
      POST /external-task/x/complete {"workerId":"x"}
      POST /migration/generate {}
      POST /migration/execute {}
      POST /modification/execute {}
      DELETE /batch/x
      PUT /batch/x/suspended {"suspended":true}
      POST /history/process-instance/delete {"historicProcessInstanceIds":["{instance}"]}
      POST /history/process-instance/set-removal-time {}
      DELETE /history/process-instance/{instance}
      DELETE /history/variable-instance/x
      POST /history/cleanup
      PUT /history/user-operation/x/set-annotation {"annotation":"x"}
      POST /decision-definition/key/triage/evaluate {"variables":{}}
      PUT /decision-definition/x/history-time-to-live {"historyTimeToLive":0}
      POST /decision-definition/delete-historic-instances-async {}
      POST /user/create {"profile":{"id":"x"},"credentials":{"password":"x"}}
      PUT /user/boris/credentials {"password":"geheim","authenticatedUserPassword":"sandbox"}
      PUT /user/boris/profile {"id":"boris","firstName":"x"}
      POST /user/boris/unlock {}
      DELETE /user/boris
      POST /group/create {"id":"x","name":"x"}
      PUT /group/camunda-admin/members/anna
      DELETE /group/moderators/members/boris
      POST /tenant/create {"id":"x"}
      POST /authorization/create {"type":0,"permissions":["ALL"],"userId":"*","resourceType":0,"resourceId":"*"}
      DELETE /authorization/x
      POST /identity/verify {"username":"maria","password":"sandbox"}
      POST /telemetry/configuration {"enableTelemetry":true}
      DELETE /metrics/task-worker
      POST /not/known {}
      """;

  /** Readings that the engine refuses to some, and some of what is not there. */
  private static final String READINGS =
      """
      /task/{task}
      /task/{task}/form
      /task/{task}/deployed-form
      /task/{task}/rendered-form
      /task/{task}/form-variables
      /task/{task}/variables
      /task/{task}/variables/caseId
      /task/{task}/variables/caseId/data
      /task/{task}/localVariables
      /task/{task}/comment
      /task/{task}/comment/x
      /task/{task}/attachment
      /task/{task}/attachment/x
      /task/{task}/attachment/x/data
      /task/{task}/identity-links
      /task/none
      /task/none/form-variables
      /process-instance/{instance}
      /process-instance/{instance}/activity-instances
      /process-instance/{instance}/variables
      /process-instance/{instance}/variables/caseId
      /process-instance/{instance}/comment
      /process-instance/none
      /process-definition/{definition}
      /process-definition/{definition}/xml
      /process-definition/{definition}/diagram
      /process-definition/{definition}/startForm
      /process-definition/{definition}/deployed-start-form
      /process-definition/{definition}/form-variables
      /process-definition/{definition}/statistics
      /process-definition/none
      /process-definition/none/xml
      /decision-definition/none
      /deployment
      /deployment/none
      /deployment/none/resources
      /deployment/none/resources/none
      /deployment/none/resources/none/data
      /deployment/{deployment}/resources/none
      /deployment/{deployment}/resources/none/data
      /deployment/none/registered
      /execution/{instance}
      /execution/none
      /execution/none/localVariables
      /execution/none/localVariables/x
      /execution/none/localVariables/x/data
      /execution/none/messageSubscriptions/x
      /execution/{instance}/localVariables/none
      /execution/{instance}/localVariables/none/data
      /external-task/none
      /external-task/none/errorDetails
      /history/external-task-log/none
      /history/external-task-log/none/error-details
      /process-instance/none/variables
      /process-instance/none/variables/x
      /process-instance/none/variables/x/data
      /process-instance/none/activity-instances
      /process-instance/{instance}/variables/none/data
      /decision-definition/none/xml
      /decision-requirements-definition/none/xml
      /decision-requirements-definition/none/diagram
      /case-definition/none/xml
      /case-instance/none
      /case-instance/none/variables
      /case-execution/none
      /case-execution/none/localVariables
      /job-definition/none
      /history/incident
      /history/batch/none
      /history/cleanup/job
      /history/cleanup/jobs
      /history/cleanup/configuration
      /history/process-definition/none/statistics
      /history/case-definition/none/statistics
      /history/decision-requirements-definition/none/statistics
      /metrics
      /metrics/none/sum
      /metrics/task-worker/sum
      /task/{task}/variables/none/data
      /task/{task}/localVariables/none/data
      /variable-instance/none
      /variable-instance/none/data
      /filter/none
      /filter/none/list
      /history/process-instance
      /history/process-instance/{instance}
      /history/task?taskId={task}
      /history/user-operation
      /history/activity-instance/none
      /history/variable-instance/none
      /history/detail/none
      /history/decision-instance/none
      /history/job-log/none/stacktrace
      /history/process-definition/{definition}/statistics
      /job/none
      /job/none/stacktrace
      /incident/none
      /batch/none
      /user
      /user/maria/profile
      /user/none/profile
      /group
      /group/none
      /authorization
      /authorization/none
      /schema/log
      /telemetry/data
      /tenant
      /event-subscription
      """;

  @Autowired TaskService tasks;
  @Autowired RepositoryService repository;

  private interface Door {
    HttpResponse<String> send(String method, String path, String json);
  }

  @Test
  void nobodyGetsThroughWithWhatNoPageNeeds() {
    Appeal appeal = Appeal.comment("vk", "Где мой кешбэк?").toReply();
    Task before = task(appeal);
    List<String> wrong = new ArrayList<>();
    for (String person : PEOPLE) {
      doors(person)
          .forEach(
              (name, door) ->
                  FORBIDDEN
                      .lines()
                      .map(line -> of(line, before))
                      .forEach(line -> refused(person + name, door, line, wrong)));
    }
    assertThat(wrong).isEmpty();
    Task after = task(appeal);
    assertThat(after.getName()).isEqualTo(before.getName());
    assertThat(after.getDueDate()).isEqualTo(before.getDueDate());
    assertThat(after.getPriority()).isEqualTo(before.getPriority());
    assertThat(after.getAssignee()).isNull();
    assertThat(tasks.getIdentityLinksForTask(after.getId())).hasSize(1);
    assertThat(tasks.getTaskComments(after.getId())).isEmpty();
  }

  @Test
  void workAndReadingGoOn() {
    Task task = task(Appeal.comment("vk", "Где мой платёж?").toReply());
    String path = "/task/" + task.getId();
    doors("anna")
        .forEach(
            (name, door) -> {
              assertThat(door.send("POST", path + "/claim", "{\"userId\":\"anna\"}").statusCode())
                  .isEqualTo(204);
              assertThat(door.send("GET", path + "/form-variables", "").statusCode())
                  .isEqualTo(200);
              assertThat(door.send("POST", path + "/unclaim", "{}").statusCode()).isEqualTo(204);
              assertThat(
                      door.send("POST", path + "/assignee", "{\"userId\":\"anna\"}").statusCode())
                  .isEqualTo(204);
              assertThat(door.send("POST", "/task", "{\"assignee\":\"anna\"}").body())
                  .contains(task.getId());
              assertThat(door.send("POST", path + "/assignee", "{\"userId\":null}").statusCode())
                  .isEqualTo(204);
            });
    doors("elena")
        .forEach(
            (name, door) -> {
              assertThat(door.send("GET", path, "").statusCode()).isEqualTo(200);
              assertThat(
                      door.send("GET", "/history/process-instance?maxResults=1", "").statusCode())
                  .isEqualTo(200);
              assertThat(door.send("POST", "/history/activity-instance", "{}").statusCode())
                  .isEqualTo(200);
            });
    doors("admin")
        .forEach(
            (name, door) ->
                assertThat(
                        door.send("PUT", path, "{\"name\":\"%s\"}".formatted(task.getName()))
                            .statusCode())
                    .isEqualTo(204));
  }

  @Test
  void anAdvocateReadsNoTaskThatIsNotTheirs() {
    Task task =
        task(Appeal.comment("vk", "Безобразие! Верните!").classify("CONSTRUCTIVE_NEGATIVE"));
    assertThat(task.getTaskDefinitionKey()).isEqualTo("prepareOfficialReply");
    doors("ivan")
        .forEach(
            (name, door) -> {
              for (String part : List.of("", "/form-variables", "/variables", "/comment")) {
                assertThat(door.send("GET", "/task/" + task.getId() + part, "").statusCode())
                    .as(part)
                    .isEqualTo(403);
              }
              assertThat(
                      door.send("GET", "/task?taskDefinitionKey=prepareOfficialReply", "").body())
                  .isEqualTo("[]");
              assertThat(
                      door.send(
                              "GET",
                              "/variable-instance?processInstanceIdIn="
                                  + task.getProcessInstanceId(),
                              "")
                          .body())
                  .isEqualTo("[]");
            });
  }

  @Test
  void aRefusedReadingIsNoFaultOfTheServer() {
    Task task = task(Appeal.comment("vk", "Где мой перевод?").toReply());
    List<String> wrong = new ArrayList<>();
    for (String person : PEOPLE) {
      doors(person)
          .forEach(
              (name, door) ->
                  READINGS
                      .lines()
                      .map(line -> of(line, task))
                      .forEach(
                          path -> {
                            HttpResponse<String> answer = door.send("GET", path, "");
                            if (answer.statusCode() >= 500) {
                              wrong.add(
                                  person
                                      + name
                                      + " "
                                      + path
                                      + ": "
                                      + answer.statusCode()
                                      + " "
                                      + answer.body());
                            }
                          }));
    }
    assertThat(wrong).isEmpty();
  }

  /** What Cockpit's and Admin's own pages ask beside the engine's REST, and who may. */
  @Test
  void theWebappsOwnQuestionsAreForThoseWhoWorkThere() {
    Task task = task(Appeal.comment("vk", "Где мой возврат?").toReply());
    List<String> wrong = new ArrayList<>();
    for (String person : List.of("anna", "olga", "maria", "ivan", "pavel", "elena", "admin")) {
      boolean reads = List.of("pavel", "elena", "admin").contains(person);
      Session session = Session.signIn(person, reads ? "cockpit" : "tasklist");
      String base = "/camunda/api/cockpit/plugin/base/default";
      for (String question :
          List.of(
              "GET " + base + "/process-definition/statistics",
              "GET " + base + "/process-definition/statistics-count",
              "GET " + base + "/process-instance/count",
              "GET " + base + "/incident/count",
              "GET "
                  + base
                  + "/process-instance/"
                  + task.getProcessInstanceId()
                  + "/called-process-instances",
              "POST " + base + "/process-instance {}",
              "POST " + base + "/process-instance/count {}",
              "POST " + base + "/incident {}",
              "POST "
                  + base
                  + "/process-definition/"
                  + task.getProcessDefinitionId()
                  + "/called-process-definitions {}")) {
        answers(session, person, question, reads, wrong);
      }
      answers(
          session,
          person,
          "GET /camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js",
          true,
          wrong);
      String metrics = "/camunda/api/admin/plugin/adminPlugins/default/metrics/aggregated";
      for (String question :
          List.of(
              "GET " + metrics + "?startDate=2026-01-01T00:00:00.000%2B0000&groupBy=month",
              "GET /camunda/api/cockpit/plugin/none/default/x",
              "POST /camunda/api/tasklist/plugin/tasklistPlugins/default/x {}",
              "PUT " + base + "/process-instance {}",
              "DELETE " + base + "/process-instance/x")) {
        answers(session, person, question, person.equals("admin"), wrong);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static void answers(
      Session session, String person, String question, boolean allowed, List<String> wrong) {
    String[] parts = question.split(" ", 3);
    int status = session.send(parts[0], parts[1], parts.length > 2 ? parts[2] : "").statusCode();
    if (allowed == (status == 403) || status >= 500) {
      wrong.add(person + " " + question + ": " + status);
    }
  }

  private static void refused(String person, Door door, String line, List<String> wrong) {
    String[] parts = line.split(" ", 3);
    HttpResponse<String> answer = door.send(parts[0], parts[1], parts.length > 2 ? parts[2] : "");
    if (answer.statusCode() != 403 || !answer.body().contains("не разрешено")) {
      wrong.add(person + " " + line + ": " + answer.statusCode() + " " + answer.body());
    }
  }

  private static Map<String, Door> doors(String person) {
    Map<String, Door> doors = new HashMap<>();
    Session session = Session.signIn(person, person.equals("elena") ? "cockpit" : "tasklist");
    doors.put(
        " by basic",
        (method, path, json) -> Desk.as(person).call(method, "/engine-rest" + path, json));
    doors.put(
        " in the webapp",
        (method, path, json) ->
            session.send(method, "/camunda/api/engine/engine/default" + path, json));
    return doors;
  }

  private String of(String line, Task task) {
    return line.replace("{task}", task.getId())
        .replace("{instance}", task.getProcessInstanceId())
        .replace("{definition}", task.getProcessDefinitionId())
        .replace(
            "{deployment}",
            repository.getProcessDefinition(task.getProcessDefinitionId()).getDeploymentId());
  }

  private Task task(Appeal appeal) {
    return tasks.createTaskQuery().processInstanceBusinessKey(appeal.caseId()).singleResult();
  }
}
