package org.communitydesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

@SandboxRoom.RoomTest
@DirtiesContext
@TestPropertySource(
    properties = {"desk.channel.vk.main.polling=true", "desk.channel.telegram.main.polling=true"})
class LongPollTest {

  private final Visitor visitor;
  private final RecordingHook hook;

  LongPollTest(Visitor visitor, RecordingHook hook) {
    this.visitor = visitor;
    this.hook = hook;
  }

  @BeforeEach
  void begin() throws IOException {
    visitor.post("/sandbox/api/reset", "");
  }

  private JsonNode server() throws IOException {
    return visitor
        .vk("groups.getLongPollServer", Map.of("group_id", 1000001))
        .json()
        .path("response");
  }

  private JsonNode check(String server, String key, String ts) throws IOException {
    return visitor.get(server + "?act=a_check&key=" + key + "&ts=" + ts + "&wait=5").json();
  }

  @Test
  void offersEventsToThePollInsteadOfTheHook() throws IOException {
    visitor.post("/sandbox/api/vk/messages", "{\"authorId\":\"101\",\"text\":\"Ау\"}");
    JsonNode server = server();
    String address = server.path("server").asText();
    String key = server.path("key").asText();

    JsonNode first = check(address, key, server.path("ts").asText());
    assertThat(first.at("/updates/0/type").asText()).isEqualTo("wall_post_new");
    assertThat(first.at("/updates/1/object/text").asText()).isEqualTo("Ау");
    assertThat(first.at("/updates/1/secret").isMissingNode()).isTrue();
    assertThat(check(address, key, server.path("ts").asText())).isEqualTo(first);

    JsonNode then =
        visitor
            .get(address + "?key=" + key + "&ts=" + first.path("ts").asText() + "&wait=0")
            .json();
    assertThat(then.path("updates")).isEmpty();
    assertThat(hook.from("vk")).isEmpty();
  }

  @Test
  void failsAsVkDocuments() throws IOException {
    JsonNode server = server();
    String address = server.path("server").asText();
    String key = server.path("key").asText();

    assertThat(check(address, "old", "1").path("failed").asInt()).isEqualTo(2);
    assertThat(check(address, key, "999999999999").path("failed").asInt()).isEqualTo(1);
    visitor.post("/sandbox/api/vk/token", "");
    assertThat(check(address, key, "1").path("failed").asInt()).isEqualTo(2);
  }

  @Test
  void givesTelegramsUpdatesToTheBotThatAsks() throws IOException {
    JsonNode updates = visitor.telegram("getUpdates", "{}").json().path("result");

    assertThat(updates).hasSize(1);
    assertThat(updates.at("/0/message/is_automatic_forward").asBoolean()).isTrue();
    assertThat(visitor.telegram("getWebhookInfo", "{}").json().at("/result/url").asText())
        .isEmpty();
  }
}
