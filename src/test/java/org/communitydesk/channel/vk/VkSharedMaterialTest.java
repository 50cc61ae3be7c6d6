package org.communitydesk.channel.vk;

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
import java.util.stream.StreamSupport;
import org.communitydesk.channel.Act;
import org.communitydesk.channel.Delivery;
import org.communitydesk.channel.Examples;
import org.communitydesk.channel.FakePlatform;
import org.communitydesk.channel.OutgoingAttachment;
import org.communitydesk.channel.Polled;
import org.communitydesk.channel.ProfileLookup;
import org.communitydesk.channel.Reception;
import org.communitydesk.channel.Reply;
import org.communitydesk.channel.SharedMaterial;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.conversation.Kind;
import org.communitydesk.http.CallFailure;
import org.communitydesk.http.HttpAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** VK against recordings and the official schema, where they are at hand. */
class VkSharedMaterialTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String USER_TOKEN = "user-token";

  private final FakePlatform platform = new FakePlatform();
  private final VkChannel channel =
      (VkChannel)
          new VkChannel.Maker(Clock.systemUTC())
              .make(
                  "main",
                  Examples.settings(
                      "own-id",
                      "1234",
                      "token",
                      "group-token",
                      "admin-token",
                      USER_TOKEN,
                      "secret",
                      "s",
                      "confirmation",
                      "confirm",
                      "base-url",
                      platform.base()));

  @AfterEach
  void stop() {
    platform.close();
  }

  @Test
  void makesSomethingOfEveryRecordedDelivery() throws IOException {
    List<String> table = new ArrayList<>();
    for (Map.Entry<String, JsonNode> file : SharedMaterial.files("fixtures/vk").entrySet()) {
      if (!file.getValue().has("type")) {
        continue;
      }
      ObjectNode body = file.getValue().deepCopy();
      body.put("group_id", 1234).put("secret", "s");
      Reception reception =
          channel.receive(
              new Delivery("POST", Map.of(), Map.of(), JSON.writeValueAsBytes(body), ""));
      String outcome = reception.getClass().getSimpleName();
      if (reception instanceof Reception.Accepted accepted) {
        InboundEvent inboundEvent = channel.understand(accepted.events().get(0).body());
        assertThat(inboundEvent).as(file.getKey()).isNotInstanceOf(InboundEvent.Unclear.class);
        outcome = inboundEvent.toString();
      } else {
        assertThat(reception).as(file.getKey()).isInstanceOf(Reception.Handshake.class);
      }
      table.add(file.getKey() + " -> " + outcome);
    }
    System.out.println(String.join("\n", table));
    assertThat(table).hasSizeGreaterThan(10);
  }

  @Test
  void readsEveryRecordedError() {
    List<String> table = new ArrayList<>();
    SharedMaterial.files("fixtures/vk")
        .forEach(
            (name, body) -> {
              if (body.has("error")) {
                CallFailure failure =
                    new VkFailures().judge(HttpAnswer.of(200, body)).orElseThrow();
                assertThat(failure).as(name).isInstanceOf(CallFailure.Refused.class);
                table.add(name + " -> " + failure.getMessage());
              }
            });
    System.out.println(String.join("\n", table));
    assertThat(table).isNotEmpty();
  }

  @Test
  void callsAsTheSchemaSays() {
    SharedMaterial.file("specs/vk/wall/methods.json");
    String answer =
        "{\"response\":{\"comment_id\":1,\"items\":[{\"id\":8}],\"server\":\""
            + platform.base()
            + "\",\"key\":\"k\",\"ts\":\"1\"}}";
    for (int i = 0; i < 4; i++) {
      platform.answers(200, answer);
    }
    Reply comment = reply(Kind.COMMENT, "-1234_5", "-1234_8");
    channel.reply(comment);
    channel.readBack(comment, Instant.EPOCH);
    ((Polled) channel).poll(null);
    for (String response : List.of("2", "{\"items\":[]}", "[]")) {
      platform.answers(200, "{\"response\":" + response + "}");
    }
    Reply message = reply(Kind.PRIVATE, "501", "501_1");
    channel.reply(message);
    channel.readBack(message, Instant.EPOCH);
    ((ProfileLookup) channel).people(List.of("501"));

    assertThat(checkAll())
        .containsExactlyInAnyOrder(
            "wall.createComment",
            "wall.getComments",
            "groups.getLongPollServer",
            "messages.send",
            "messages.getHistory",
            "users.get");
  }

  @Test
  void moderatesAsTheSchemaSays() {
    SharedMaterial.file("specs/vk/wall/methods.json");
    for (String thread : List.of("-1234_5", "topic44", "photo55", "video66")) {
      platform.answers(200, "{\"response\":1}");
      platform.answers(200, "{\"response\":1}");
      String comment = thread.equals("-1234_5") ? "-1234_8" : thread + "_8";
      channel.moderate(new Act.Delete(comment, thread));
      channel.moderate(new Act.Restore(comment, thread));
    }
    for (int i = 0; i < 3; i++) {
      platform.answers(200, "{\"response\":{\"items\":[{}]}}");
    }
    channel.moderate(new Act.Ban("501", Instant.now().plusSeconds(86_400)));
    channel.moderate(new Act.Unban("501"));
    platform.answers(200, "{\"response\":1}");
    platform.answers(200, "{\"response\":1}");
    channel.moderate(new Act.Delete("-1234_5", "-1234_5"));
    channel.moderate(new Act.Restore("-1234_5", "-1234_5"));

    assertThat(checkAll()).hasSize(13).contains("wall.deleteComment", "groups.ban", "wall.restore");
  }

  @Test
  void answersElsewhereAndAsksForItsHealthAsTheSchemaSays() {
    SharedMaterial.file("specs/vk/wall/methods.json");
    for (String thread : List.of("topic44", "photo55", "video66")) {
      platform.answers(200, "{\"response\":1}");
      platform.answers(200, "{\"response\":{\"items\":[]}}");
      Reply reply = reply(Kind.COMMENT, thread, thread + "_8");
      channel.reply(reply);
      channel.readBack(reply, Instant.EPOCH);
    }
    for (int i = 0; i < 4; i++) {
      platform.answers(200, "{\"response\":{}}");
    }
    channel.check();

    assertThat(checkAll())
        .contains("board.createComment", "photos.getComments", "groups.getCallbackServers")
        .hasSize(10);
  }

  @Test
  void sendsPicturesAsTheSchemaSays() {
    SharedMaterial.file("specs/vk/photos/methods.json");
    OutgoingAttachment picture = new OutgoingAttachment("a.png", "image/png", new byte[] {1});
    upload("{\"response\":[{\"id\":1,\"owner_id\":2}]}", "{\"response\":7}");
    channel.reply(Examples.with(reply(Kind.PRIVATE, "501", "501_1"), picture));
    upload("{\"response\":[{\"id\":1,\"owner_id\":2}]}", "{\"response\":{\"comment_id\":7}}");
    channel.reply(Examples.with(reply(Kind.COMMENT, "-1234_5", "-1234_8"), picture));

    assertThat(checkAll())
        .containsExactlyInAnyOrder(
            "photos.getMessagesUploadServer",
            "photos.saveMessagesPhoto",
            "messages.send",
            "photos.getWallUploadServer",
            "photos.saveWallPhoto",
            "wall.createComment");
  }

  @Test
  void sendsDocumentsAndCommentsOnGoodsAsTheSchemaSays() {
    SharedMaterial.file("specs/vk/docs/methods.json");
    OutgoingAttachment document =
        new OutgoingAttachment("a.pdf", "application/pdf", new byte[] {1});
    String saved = "{\"response\":{\"doc\":{\"id\":1,\"owner_id\":2}}}";
    upload(saved, "{\"response\":7}");
    channel.reply(Examples.with(reply(Kind.PRIVATE, "501", "501_1"), document));
    upload(saved, "{\"response\":7}");
    Reply comment = reply(Kind.COMMENT, "market77", "market77_8");
    channel.reply(Examples.with(comment, document));
    platform.answers(200, "{\"response\":{\"items\":[]}}");
    channel.readBack(comment, Instant.EPOCH);
    platform.answers(200, "{\"response\":1}");
    platform.answers(200, "{\"response\":1}");
    channel.moderate(new Act.Delete("market77_8", "market77"));
    channel.moderate(new Act.Restore("market77_8", "market77"));

    assertThat(checkAll()).contains("docs.save", "market.createComment").hasSize(8);
  }

  private void upload(String saved, String published) {
    platform.answers(200, "{\"response\":{\"upload_url\":\"" + platform.base() + "/upload\"}}");
    platform.answers(200, "{\"server\":1,\"photo\":\"p\",\"hash\":\"h\",\"file\":\"f\"}");
    platform.answers(200, saved);
    platform.answers(200, published);
  }

  private Set<String> checkAll() {
    Set<String> checked = new HashSet<>();
    platform.calls().stream()
        .filter(call -> !call.name().equals("upload"))
        .forEach(call -> checked.add(check(call)));
    return checked;
  }

  private static String check(FakePlatform.Call call) {
    String name = call.name();
    JsonNode method = method(name);
    Set<String> known = new HashSet<>(Set.of("access_token", "v", "lang"));
    for (JsonNode parameter : method.path("parameters")) {
      known.add(parameter.path("name").asText());
      if (parameter.path("required").asBoolean()) {
        assertThat(call.form()).as(name).containsKey(parameter.path("name").asText());
      }
    }
    assertThat(known).as(name).containsAll(call.form().keySet());
    String token = call.form().get("access_token").equals(USER_TOKEN) ? "user" : "group";
    assertThat(method.path("access_token_type").toString()).as(name).contains(token);
    return name;
  }

  private static JsonNode method(String name) {
    String section = name.substring(0, name.indexOf('.'));
    return StreamSupport.stream(
            SharedMaterial.file("specs/vk/" + section + "/methods.json")
                .path("methods")
                .spliterator(),
            false)
        .filter(method -> method.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Reply reply(Kind kind, String threadId, String replyTo) {
    return Examples.reply(
        UUID.randomUUID(), channel.account(), kind, threadId, replyTo, "Здравствуйте!");
  }
}
