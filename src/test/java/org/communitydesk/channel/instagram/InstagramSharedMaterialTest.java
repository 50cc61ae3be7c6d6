package org.communitydesk.channel.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.Event;
import org.communitydesk.channel.Examples;
import org.communitydesk.channel.Reception;
import org.communitydesk.channel.SharedMaterial;
import org.communitydesk.channel.graph.GraphDelivery;
import org.communitydesk.channel.graph.GraphFailures;
import org.communitydesk.channel.graph.MessengerFailures;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.http.CallFailure;
import org.communitydesk.http.HttpAnswer;
import org.junit.jupiter.api.Test;

/** Instagram against recordings, where they are at hand. */
class InstagramSharedMaterialTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Channel channel =
      new InstagramChannel.Maker(Clock.systemUTC())
          .make(
              "main",
              Examples.settings(
                  "own-id",
                  "1000002",
                  "page-id",
                  "1000009",
                  "token",
                  "t",
                  "secret",
                  "s",
                  "verify-token",
                  "v"));

  @Test
  void makesSomethingOfEveryRecordedDelivery() throws IOException {
    List<String> table = new ArrayList<>();
    for (Map.Entry<String, JsonNode> file : SharedMaterial.files("fixtures/instagram").entrySet()) {
      if (!file.getValue().path("entry").isArray()) {
        continue;
      }
      JsonNode body = file.getValue().deepCopy();
      body.path("entry").forEach(entry -> ((ObjectNode) entry).put("id", "1000002"));
      Reception reception = channel.receive(GraphDelivery.post(JSON.writeValueAsBytes(body), "s"));
      assertThat(reception).as(file.getKey()).isInstanceOf(Reception.Accepted.class);
      for (Event event : ((Reception.Accepted) reception).events()) {
        InboundEvent inboundEvent = channel.understand(event.body());
        table.add(file.getKey() + " -> " + event.key() + " -> " + inboundEvent);
        assertThat(inboundEvent).as(file.getKey()).isNotInstanceOf(InboundEvent.Unclear.class);
      }
    }
    System.out.println(String.join("\n", table));
    assertThat(table).isNotEmpty();
  }

  @Test
  void readsTheRecordedError() {
    JsonNode error = SharedMaterial.file("fixtures/instagram/restfb-ig_login_exception.json");

    assertThat(
            new GraphFailures(MessengerFailures.ALL).judge(HttpAnswer.of(400, error)).orElseThrow())
        .isInstanceOf(CallFailure.LockedOut.class);
  }
}
