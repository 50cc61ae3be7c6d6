package org.communitydesk.channel.ok;

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
import org.communitydesk.channel.Delivery;
import org.communitydesk.channel.Examples;
import org.communitydesk.channel.Reception;
import org.communitydesk.channel.SharedMaterial;
import org.communitydesk.conversation.InboundEvent;
import org.junit.jupiter.api.Test;

/** Odnoklassniki against recorded deliveries, where there are any. */
class OkSharedMaterialTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Channel channel =
      new OkChannel.Maker(Clock.systemUTC())
          .make(
              "main",
              Examples.settings("own-id", "1000006", "token", "t", "secret", "sandbox-secret"));

  @Test
  void makesSomethingOfEveryRecordedDelivery() throws IOException {
    List<String> table = new ArrayList<>();
    for (Map.Entry<String, JsonNode> file : SharedMaterial.files("fixtures/ok").entrySet()) {
      if (file.getKey().startsWith("webhook") || file.getValue().has("sender")) {
        table.add(file.getKey() + " -> " + heard(file.getValue()));
      }
    }
    System.out.println(table.isEmpty() ? "No recorded delivery of ok" : String.join("\n", table));
    assertThat(table).doesNotContainNull();
  }

  /** As told to our group. */
  private InboundEvent heard(JsonNode recorded) throws IOException {
    if (recorded instanceof ObjectNode object && object.has("group_id")) {
      object.put("group_id", "group:1000006");
    }
    byte[] body = JSON.writeValueAsBytes(recorded);
    Reception reception =
        channel.receive(new Delivery("POST", Map.of(), Map.of(), body, "sandbox-secret"));
    assertThat(reception).isInstanceOf(Reception.Accepted.class);
    return channel.understand(((Reception.Accepted) reception).events().get(0).body());
  }
}
