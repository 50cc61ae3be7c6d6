package org.communitydesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.communitydesk.http.Hmac;
import org.communitydesk.http.Secret;
import org.communitydesk.sandbox.world.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SandboxRoom.RoomTest
class ViberPlatformTest {

  private static final String USER = "01234567890A=";
  private static final String MESSAGES = "/sandbox/api/viber/messages";
  private static final Map<String, String> KEY = Map.of("X-Viber-Auth-Token", "sandbox-secret");

  private final Visitor visitor;
  private final RecordingHook hook;

  ViberPlatformTest(Visitor visitor, RecordingHook hook) {
    this.visitor = visitor;
    this.hook = hook;
  }

  @BeforeEach
  void begin() throws IOException {
    visitor.post("/sandbox/api/reset", "");
    visitor.get("/sandbox/api/idle");
    hook.forget();
  }

  private String write(String text) throws IOException {
    return visitor
        .post(
            MESSAGES,
            "{\"authorId\":\"%s\",\"authorName\":\"Анна Ли\",\"kind\":\"private\",\"text\":\"%s\"}"
                .formatted(USER, text))
        .text("messageId");
  }

  private Visitor.Answer call(String method, String json) throws IOException {
    return visitor.call("POST", "/sandbox/viber/pa/" + method, KEY, json);
  }

  private static String text(String text) {
    return "{\"receiver\":\"%s\",\"sender\":{\"name\":\"Карта\"},\"type\":\"text\",\"text\":\"%s\",\"tracking_data\":\"key-1\"}"
        .formatted(USER, text);
  }

  private void order(String kind) throws IOException {
    visitor.post("/sandbox/api/viber/faults", "{\"kind\":\"" + kind + "\"}");
  }

  private List<JsonNode> newest(String event, int count) {
    await().until(() -> hook.bodies(event).size() >= count);
    return hook.bodies(event);
  }

  private JsonNode state() throws IOException {
    return visitor.get("/sandbox/api/viber/state").json();
  }

  private static void refused(Visitor.Answer answer, int status) {
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    assertThat(answer.text("status_message")).isNotBlank();
  }

  @Test
  void signsWhatItDelivers() throws IOException {
    String id = write("Где моя карта?");

    JsonNode message = newest("message", 1).get(0);
    assertThat(message.path("message_token").isIntegralNumber()).isTrue();
    assertThat(message.path("message_token").asText()).isEqualTo(id);
    assertThat(message.path("message_token").asLong()).isGreaterThan(1L << 53);
    assertThat(message.at("/sender/id").asText()).isEqualTo(USER);
    assertThat(message.at("/message/text").asText()).isEqualTo("Где моя карта?");
    hook.from("viber")
        .forEach(
            heard ->
                assertThat(heard.headers())
                    .containsEntry(
                        "x-viber-content-signature",
                        Hmac.hex(
                            Secret.of("sandbox-secret"),
                            Json.write(heard.body()).getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void opensTheChatOnceBeforeTheFirstMessage() throws IOException {
    write("Раз");
    write("Два");

    List<JsonNode> messages = newest("message", 2);
    assertThat(hook.bodies("conversation_started")).hasSize(1);
    assertThat(hook.from("viber").get(0).body().path("event").asText())
        .isEqualTo("conversation_started");
    assertThat(messages).extracting(m -> m.path("timestamp").isTextual()).containsOnly(true, false);
  }

  @Test
  void repeatsUntilTheHookAnswersTwoHundred() throws IOException {
    write("Раз");
    newest("message", 1);
    hook.forget();
    hook.answerOnce(204, "");
    hook.answerOnce(500, "");

    write("Ау");

    List<JsonNode> heard = newest("message", 3);
    assertThat(heard).containsOnly(heard.get(0));
  }

  @Test
  void tellsWhatBecomesOfAMessageAndReturnsItsTrackingData() throws IOException {
    write("Вопрос");
    JsonNode sent = call("send_message", text("Ответ")).json();

    assertThat(sent.path("status").asInt(-1)).isZero();
    for (String receipt : List.of("delivered", "seen")) {
      assertThat(newest(receipt, 1).get(0).path("message_token"))
          .isEqualTo(sent.path("message_token"));
      assertThat(hook.bodies(receipt).get(0).path("user_id").asText()).isEqualTo(USER);
    }
    write("Спасибо");
    write("Ещё вопрос");
    List<JsonNode> messages = newest("message", 3);
    assertThat(messages.get(1).at("/message/tracking_data").asText()).isEqualTo("key-1");
    assertThat(messages.get(2).path("message").has("tracking_data")).isFalse();
    JsonNode answer = state().path("messages").get(1);
    assertThat(answer.path("id").asText()).isEqualTo(sent.path("message_token").asText());
    assertThat(answer.path("to").asText()).isEqualTo(USER);
  }

  @Test
  void tellsLaterThatAMessageCouldNotBeDelivered() throws IOException {
    write("Вопрос");
    visitor.put("/sandbox/api/viber/reach", reach("unreachable"));

    JsonNode sent = call("send_message", text("Ответ")).json();

    assertThat(newest("failed", 1).get(0).path("message_token"))
        .isEqualTo(sent.path("message_token"));
    assertThat(hook.bodies("delivered")).isEmpty();
  }

  @Test
  void refusesAPersonWhoHasLeftUntilHeWritesAgain() throws IOException {
    refused(call("send_message", text("Ответ")), 5);
    write("Вопрос");
    visitor.put("/sandbox/api/viber/reach", reach("left"));

    refused(call("send_message", text("Ответ")), 6);
    assertThat(newest("unsubscribed", 1).get(0).path("user_id").asText()).isEqualTo(USER);
    visitor.put("/sandbox/api/viber/reach", reach("reachable"));
    assertThat(newest("subscribed", 1).get(0).at("/user/id").asText()).isEqualTo(USER);
    visitor.put("/sandbox/api/viber/reach", reach("left"));
    write("Передумала");
    assertThat(call("send_message", text("Ответ")).json().path("status").asInt(-1)).isZero();
    assertThat(visitor.put("/sandbox/api/viber/reach", reach("asleep")).status()).isEqualTo(400);
    assertThat(visitor.put("/sandbox/api/vk/reach", reach("left")).status()).isEqualTo(422);
  }

  private static String reach(String reach) {
    return "{\"userId\":\"" + USER + "\",\"reach\":\"" + reach + "\"}";
  }

  @Test
  void stopsABotThatSpeaksToOneWhoDoesNotAnswer() throws IOException {
    write("Вопрос");
    for (int i = 0; i < 100; i++) {
      call("send_message", text("Ответ " + i));
    }

    refused(call("send_message", text("Ещё")), 12);
    write("Хватит");
    assertThat(call("send_message", text("Простите")).json().path("status").asInt(-1)).isZero();
  }

  @Test
  void checksWhatItIsGiven() throws IOException {
    write("Вопрос");

    refused(visitor.post("/sandbox/viber/pa/send_message", text("Ответ")), 2);
    refused(call("send_message", "not json"), 3);
    refused(call("send_message", text("")), 4);
    refused(call("send_message", text("я".repeat(7001))), 3);
    refused(call("send_message", text("я").replace("Карта", "я".repeat(29))), 3);
    refused(call("send_message", text("я").replace("\"text\"", "\"video\"")), 3);
    assertThat(call("send_message", text("я".repeat(7000))).json().path("status").asInt()).isZero();
  }

  @Test
  void carriesPicturesByAddressOnly() throws IOException {
    visitor.post(
        MESSAGES,
        "{\"authorId\":\"%s\",\"kind\":\"private\",\"text\":\"Чек\",\"imageUrl\":\"data:image/png;base64,iVBORw0KGgo=\"}"
            .formatted(USER));

    JsonNode message = newest("message", 1).get(0).path("message");
    assertThat(message.path("type").asText()).isEqualTo("picture");
    assertThat(message.path("text").asText()).isEqualTo("Чек");
    assertThat(visitor.bytes(message.path("media").asText()).body())
        .startsWith(0x89, 'P', 'N', 'G');
    String picture =
        "{\"receiver\":\"%s\",\"sender\":{\"name\":\"Карта\"},\"type\":\"picture\",\"text\":\"Схема\",\"media\":\"%s\"}";
    refused(call("send_message", picture.formatted(USER, "data:image/png;base64,iVBORw0KGgo=")), 3);
    call("send_message", picture.formatted(USER, "http://localhost/scheme.png"));
    assertThat(state().at("/messages/1/attachments")).hasSize(1);
  }

  @Test
  void setsAWebhookOnlyWhereTwoHundredIsAnswered() throws IOException {
    JsonNode info = call("get_account_info", "{}").json();
    String own = info.path("webhook").asText();
    assertThat(own).endsWith("/hooks/viber/main");
    hook.answerOnce(500, "");
    String set = "{\"url\":\"" + own + "\",\"event_types\":[\"failed\"]}";

    refused(call("set_webhook", set), 1);
    JsonNode done = call("set_webhook", set).json();

    assertThat(done.path("event_types").toString()).contains("failed").doesNotContain("seen");
    assertThat(hook.bodies("webhook")).hasSize(2);
    write("Вопрос");
    call("send_message", text("Ответ"));
    newest("message", 1);
    assertThat(visitor.get("/sandbox/api/idle").status()).isEqualTo(200);
    assertThat(hook.bodies("delivered")).isEmpty();
    call("set_webhook", "{\"url\":\"\"}");
    assertThat(
            visitor
                .post(MESSAGES, "{\"authorId\":\"5\",\"kind\":\"private\",\"text\":\"Ау\"}")
                .status())
        .isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource({"rateLimit, 12", "serverError, 99", "blockedByUser, 6", "tokenExpired, 2"})
  void refusesAndDoesNothing(String kind, int status) throws IOException {
    write("Вопрос");
    order(kind);

    refused(call("send_message", text("Ответ")), status);
    assertThat(state().path("messages")).hasSize(1);
    visitor.post("/sandbox/api/viber/token", "");
    assertThat(call("send_message", text("Ответ")).json().path("status").asInt(-1)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"acceptThenTimeout", "acceptThenReset"})
  void acceptsWithoutAnAnswerAndStillTellsWhatBecameOfIt(String kind) throws IOException {
    write("Вопрос");
    order(kind);

    assertThatThrownBy(
            () ->
                visitor.call(
                    "POST",
                    "/sandbox/viber/pa/send_message",
                    KEY,
                    text("Ответ"),
                    Duration.ofSeconds(2)))
        .isInstanceOf(IOException.class);
    assertThat(newest("delivered", 1).get(0).path("message_token").asText())
        .isEqualTo(state().at("/messages/1/id").asText());
  }

  @Test
  void knowsNeitherCommentsNorEditsNorRemovals() throws IOException {
    String id = write("Вопрос");

    assertThat(visitor.put(MESSAGES + "/" + id, "{\"text\":\"Другой\"}").status()).isEqualTo(422);
    assertThat(visitor.delete(MESSAGES + "/" + id).status()).isEqualTo(422);
    assertThat(visitor.post(MESSAGES, "{\"authorId\":\"5\",\"text\":\"Ау\"}").status())
        .isEqualTo(422);
  }
}
