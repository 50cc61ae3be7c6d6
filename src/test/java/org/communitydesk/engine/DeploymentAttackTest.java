package org.communitydesk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A process owner's stolen password: everything in {@code attacks/} goes through the real door. */
@DeskTest
class DeploymentAttackTest {

  private static final String PROBE = "desk.deployed";
  private static final String CANARY =
      "''.getClass().forName('java.lang.System').getMethod('setProperty', ''.getClass(),"
          + " ''.getClass()).invoke(null, 'desk.deployed', 'yes')";
  private static final String NAME = "attack";

  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired ProcessEngineConfiguration engine;

  record Attack(String kind, String part, String answer) {

    static Attack of(String line) {
      String[] parts = line.split(" \\| ", -1);
      return new Attack(parts[0], parts[1].replace("CANARY", CANARY), parts[2].strip());
    }

    String file() {
      return kind.startsWith("file ")
          ? kind.substring(5)
          : switch (kind) {
            case "step" -> "attack.bpmn";
            case "field" -> "attack.form";
            default -> "attack.dmn";
          };
    }

    String content() {
      return switch (kind) {
        case "field" -> "{\"type\":\"default\",\"id\":\"attack\",\"components\":[{" + part + "}]}";
        case "cell" -> table("", part);
        case "juel" -> table("expressionLanguage=\"juel\"", part);
        case "juel javascript" -> table("expressionLanguage=\"javascript\"", part);
        default -> diagram(part);
      };
    }
  }

  static Stream<Attack> attacks() throws IOException {
    return lines("models.txt").map(Attack::of);
  }

  static Stream<String> harmless() throws IOException {
    return lines("harmless.txt");
  }

  private static Stream<String> lines(String file) throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/attacks", file)).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"));
  }

  @AfterEach
  void takeItAway() {
    repository
        .createDeploymentQuery()
        .deploymentName(NAME)
        .list()
        .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    assertThat(System.getProperty(PROBE)).isNull();
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void isRefusedInWordsAndRunsNothing(Attack attack) {
    HttpResponse<String> answer = deploy(attack.file(), attack.content());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("Развернуть нельзя", attack.answer());
    assertThat(repository.createDeploymentQuery().deploymentName(NAME).count()).isZero();
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void anOrdinaryModelIsTaken(String step) {
    HttpResponse<String> answer = deploy("ordinary.bpmn", diagram(step));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void otherEncodingsDoctypesAndHugeFilesAreRefused() {
    String utf7 = "<?xml version=\"1.0\" encoding=\"UTF-7\"?>" + diagram("<task id=\"t\"/>");
    assertThat(deploy("a.bpmn", utf7).body()).contains("не читается как XML");
    String latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + diagram("<task id=\"t\"/>");
    assertThat(deploy("a.bpmn", latin).body()).contains("UTF-8");
    String doctype = "<!DOCTYPE x [<!ENTITY a \"b\">]>" + diagram("<task id=\"t\" name=\"&a;\"/>");
    assertThat(deploy("a.bpmn", doctype).body()).contains("DOCTYPE");
    String huge = diagram("<!-- " + "x".repeat(2 * 1024 * 1024) + " --><task id=\"t\"/>");
    assertThat(deploy("a.bpmn", huge).body()).contains("больше 2 МБ");
    String deep = diagram("<subProcess>".repeat(500) + "</subProcess>".repeat(500));
    assertThat(deploy("a.bpmn", deep).body()).contains("слишком велик");
  }

  @Test
  void aLadderWithTooManyCombinationsIsNotTried() {
    String values =
        String.join(",", IntStream.range(0, 20).mapToObj(i -> "\"v" + i + "\"").toList());
    StringBuilder inputs = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      inputs.append(
          "<input id=\"i%d\"><inputExpression id=\"e%d\"><text>x%d</text></inputExpression><inputValues id=\"v%d\"><text>%s</text></inputValues></input>"
              .formatted(i, i, i, i, values));
    }
    String table =
        table("", "\"a\"")
            .replace("id=\"attack\"", "id=\"sanction-ladder\"")
            .replaceAll("<input .*</input>", inputs.toString());
    assertThat(deploy("sanction-ladder.dmn", table).body()).contains("сочетаний");
  }

  @Test
  void nobodyDeletesWhatCasesUseOrCasesThemselves() {
    HttpResponse<String> deployed = deploy("kept.bpmn", diagram("<userTask id=\"t\"/>"));
    assertThat(deployed.statusCode()).as(deployed.body()).isEqualTo(200);
    String id = repository.createDeploymentQuery().deploymentName(NAME).singleResult().getId();
    String instance = runtime.startProcessInstanceByKey("attacked").getId();
    String deployment = "/engine-rest/deployment/" + id;
    for (String person : List.of("pavel", "admin")) {
      for (String path :
          List.of(
              deployment,
              deployment + "?cascade=true",
              "/engine-rest/process-definition/key/attacked?cascade=true",
              "/engine-rest/process-definition/key/attacked/delete?cascade=true")) {
        assertThat(Desk.as(person).delete(path).statusCode()).as(person + path).isBetween(400, 499);
      }
    }
    assertThat(Desk.as("pavel").delete(deployment + "?cascade=true").body()).contains("cascade");
    assertThat(Desk.as("pavel").delete("/engine-rest/process-instance/" + instance).statusCode())
        .isEqualTo(403);
    assertThat(runtime.createProcessInstanceQuery().processInstanceId(instance).count()).isOne();
  }

  @Test
  void whatNoCaseUsedIsDeleted() {
    assertThat(deploy("kept.bpmn", diagram("<task id=\"t\"/>")).statusCode()).isEqualTo(200);
    String id = repository.createDeploymentQuery().deploymentName(NAME).singleResult().getId();
    assertThat(Desk.as("pavel").delete("/engine-rest/deployment/" + id).statusCode())
        .isEqualTo(204);
  }

  @Test
  void aVariableDoesNotAskForAMillionInstances() {
    String step =
        "<task id=\"t\"><multiInstanceLoopCharacteristics"
            + " isSequential=\"true\"><loopCardinality>${many}</loopCardinality></multiInstanceLoopCharacteristics></task>";
    assertThat(deploy("many.bpmn", diagram(step)).statusCode()).isEqualTo(200);
    assertThatThrownBy(
            () ->
                runtime.startProcessInstanceByKey("attacked", java.util.Map.of("many", 1_000_000)))
        .isInstanceOf(ProcessEngineException.class)
        .hasStackTraceContaining("не больше 1000");
  }

  @Test
  void theEngineHasNoScriptsLeft() {
    ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) engine;
    for (String language : List.of("juel", "javascript", "groovy")) {
      assertThatThrownBy(
              () ->
                  configuration
                      .getCommandExecutorTxRequired()
                      .execute(
                          context ->
                              configuration
                                  .getScriptingEngines()
                                  .getScriptEngineForLanguage(language)))
          .hasMessageContaining("Скрипты здесь не выполняются");
    }
  }

  private static String diagram(String step) {
    return """
    <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="d" targetNamespace="x" exporter="Camunda Modeler" exporterVersion="5.36.1" modeler:executionPlatform="Camunda Platform" modeler:executionPlatformVersion="7.24.0">
      <signal id="signal" name="Знак"/><escalation id="escalation" name="Выше" escalationCode="up"/>
      <process id="attacked" isExecutable="true" camunda:historyTimeToLive="P1D">
        <startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="t"/>
        %s
      </process>
    </definitions>
    """
        .formatted(step);
  }

  private static String table(String language, String cell) {
    return """
    <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="x">
      <decision id="attack" name="Таблица"><decisionTable id="dt">
        <input id="i"><inputExpression id="e"><text>x</text></inputExpression></input>
        <output id="o" name="y" typeRef="string"/>
        <rule id="r"><inputEntry id="ie"><text></text></inputEntry><outputEntry id="oe" %s><text>%s</text></outputEntry></rule>
      </decisionTable></decision>
    </definitions>
    """
        .formatted(language, cell.replace("<", "&lt;"));
  }

  /** As Modeler writes it: lanes, colours, a collapsed pool, notes. */
  private static final String DRAWN =
      """
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:bioc="http://bpmn.io/schema/bpmn/biocolor/1.0" xmlns:color="http://www.omg.org/spec/BPMN/non-normative/color/1.0" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="d" targetNamespace="http://bpmn.io/schema/bpmn" exporter="Camunda Modeler" exporterVersion="5.36.1" modeler:executionPlatform="Camunda Platform" modeler:executionPlatformVersion="7.24.0">
        <bpmn:collaboration id="c"><bpmn:participant id="p" name="Команда" processRef="attacked"/><bpmn:participant id="q" name="Человек"/><bpmn:messageFlow id="m" sourceRef="q" targetRef="s"/><bpmn:textAnnotation id="n"><bpmn:text>Заметка</bpmn:text></bpmn:textAnnotation><bpmn:association id="a" sourceRef="p" targetRef="n"/></bpmn:collaboration>
        <bpmn:process id="attacked" isExecutable="true" camunda:historyTimeToLive="P1D">
          <bpmn:laneSet id="l"><bpmn:lane id="l1" name="Модератор"><bpmn:flowNodeRef>s</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>
          <bpmn:startEvent id="s"/>
        </bpmn:process>
        <bpmndi:BPMNDiagram id="bd"><bpmndi:BPMNPlane id="bp" bpmnElement="c">
          <bpmndi:BPMNShape id="ps" bpmnElement="p" isHorizontal="true" bioc:stroke="#0d4372" bioc:fill="#bbdefb" color:background-color="#bbdefb" color:border-color="#0d4372"><dc:Bounds x="0" y="0" width="600" height="200"/><bpmndi:BPMNLabel color:color="#0d4372"/></bpmndi:BPMNShape>
          <bpmndi:BPMNShape id="ss" bpmnElement="s"><dc:Bounds x="90" y="90" width="36" height="36"/></bpmndi:BPMNShape>
          <bpmndi:BPMNEdge id="me" bpmnElement="m" bioc:stroke="#831311"><di:waypoint x="0" y="0"/><di:waypoint x="9" y="9"/></bpmndi:BPMNEdge>
        </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
      </bpmn:definitions>
      """;

  @Test
  void whatModelerDrawsIsTaken() {
    HttpResponse<String> answer = deploy("drawn.bpmn", DRAWN);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static HttpResponse<String> deploy(String file, String content) {
    String body =
        part("deployment-name", "", NAME)
            + part("deployment-source", "", "Camunda Modeler")
            + part(file, "; filename=\"" + file + "\"", content)
            + "--modeler--\r\n";
    return Desk.as("pavel")
        .post("/engine-rest/deployment/create", "multipart/form-data; boundary=modeler", body);
  }

  private static String part(String name, String more, String content) {
    return "--modeler\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n"
        .formatted(name, more, content);
  }
}
