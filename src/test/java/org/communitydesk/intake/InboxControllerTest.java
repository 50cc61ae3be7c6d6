package org.communitydesk.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.communitydesk.intake.PlainChannel.event;
import static org.communitydesk.intake.PlainChannel.said;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.communitydesk.intake.IntakeRoom.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;

@RoomTest
class InboxControllerTest {

  private final Hook hook;
  private final Worker worker;
  private final Backlog backlog;
  private final ObjectMapper json;

  InboxControllerTest(Environment environment, Worker worker, Backlog backlog, ObjectMapper json) {
    this.hook = new Hook(environment);
    this.worker = worker;
    this.backlog = backlog;
    this.json = json;
  }

  @BeforeEach
  void forget() {
    backlog.clear();
  }

  @Test
  void listsNewestFirstWithTheMessagesReadAnew() throws IOException {
    hook.post(said("1", "7", "Привет, карта 4111111111111111"));
    worker.workOnce();
    hook.post(event("liked", "2", "7", ""));

    JsonNode list = list("");

    assertThat(list.findValuesAsText("eventKey")).containsExactly("liked2", "said1");
    assertThat(list.get(0).path("state").asText()).isEqualTo("WAITING");
    assertThat(list.get(0).path("messages")).isEmpty();
    JsonNode said = list.get(1);
    assertThat(said.fieldNames())
        .toIterable()
        .containsExactly(
            "id", "platform", "account", "eventKey", "state", "reason", "receivedAt", "messages");
    assertThat(said.path("platform").asText()).isEqualTo("vk");
    assertThat(said.path("account").asText()).isEqualTo("main");
    assertThat(said.path("state").asText()).isEqualTo("UNDERSTOOD");
    assertThat(said.path("reason").isNull()).isTrue();
    assertThat(said.path("receivedAt").asText()).startsWith("20").endsWith("Z");
    assertThat(said.path("messages").get(0).toString())
        .isEqualTo(
            "{\"externalId\":\"1\",\"kind\":\"COMMENT\",\"authorId\":\"7\",\"authorName\":\"Имя 7\","
                + "\"text\":\"Привет, карта 411111******1111\",\"attachments\":[]}");
  }

  @Test
  void filtersAndPages() throws IOException {
    hook.post(said("1", "7", "a") + "," + said("2", "7", "a") + "," + said("3", "7", "a"));
    hook.post("/hooks/telegram/main", "s", ("[" + said("4", "7", "a") + "]").getBytes(UTF_8));
    hook.post("/hooks/vk/main", "s", "nonsense".getBytes(UTF_8));

    assertThat(list("?platform=telegram")).hasSize(1);
    assertThat(list("?state=PARKED")).hasSize(1);
    assertThat(list("?platform=vk&state=WAITING")).hasSize(3);
    JsonNode first = list("?platform=vk&state=WAITING&limit=2");
    assertThat(first.findValuesAsText("eventKey")).containsExactly("said3", "said2");
    JsonNode second = list("?platform=vk&state=WAITING&limit=2&after=" + first.get(1).path("id"));
    assertThat(second.findValuesAsText("eventKey")).containsExactly("said1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?platform=icq",
        "?state=LOST",
        "?limit=0",
        "?limit=1001",
        "?limit=many",
        "?after=-1",
        "?after=99999999999999999999",
        "?platform=%00",
        "?state=waiting"
      })
  void explainsBadParameters(String query) throws IOException {
    HttpResponse<String> answer = hook.get("/api/inbox" + query);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(json.readTree(answer.body()).path("detail").asText()).isNotEmpty();
  }

  private JsonNode list(String query) throws IOException {
    HttpResponse<String> answer = hook.get("/api/inbox" + query);
    assertThat(answer.statusCode()).isEqualTo(200);
    return json.readTree(answer.body());
  }
}
