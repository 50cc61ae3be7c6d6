package org.communitydesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.communitydesk.http.Hmac;
import org.communitydesk.http.Secret;
import org.communitydesk.sandbox.world.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SandboxRoom.RoomTest
class FacebookPlatformTest {

  private static final String MESSAGES = "/sandbox/api/facebook/messages";
  private static final String STATE = "/sandbox/api/facebook/state";

  private final Visitor visitor;
  private final RecordingHook hook;
  private final GraphVisitor facebook;

  FacebookPlatformTest(Visitor visitor, RecordingHook hook) {
    this.visitor = visitor;
    this.hook = hook;
    this.facebook = new GraphVisitor("facebook", visitor, hook);
  }

  @BeforeEach
  void begin() throws IOException {
    facebook.beginAnew();
  }

  private static String text(String text) {
    return "{\"message\":\"" + text + "\"}";
  }

  private static String letter(String more) {
    return "{\"recipient\":{\"id\":\"501\"},\"messaging_type\":\"RESPONSE\","
        + "\"message\":{\"text\":\"Уже смотрим\",\"metadata\":\"key-1\"}"
        + more
        + "}";
  }

  @Test
  void tellsOfACommentAndSignsIt() throws IOException {
    String id = facebook.say("comment", "Где кешбэк?", "");
    String answer = facebook.say("comment", "И мой", ",\"replyTo\":\"" + id + "\"");

    List<JsonNode> told = facebook.changes("feed", 2);
    assertThat(told.get(0).path("comment_id").asText()).isEqualTo(id);
    assertThat(told.get(0).path("post_id").asText()).isEqualTo("1000002_1");
    assertThat(told.get(0).path("from").path("name").asText()).isEqualTo("Анна Ли");
    assertThat(told.get(1).path("comment_id").asText()).isEqualTo(answer);
    assertThat(told.get(1).path("parent_id").asText()).isEqualTo(id);
    RecordingHook.Heard heard = hook.from("facebook").get(0);
    byte[] body = Json.write(heard.body()).getBytes(StandardCharsets.UTF_8);
    assertThat(heard.headers())
        .containsEntry(
            "x-hub-signature-256", "sha256=" + Hmac.hex(Secret.of("sandbox-secret"), body));
  }

  @Test
  void tellsOfEditsAndRemovals() throws IOException {
    String comment = facebook.say("comment", "Было", "");
    String letter = facebook.say("private", "Было лично", "");
    for (String id : List.of(comment, letter)) {
      visitor.put(MESSAGES + "/" + id, "{\"text\":\"Стало\"}");
      visitor.delete(MESSAGES + "/" + id);
    }

    assertThat(facebook.changes("feed", 3))
        .extracting(value -> value.path("verb").asText())
        .containsExactly("add", "edited", "remove");
    assertThat(facebook.items("message_edit", 1).get(0).at("/message_edit/mid").asText())
        .isEqualTo(letter);
    assertThat(facebook.items("message", 2).get(1).at("/message/is_deleted").asBoolean()).isTrue();
  }

  @Test
  void tellsOfAMentionUnderSomebodyElsesPostWithoutItsAuthor() throws IOException {
    facebook.say("comment", "@Карта Мир", ",\"postId\":\"7000000001_7000000002\"");

    assertThat(facebook.changes("mention", 1).get(0).has("from")).isFalse();
  }

  @Test
  void servesPicturesWithoutAToken() throws IOException {
    String image = ",\"imageUrl\":\"data:image/png;base64,iVBORw0KGgo=\"";
    facebook.say("comment", "Чек", image);
    facebook.say("private", "", image);

    String inComment = facebook.changes("feed", 1).get(0).path("photo").asText();
    String inLetter =
        facebook.items("message", 1).get(0).at("/message/attachments/0/payload/url").asText();
    assertThat(visitor.bytes(inComment).body()).startsWith(0x89, 'P', 'N', 'G');
    assertThat(visitor.bytes(inLetter).body()).startsWith(0x89, 'P', 'N', 'G');
  }

  @Test
  void takesAnAnswerOnceAndTellsOfIt() throws IOException {
    String id = facebook.say("comment", "Вопрос", "");

    String made = facebook.call("POST", id + "/comments", text("Ответ")).text("id");

    assertThat(GraphVisitor.error(facebook.call("POST", id + "/comments", text("Ответ"))))
        .isEqualTo("506");
    JsonNode echo = facebook.changes("feed", 2).get(1);
    assertThat(echo.path("comment_id").asText()).isEqualTo(made);
    assertThat(echo.path("from").path("id").asText()).isEqualTo("1000002");
    JsonNode list =
        facebook
            .call("GET", "1000002_1/comments?filter=stream&order=chronological&limit=1&after=1", "")
            .json();
    assertThat(list.at("/data/0/id").asText()).isEqualTo(made);
    assertThat(list.at("/data/0/parent/id").asText()).isEqualTo(id);
    assertThat(list.path("paging").has("next")).isFalse();
  }

  @Test
  void answersPrivatelyOnlyWithinTheWindow() throws IOException {
    assertThat(GraphVisitor.error(facebook.call("POST", "1000002/messages", letter(""))))
        .isEqualTo("100/2018001");
    facebook.say("private", "Вопрос", "");

    String sent = facebook.call("POST", "1000002/messages", letter("")).text("message_id");
    JsonNode echo = facebook.items("message", 2).get(1);
    assertThat(echo.at("/message/mid").asText()).isEqualTo(sent);
    assertThat(echo.at("/message/is_echo").asBoolean()).isTrue();
    assertThat(echo.at("/message/metadata").asText()).isEqualTo("key-1");
    assertThat(facebook.items("delivery", 1).get(0).at("/delivery/mids/0").asText())
        .isEqualTo(sent);
    assertThat(hook.from("facebook").get(1).body().path("entry")).hasSize(2);

    visitor.post("/sandbox/api/clock", "{\"plus\":\"PT25H\"}");
    assertThat(GraphVisitor.error(facebook.call("POST", "1000002/messages", letter(""))))
        .isEqualTo("10/2018278");
    String tagged = ",\"messaging_type\":\"MESSAGE_TAG\",\"tag\":\"HUMAN_AGENT\"";
    String plain = letter("").replace(",\"messaging_type\":\"RESPONSE\"", "");
    String human = plain.substring(0, plain.length() - 1) + tagged + "}";
    assertThat(facebook.call("POST", "1000002/messages", human).status()).isEqualTo(200);
    assertThat(
            GraphVisitor.error(
                facebook.call(
                    "POST", "1000002/messages", human.replace("HUMAN_AGENT", "ACCOUNT_UPDATE"))))
        .isEqualTo("100");
    visitor.post("/sandbox/api/clock", "{\"plus\":\"P7D\"}");
    assertThat(GraphVisitor.error(facebook.call("POST", "1000002/messages", human)))
        .isEqualTo("10/2018278");
    JsonNode talk =
        facebook
            .call(
                "GET",
                "1000002/conversations?platform=messenger&user_id=501"
                    + "&fields=messages.limit(2)%7Bid,message,from,created_time%7D",
                "")
            .json();
    assertThat(talk.at("/data/0/messages/data")).hasSize(2);
    assertThat(talk.at("/data/0/messages/paging").has("next")).isTrue();
  }

  @Test
  void answersACommentPrivatelyOnce() throws IOException {
    String id = facebook.say("comment", "Вопрос", "");
    String answer =
        "{\"recipient\":{\"comment_id\":\"" + id + "\"},\"message\":{\"text\":\"Напишите нам\"}}";

    assertThat(facebook.call("POST", "1000002/messages", answer).text("recipient_id"))
        .isEqualTo("501");
    assertThat(GraphVisitor.error(facebook.call("POST", "1000002/messages", answer)))
        .isEqualTo("10900");
    assertThat(visitor.get(STATE).json().at("/messages/1/to").asText()).isEqualTo("501");
  }

  @Test
  void readsParametersFromTheAddressToo() throws IOException {
    String id = facebook.say("comment", "Вопрос", "");

    assertThat(
            visitor
                .call(
                    "POST",
                    "/sandbox/facebook/v26.0/" + id + "/comments?message=Yes",
                    Map.of("Authorization", "Bearer sandbox-token"),
                    "")
                .status())
        .isEqualTo(200);
  }

  @Test
  void hidesShowsAndDeletes() throws IOException {
    String id = facebook.say("comment", "Реклама", "");

    facebook.call("POST", id, "{\"is_hidden\":true}");
    assertThat(visitor.get(STATE).json().at("/messages/0/hidden").asBoolean()).isTrue();
    facebook.call("POST", id, "{\"is_hidden\":\"false\"}");
    assertThat(visitor.get(STATE).json().at("/messages/0/hidden").asBoolean()).isFalse();
    facebook.call("DELETE", id, "");
    assertThat(visitor.get(STATE).json().at("/messages/0/deleted").asBoolean()).isTrue();

    assertThat(GraphVisitor.error(facebook.call("DELETE", id, ""))).isEqualTo("100/33");
    assertThat(facebook.changes("feed", 4))
        .extracting(value -> value.path("verb").asText())
        .containsExactly("add", "hide", "unhide", "remove");
    assertThat(GraphVisitor.error(facebook.call("POST", id + "/comments", text("Ау"))))
        .isEqualTo("100/33");
  }

  @Test
  void blocksForEverUntilUnblocked() throws IOException {
    facebook.say("comment", "Брань", "");

    assertThat(
            facebook
                .call("POST", "1000002/blocked", "{\"user\":[\"501\"]}")
                .json()
                .path("501")
                .asBoolean())
        .isTrue();
    assertThat(GraphVisitor.error(facebook.call("POST", "1000002/blocked", "{\"user\":[\"404\"]}")))
        .isEqualTo("100");
    JsonNode state = visitor.get(STATE).json();
    assertThat(state.at("/bans/0/until").isNull()).isTrue();
    assertThat(visitor.post(MESSAGES, "{\"authorId\":\"501\",\"text\":\"Ещё\"}").status())
        .isEqualTo(409);
    assertThat(facebook.call("GET", "1000002/blocked", "").json().at("/data/0/id").asText())
        .isEqualTo("501");
    facebook.call("DELETE", "1000002/blocked", "{\"user\":\"501\"}");
    assertThat(visitor.get(STATE).json().path("bans")).isEmpty();
  }

  @Test
  void checksTokensVersionsAndProofs() throws IOException {
    assertThat(facebook.call("GET", "1000002?fields=name", "").text("name"))
        .isEqualTo("Карта «Мир»");
    assertThat(
            facebook
                .call("GET", "debug_token?input_token=sandbox-token", "")
                .json()
                .at("/data/is_valid")
                .asBoolean())
        .isTrue();
    assertThat(facebook.call("GET", "1000002/subscribed_apps", "").json().path("data")).hasSize(1);
    assertThat(GraphVisitor.error(facebook.call("GET", "1000002?appsecret_proof=0", "")))
        .isEqualTo("100");
    assertThat(GraphVisitor.error(facebook.call("GET", "1000002/nothing", ""))).isEqualTo("2500");
    assertThat(GraphVisitor.error(visitor.get("/sandbox/facebook/v26.0/me"))).isEqualTo("104");
    assertThat(GraphVisitor.error(visitor.get("/sandbox/facebook/v26.0/me?access_token=other")))
        .isEqualTo("190");
    assertThat(
            GraphVisitor.error(
                visitor.get("/sandbox/facebook/v20.0/me?access_token=sandbox-token")))
        .isEqualTo("2500");
  }

  @Test
  void misbehavesAsOrdered() throws IOException {
    String id = facebook.say("comment", "Вопрос", "");
    for (Map.Entry<String, String> fault :
        Map.of("rateLimit", "613", "serverError", "2", "deletedParent", "100/33").entrySet()) {
      visitor.post("/sandbox/api/facebook/faults", "{\"kind\":\"" + fault.getKey() + "\"}");
      assertThat(GraphVisitor.error(facebook.call("POST", id + "/comments", text("Ответ"))))
          .isEqualTo(fault.getValue());
    }
    visitor.post("/sandbox/api/facebook/faults", "{\"kind\":\"tokenExpired\"}");
    assertThat(GraphVisitor.error(facebook.call("GET", "me", ""))).isEqualTo("190/463");
    visitor.post("/sandbox/api/facebook/token", "");
    facebook.say("private", "Вопрос", "");
    visitor.post("/sandbox/api/facebook/faults", "{\"kind\":\"blockedByUser\"}");
    assertThat(GraphVisitor.error(facebook.call("POST", "1000002/messages", letter(""))))
        .isEqualTo("551/1545041");
    await().untilAsserted(() -> assertThat(hook.from("facebook")).hasSize(2));
  }
}
