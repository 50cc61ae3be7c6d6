package org.communitydesk.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.communitydesk.channel.Act;
import org.communitydesk.channel.Delivery;
import org.communitydesk.channel.Examples;
import org.communitydesk.channel.FakePlatform;
import org.communitydesk.channel.OutgoingAttachment;
import org.communitydesk.channel.Polled;
import org.communitydesk.channel.Reception;
import org.communitydesk.channel.Reply;
import org.communitydesk.channel.SharedMaterial;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.conversation.Kind;
import org.communitydesk.http.CallFailure;
import org.communitydesk.http.HttpAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Telegram against recordings and a specification of the Bot API, where they are at hand. */
class TelegramSharedMaterialTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long GROUP = -1001000000007L;

  private final FakePlatform platform = new FakePlatform();
  private final TelegramChannel channel =
      (TelegramChannel)
          new TelegramChannel.Maker(Clock.systemUTC())
              .make(
                  "main",
                  Examples.settings(
                      "own-id",
                      "1000007",
                      "discussion-id",
                      GROUP,
                      "token",
                      "1000007:t",
                      "secret",
                      "s",
                      "base-url",
                      platform.base()));

  @AfterEach
  void stop() {
    platform.close();
  }

  @Test
  void makesSomethingOfEveryRecordedUpdate() throws IOException {
    List<String> table = new ArrayList<>();
    for (Map.Entry<String, JsonNode> file : SharedMaterial.files("fixtures/telegram").entrySet()) {
      for (JsonNode update : updates(file.getValue())) {
        table.add(file.getKey() + " -> " + heard(update));
      }
    }
    System.out.println(String.join("\n", table));
    assertThat(table).hasSizeGreaterThan(10);
  }

  private InboundEvent heard(JsonNode update) throws IOException {
    Reception reception =
        channel.receive(
            new Delivery(
                "POST",
                Map.of("x-telegram-bot-api-secret-token", "s"),
                Map.of(),
                JSON.writeValueAsBytes(update),
                ""));
    assertThat(reception).isInstanceOf(Reception.Accepted.class);
    return channel.understand(((Reception.Accepted) reception).events().get(0).body());
  }

  /** Updates as they are; bare messages wrapped; groups made ours. */
  private static List<JsonNode> updates(JsonNode recorded) {
    List<JsonNode> updates = new ArrayList<>();
    recorded.path("result").forEach(update -> updates.add(update.deepCopy()));
    if (recorded.has("update_id")) {
      updates.add(recorded.deepCopy());
    } else if (recorded.has("message_id")) {
      ObjectNode update = JSON.createObjectNode().put("update_id", 1);
      updates.add(update.set("message", recorded.deepCopy()));
    }
    for (JsonNode update : updates) {
      if (update.at("/message/chat") instanceof ObjectNode chat && chat.path("id").asLong() < 0) {
        chat.put("id", GROUP);
      }
    }
    updates.removeIf(update -> !update.has("update_id"));
    return updates;
  }

  @Test
  void readsEveryRecordedError() {
    List<String> table = new ArrayList<>();
    SharedMaterial.files("fixtures/telegram")
        .forEach(
            (name, body) -> {
              if (body.has("ok") && !body.path("ok").asBoolean()) {
                CallFailure failure =
                    TelegramFailures.IN_PRIVATE
                        .judge(HttpAnswer.of(body.path("error_code").asInt(400), body))
                        .orElseThrow();
                assertThat(failure).as(name).isInstanceOf(CallFailure.Refused.class);
                table.add(name + " -> " + failure.getMessage());
              }
            });
    System.out.println(String.join("\n", table));
    assertThat(table).isNotEmpty();
  }

  @Test
  void callsAsTheSpecificationSays() throws IOException {
    JsonNode specification = SharedMaterial.file("specs/telegram/api.json");
    platform.answers(200, "{\"ok\":true,\"result\":{\"message_id\":1}}");
    platform.answers(200, "{\"ok\":true,\"result\":[]}");
    platform.answers(200, "{\"ok\":true,\"result\":{\"file_path\":\"p\"}}");
    platform.answers(200, "x");
    channel.reply(
        Examples.reply(
            UUID.randomUUID(),
            channel.account(),
            Kind.COMMENT,
            GROUP + "_1",
            GROUP + "_2",
            "Здравствуйте!"));
    ((Polled) channel).poll("7");
    channel.fetch(new Attachment(Attachment.Type.IMAGE, "f", ""), 10);

    for (FakePlatform.Call call : platform.calls().subList(0, 3)) {
      JsonNode body = JSON.readTree(call.body());
      check(call.name(), body, specification.at("/methods/" + call.name() + "/fields"));
      if (body.has("reply_parameters")) {
        check(
            "ReplyParameters",
            body.path("reply_parameters"),
            specification.at("/types/ReplyParameters/fields"));
      }
    }
    Set<String> kinds = names(specification.at("/types/Update/fields"));
    JSON.readTree(platform.calls().get(1).body())
        .path("allowed_updates")
        .forEach(kind -> assertThat(kinds).contains(kind.asText()));
  }

  @Test
  void actsAsTheSpecificationSays() throws IOException {
    JsonNode specification = SharedMaterial.file("specs/telegram/api.json");
    for (int i = 0; i < 7; i++) {
      platform.answers(200, "{\"ok\":true,\"result\":{}}");
    }
    channel.moderate(new Act.Delete(GROUP + "_2", GROUP + "_1"));
    channel.moderate(new Act.Ban("501", Instant.now().plusSeconds(86_400)));
    channel.moderate(new Act.Unban("501"));
    channel.moderate(new Act.Ban("-1001555000111", null));
    channel.moderate(new Act.Unban("-1001555000111"));
    channel.check();

    for (FakePlatform.Call call : platform.calls()) {
      JsonNode body = JSON.readTree(call.body().isEmpty() ? "{}" : call.body());
      assertThat(specification.at("/methods/" + call.name()).isObject()).as(call.name()).isTrue();
      if (!body.isEmpty()) {
        check(call.name(), body, specification.at("/methods/" + call.name() + "/fields"));
      }
    }
    assertThat(platform.calls()).hasSize(7);
  }

  @Test
  void sendsFilesAsTheSpecificationSays() {
    JsonNode specification = SharedMaterial.file("specs/telegram/api.json");
    for (String type : List.of("image/png", "application/pdf")) {
      platform.answers(200, "{\"ok\":true,\"result\":{\"message_id\":1}}");
      channel.reply(
          new Reply(
              UUID.randomUUID(),
              channel.account(),
              Kind.COMMENT,
              GROUP + "_1",
              GROUP + "_2",
              "501",
              "Здравствуйте!",
              Kind.COMMENT,
              null,
              new OutgoingAttachment("a", type, new byte[] {1}),
              null));
    }
    for (FakePlatform.Call call : platform.calls()) {
      ObjectNode body = JSON.createObjectNode();
      Pattern.compile(" name=\"(\\w+)\"")
          .matcher(call.body())
          .results()
          .forEach(field -> body.put(field.group(1), ""));
      check(call.name(), body, specification.at("/methods/" + call.name() + "/fields"));
    }
    assertThat(platform.calls())
        .extracting(FakePlatform.Call::name)
        .containsExactly("sendPhoto", "sendDocument");
  }

  private static void check(String what, JsonNode body, JsonNode fields) {
    assertThat(names(fields)).as(what).isNotEmpty();
    body.fieldNames().forEachRemaining(name -> assertThat(names(fields)).as(what).contains(name));
    fields.forEach(
        field -> {
          if (field.path("required").asBoolean()) {
            assertThat(body.has(field.path("name").asText())).as(what + " " + field).isTrue();
          }
        });
  }

  private static Set<String> names(JsonNode fields) {
    Set<String> names = new HashSet<>();
    fields.forEach(field -> names.add(field.path("name").asText()));
    return names;
  }
}
