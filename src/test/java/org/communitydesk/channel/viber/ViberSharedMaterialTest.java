package org.communitydesk.channel.viber;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.Delivery;
import org.communitydesk.channel.Examples;
import org.communitydesk.channel.Reception;
import org.communitydesk.channel.SharedMaterial;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.http.Hmac;
import org.communitydesk.http.Secret;
import org.junit.jupiter.api.Test;

/** Viber against recordings, where they are at hand. */
class ViberSharedMaterialTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Channel channel =
      new ViberChannel.Maker().make("main", Examples.settings("own-id", "1000008", "token", "key"));

  @Test
  void makesSomethingOfEveryRecordedCallback() throws IOException {
    List<String> table = new ArrayList<>();
    for (Map.Entry<String, JsonNode> file : SharedMaterial.files("fixtures/viber").entrySet()) {
      if (file.getValue().has("event")) {
        table.add(file.getKey() + " -> " + outcome((ObjectNode) file.getValue()));
      }
    }
    System.out.println(String.join("\n", table));
    assertThat(table).hasSizeGreaterThan(3);
  }

  private String outcome(ObjectNode callback) throws IOException {
    byte[] body = JSON.writeValueAsBytes(callback);
    String signature = Hmac.hex(Secret.of("key"), body);
    Reception reception =
        channel.receive(
            new Delivery(
                "POST", Map.of("x-viber-content-signature", signature), Map.of(), body, ""));
    assertThat(reception).isNotInstanceOf(Reception.Denied.class);
    if (!(reception instanceof Reception.Accepted accepted)) {
      return reception.toString();
    }
    InboundEvent inboundEvent = channel.understand(accepted.events().get(0).body());
    assertThat(inboundEvent).isNotInstanceOf(InboundEvent.Unclear.class);
    return accepted.events().get(0).key() + " " + inboundEvent;
  }
}
