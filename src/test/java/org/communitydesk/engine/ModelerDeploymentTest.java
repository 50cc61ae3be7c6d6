package org.communitydesk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.communitydesk.process.Variables;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class ModelerDeploymentTest {

  private static final String NAME = "from-modeler-" + UUID.randomUUID();

  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;

  @AfterEach
  void takeItAway() {
    repository
        .createDeploymentQuery()
        .deploymentName(NAME)
        .list()
        .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
  }

  @Test
  void oneChangedDiagramDeployedAloneFindsItsNeighbours() throws IOException {
    String changed =
        Files.readString(Path.of("processes", "publish-reply.bpmn"))
            .replace("name=\"Опубликовать вручную\"", "name=\"Опубликовать самому\"");
    HttpResponse<String> answer = deploy("pavel", "publish-reply.bpmn", changed);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);

    String instance =
        runtime
            .createProcessInstanceByKey("publish-reply")
            .setVariable(Variables.DUE_AT.name(), "2030-01-01T12:00:00")
            .setVariable(Variables.PRIORITY.name(), 50L)
            .startBeforeActivity("publishByHand")
            .execute(true, false)
            .getId();
    Task task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
    assertThat(task.getName()).isEqualTo("Опубликовать самому");
    HttpResponse<String> form =
        Desk.as("anna").get("/engine-rest/task/" + task.getId() + "/deployed-form");
    assertThat(form.statusCode()).isEqualTo(200);
    assertThat(form.body()).contains("handOutcome");
  }

  @Test
  void staffWhoDoNotOwnProcessesDeployNothing() throws IOException {
    String diagram = Files.readString(Path.of("processes", "publish-reply.bpmn"));
    for (String person : new String[] {"anna", "olga", "maria", "ivan", "elena"}) {
      assertThat(deploy(person, "publish-reply.bpmn", diagram).statusCode())
          .as(person)
          .isEqualTo(403);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <serviceTask id="t" name="Шаг" camunda:class="java.lang.Thread"/>         | класс Java
          <serviceTask id="t" name="Шаг" camunda:expression="${1}"/>                | выражение вместо делегата
          <serviceTask id="t" name="Шаг" camunda:type="shell"/>                     | вид задачи «shell»
          <scriptTask id="t" name="Шаг" scriptFormat="javascript"><script>1</script></scriptTask> | скрипт
          <userTask id="t" name="Шаг" camunda:formKey="embedded:app:x.html"/>       | форма не из каталога форм
          <serviceTask id="t" name="Шаг" camunda:delegateExpression="${x}"><extensionElements><camunda:connector><camunda:connectorId>http</camunda:connectorId></camunda:connector></extensionElements></serviceTask> | коннектор
          <userTask id="t" name="Шаг"><extensionElements><camunda:taskListener event="create" class="x.Y"/></extensionElements></userTask> | класс Java
          """)
  void aDiagramThatCarriesCodeIsRefusedAndThePlaceNamed(String step, String reason) {
    HttpResponse<String> answer = deploy("pavel", "bad.bpmn", diagramWith(step));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("bad.bpmn › «Шаг» (t)", reason);
  }

  private static String diagramWith(String step) {
    return """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="x">
          <process id="bad" isExecutable="true" camunda:historyTimeToLive="P1D">
            <startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="t"/>
            %s
          </process>
        </definitions>
        """
        .formatted(step);
  }

  private static HttpResponse<String> deploy(String person, String file, String content) {
    String boundary = "modeler";
    String body =
        part("deployment-name", "", NAME)
            + part("enable-duplicate-filtering", "", "true")
            + part("deploy-changed-only", "", "true")
            + part("deployment-source", "", "Camunda Modeler")
            + part(file, "; filename=\"" + file + "\"", content)
            + "--modeler--\r\n";
    return Desk.as(person)
        .post("/engine-rest/deployment/create", "multipart/form-data; boundary=" + boundary, body);
  }

  private static String part(String name, String more, String content) {
    return "--modeler\r\nContent-Disposition: form-data; name=\""
        + name
        + "\""
        + more
        + "\r\n\r\n"
        + content
        + "\r\n";
  }
}
