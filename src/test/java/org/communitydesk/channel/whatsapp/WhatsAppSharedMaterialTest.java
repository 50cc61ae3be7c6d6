package org.communitydesk.channel.whatsapp;

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
import org.communitydesk.channel.Event;
import org.communitydesk.channel.Examples;
import org.communitydesk.channel.Reception;
import org.communitydesk.channel.SharedMaterial;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.http.CallFailure;
import org.communitydesk.http.Hmac;
import org.communitydesk.http.HttpAnswer;
import org.communitydesk.http.Secret;
import org.junit.jupiter.api.Test;

/** WhatsApp against recordings, where they are at hand. */
class WhatsAppSharedMaterialTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Channel channel =
      new WhatsAppChannel.Maker(Clock.systemUTC())
          .make(
              "main",
              Examples.settings(
                  "own-id",
                  "1000004",
                  "business-id",
                  "2000004",
                  "token",
                  "t",
                  "secret",
                  "key",
                  "verify-token",
                  "v"));

  @Test
  void makesSomethingOfEveryRecordedDelivery() throws IOException {
    List<String> table = new ArrayList<>();
    for (Map.Entry<String, JsonNode> file : SharedMaterial.files("fixtures/whatsapp").entrySet()) {
      if (file.getValue().has("entry")) {
        for (InboundEvent inboundEvent : heard(ours(file.getValue()))) {
          table.add(file.getKey() + " -> " + inboundEvent);
        }
      }
    }
    System.out.println(String.join("\n", table));
    assertThat(table).hasSizeGreaterThan(40);
    assertThat(table).noneMatch(line -> line.contains("Unclear"));
  }

  private List<InboundEvent> heard(JsonNode delivery) throws IOException {
    byte[] body = JSON.writeValueAsBytes(delivery);
    String signature = "sha256=" + Hmac.hex(Secret.of("key"), body);
    Reception reception =
        channel.receive(
            new Delivery("POST", Map.of("x-hub-signature-256", signature), Map.of(), body, ""));
    assertThat(reception).isInstanceOf(Reception.Accepted.class);
    return ((Reception.Accepted) reception)
        .events().stream().map(Event::body).map(channel::understand).toList();
  }

  private static JsonNode ours(JsonNode recorded) {
    for (JsonNode entry : recorded.path("entry")) {
      ((ObjectNode) entry).put("id", "2000004");
      for (JsonNode change : entry.path("changes")) {
        if (change.at("/value/metadata") instanceof ObjectNode metadata) {
          metadata.put("phone_number_id", "1000004");
        }
      }
    }
    return recorded;
  }

  @Test
  void readsEveryRecordedError() {
    List<String> table = new ArrayList<>();
    SharedMaterial.files("fixtures/whatsapp")
        .forEach(
            (name, body) -> {
              if (body.has("error")) {
                CallFailure failure =
                    WhatsAppFailures.TABLE.judge(HttpAnswer.of(400, body)).orElseThrow();
                table.add(name + " -> " + failure);
              }
            });
    System.out.println(String.join("\n", table));
    assertThat(table).isNotEmpty();
  }
}
