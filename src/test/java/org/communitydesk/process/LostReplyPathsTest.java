package org.communitydesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.repository.Deployment;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Desk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A process owner has changed the diagram: what the platform refused is not answered by that. */
class LostReplyPathsTest extends PathTest {

  private static final String NAME = "an owner's publish-reply";

  @AfterEach
  void takeTheChangedDiagramAway() {
    for (Deployment changed :
        engine.getRepositoryService().createDeploymentQuery().deploymentName(NAME).list()) {
      engine.getRepositoryService().deleteDeployment(changed.getId(), true);
    }
  }

  @Test
  void aRefusalThatTheDiagramTakesForAnAnswerComesBackToTheModerator() throws IOException {
    deploy(
        "sourceRef=\"replyRefused\" targetRef=\"refusalCame\"",
        "sourceRef=\"replyRefused\" targetRef=\"replyOut\"",
        "<bpmn:incoming>replyRefusedToRefusalCame</bpmn:incoming>",
        "");
    Appeal appeal = refused();
    waitsAt(appeal, "scheme-1-constructive", "prepareReply");
    appeal.passTime("PT73H");
    assertThat(appeal.file().path("state").asText()).isEqualTo("OPEN");
    appeal.decide("CLOSE");
    assertThat(appeal.file().path("state").asText()).isEqualTo("CLOSED");
    assertThat(appeal.file().path("outcome").asText()).isEqualTo("CLOSED");
  }

  @Test
  void aRefusalThatNobodyCatchesIsAnIncident() throws IOException {
    deploy("errorCode=\"REPLY_REFUSED\"", "errorCode=\"REPLY_DECLINED\"");
    Appeal appeal = refused();
    for (int retries = 0; retries < 5; retries++) {
      appeal.passTime("PT2M");
    }
    appeal.passTime("PT73H");
    assertThat(appeal.file().path("state").asText()).isEqualTo("OPEN");
    assertThat(
            engine
                .getRuntimeService()
                .createIncidentQuery()
                .processInstanceId(running(appeal, "publish-reply").getId())
                .count())
        .isEqualTo(1);
  }

  private static Appeal refused() {
    Appeal appeal = Appeal.comment("vk", "Где мой кешбэк?").toReply().fault("deletedParent");
    return appeal.reply("Кешбэк придёт завтра.");
  }

  private static void deploy(String... replaced) throws IOException {
    String diagram = Files.readString(Path.of("processes", "publish-reply.bpmn"));
    for (int i = 0; i < replaced.length; i += 2) {
      assertThat(diagram).contains(replaced[i]);
      diagram = diagram.replace(replaced[i], replaced[i + 1]);
    }
    String part = "--modeler\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
    HttpResponse<String> answer =
        Desk.as("pavel")
            .post(
                "/engine-rest/deployment/create",
                "multipart/form-data; boundary=modeler",
                part.formatted("deployment-name", "", NAME)
                    + part.formatted("data", "; filename=\"publish-reply.bpmn\"", diagram)
                    + "--modeler--\r\n");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }
}
