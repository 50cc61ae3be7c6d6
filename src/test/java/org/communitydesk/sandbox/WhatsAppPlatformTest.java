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
class WhatsAppPlatformTest {

  private static final String PHONE = "79160000001";
  private static final String SCOPED = "RU.13491208655302741918";
  private static final String CONTROL = "/sandbox/api/whatsapp/";
  private static final String GRAPH = "/sandbox/whatsapp/v26.0/";
  private static final Map<String, String> KEY = Map.of("Authorization", "Bearer sandbox-token");

  private final Visitor visitor;
  private final RecordingHook hook;

  WhatsAppPlatformTest(Visitor visitor, RecordingHook hook) {
    this.visitor = visitor;
    this.hook = hook;
  }

  @BeforeEach
  void begin() throws IOException {
    visitor.post("/sandbox/api/reset", "");
    visitor.get("/sandbox/api/idle");
    hook.forget();
  }

  private String write(String person, String text) throws IOException {
    return visitor
        .post(
            CONTROL + "messages",
            "{\"authorId\":\"%s\",\"authorName\":\"Анна Ли\",\"kind\":\"private\",\"text\":\"%s\"}"
                .formatted(person, text))
        .text("messageId");
  }

  private Visitor.Answer call(String verb, String path, String json) throws IOException {
    return visitor.call(verb, GRAPH + path, KEY, json);
  }

  private Visitor.Answer send(String type, String content) throws IOException {
    return call("POST", "1000004/messages", message("\"to\":\"+7 916 000-00-01\"", type, content));
  }

  private static String message(String whom, String type, String content) {
    return "{\"messaging_product\":\"whatsapp\",%s,\"type\":\"%s\",\"%s\":%s,\"biz_opaque_callback_data\":\"key-1\"}"
        .formatted(whom, type, type, content);
  }

  private Visitor.Answer send(String text) throws IOException {
    return send("text", "{\"body\":\"" + text + "\"}");
  }

  private List<JsonNode> values(String part, int count) {
    await().until(() -> values(part).size() >= count);
    return values(part);
  }

  private List<JsonNode> values(String part) {
    return hook.from("whatsapp").stream()
        .map(heard -> heard.body().at("/entry/0/changes/0/value"))
        .filter(value -> value.has(part))
        .toList();
  }

  private JsonNode message(int index) {
    return values("messages", index + 1).get(index).at("/messages/0");
  }

  private JsonNode state() throws IOException {
    return visitor.get(CONTROL + "state").json();
  }

  private static void refused(Visitor.Answer answer, int code) {
    assertThat(answer.json().at("/error/code").asInt()).isEqualTo(code);
  }

  private static String accepted(Visitor.Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    return answer.json().at("/messages/0/id").asText();
  }

  @Test
  void deliversAMessageWithThePhoneNumber() throws IOException {
    String id = write(PHONE, "Где моя карта?");

    JsonNode value = values("messages", 1).get(0);
    assertThat(value.at("/metadata/phone_number_id").asText()).isEqualTo("1000004");
    assertThat(value.at("/contacts/0/wa_id").asText()).isEqualTo(PHONE);
    assertThat(value.at("/contacts/0/profile/name").asText()).isEqualTo("Анна Ли");
    assertThat(value.at("/messages/0/id").asText()).isEqualTo(id).startsWith("wamid.");
    assertThat(value.at("/messages/0/from").asText()).isEqualTo(PHONE);
    assertThat(value.at("/messages/0/timestamp").isTextual()).isTrue();
    RecordingHook.Heard heard = hook.from("whatsapp").get(0);
    assertThat(heard.body().at("/entry/0/id").asText()).isEqualTo("2000004");
    assertThat(heard.headers())
        .containsEntry(
            "x-hub-signature-256",
            "sha256="
                + Hmac.hex(
                    Secret.of("sandbox-secret"),
                    Json.write(heard.body()).getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void deliversAMessageWithoutThePhoneNumberAndTakesTheAnswer() throws IOException {
    write(SCOPED, "Где моя карта?");

    JsonNode value = values("messages", 1).get(0);
    assertThat(value.at("/contacts/0/user_id").asText()).isEqualTo(SCOPED);
    assertThat(value.at("/contacts/0").has("wa_id")).isFalse();
    assertThat(value.at("/messages/0/from_user_id").asText()).isEqualTo(SCOPED);
    assertThat(value.at("/messages/0").has("from")).isFalse();
    String whom = "\"recipient\":\"" + SCOPED + "\"";
    Visitor.Answer sent =
        call("POST", "1000004/messages", message(whom, "text", "{\"body\":\"Едет\"}"));
    accepted(sent);
    assertThat(sent.json().at("/contacts/0/user_id").asText()).isEqualTo(SCOPED);
    JsonNode status = values("statuses", 1).get(0).at("/statuses/0");
    assertThat(status.path("recipient_user_id").asText()).isEqualTo(SCOPED);
    assertThat(status.has("recipient_id")).isFalse();
  }

  @Test
  void tellsWhatBecomesOfAMessageAndNeverEchoes() throws IOException {
    String asked = write(PHONE, "Вопрос");

    String id = accepted(send("Ответ"));

    List<JsonNode> told = values("statuses", 3);
    assertThat(told)
        .extracting(value -> value.at("/statuses/0/status").asText())
        .containsExactly("sent", "delivered", "read");
    assertThat(told).allMatch(value -> value.at("/statuses/0/id").asText().equals(id));
    assertThat(told)
        .allMatch(v -> v.at("/statuses/0/biz_opaque_callback_data").asText().equals("key-1"));
    assertThat(values("messages")).hasSize(1);
    assertThat(state().at("/messages/1/to").asText()).isEqualTo(PHONE);
    accepted(
        call(
            "POST",
            "1000004/messages",
            message(
                "\"to\":\"%s\",\"context\":{\"message_id\":\"%s\"}".formatted(PHONE, asked),
                "text",
                "{\"body\":\"Именно\"}")));
    assertThat(state().at("/messages/2/replyTo").asText()).isEqualTo(asked);
    JsonNode history =
        call("GET", "1000004/message_history?message_id=" + id.replace("=", "%3D"), "").json();
    assertThat(history.findValuesAsText("delivery_status"))
        .containsExactly("SENT", "DELIVERED", "READ");
  }

  @Test
  void leavesOutTheCallbackDataWhenToldSo() throws IOException {
    write(PHONE, "Вопрос");
    visitor.put(CONTROL + "switches", "{\"callbackData\":false}");

    send("Ответ");

    assertThat(values("statuses", 3))
        .noneMatch(value -> value.at("/statuses/0").has("biz_opaque_callback_data"));
  }

  @Test
  void deliversTwiceAndTogetherWhenToldSo() throws IOException {
    visitor.put(CONTROL + "switches", "{\"twice\":true,\"together\":3}");

    write(PHONE, "Раз");
    write(SCOPED, "Два");
    assertThat(visitor.get("/sandbox/api/idle").status()).isEqualTo(200);
    assertThat(values("messages")).isEmpty();
    write(PHONE, "Три");

    List<JsonNode> values = values("messages", 2);
    assertThat(values.get(0)).isEqualTo(values.get(1));
    assertThat(values.get(0).path("messages")).hasSize(3);
    assertThat(values.get(0).path("contacts")).hasSize(2);
    write(PHONE, "Четыре");
    visitor.put(CONTROL + "switches", "{\"twice\":false,\"together\":1}");
    assertThat(values("messages", 3).get(2).at("/messages/0/text/body").asText())
        .isEqualTo("Четыре");
  }

  @Test
  void tellsOfEditsRemovalsReactionsAndWhatItDoesNotShow() throws IOException {
    String id = write(PHONE, "Было");
    visitor.put(CONTROL + "messages/" + id, "{\"text\":\"Стало\"}");
    visitor.delete(CONTROL + "messages/" + id);
    String anything =
        visitor
            .post(
                CONTROL + "anything",
                "{\"authorId\":\"%s\",\"message\":{\"type\":\"unsupported\",\"errors\":[{\"code\":131051}]}}"
                    .formatted(PHONE))
            .text("messageId");

    JsonNode edit = message(1);
    assertThat(edit.path("type").asText()).isEqualTo("edit");
    assertThat(edit.path("id").asText()).isNotEqualTo(id);
    assertThat(edit.at("/edit/original_message_id").asText()).isEqualTo(id);
    assertThat(edit.at("/edit/message/text/body").asText()).isEqualTo("Стало");
    assertThat(message(2).at("/revoke/original_message_id").asText()).isEqualTo(id);
    assertThat(message(3).path("id").asText()).isEqualTo(anything);
    assertThat(message(3).path("type").asText()).isEqualTo("unsupported");
  }

  @Test
  void opensTheLinkOfAPictureForTheTokenOnly() throws IOException {
    visitor.post(
        CONTROL + "messages",
        "{\"authorId\":%s,\"kind\":\"private\",\"text\":\"Чек\",\"imageUrl\":\"data:image/png;base64,iVBORw0KGgo=\"}"
            .formatted(PHONE));

    JsonNode image = message(0).path("image");
    assertThat(image.path("caption").asText()).isEqualTo("Чек");
    JsonNode media = call("GET", image.path("id").asText(), "").json();
    assertThat(media.path("file_size").asInt()).isEqualTo(8);
    assertThat(media.path("sha256").asText()).hasSize(64);
    String link = media.path("url").asText();
    assertThat(visitor.bytes(link).statusCode()).isEqualTo(401);
    refused(call("GET", "77", ""), 100);
  }

  @Test
  void sendsWhatWasUploadedAndNothingElse() throws IOException {
    write(PHONE, "Вопрос");

    refused(send("image", "{\"id\":\"77\"}"), 131009);
    accepted(send("document", "{\"link\":\"http://localhost/rules.pdf\",\"caption\":\"Правила\"}"));
    refused(send("video", "{\"id\":\"77\"}"), 131051);
    refused(send(" "), 131008);
    refused(send("я".repeat(4097)), 100);
    assertThat(state().at("/messages/1/attachments")).hasSize(1);
  }

  @Test
  void takesOnlyApprovedTemplatesWhenADayHasPassed() throws IOException {
    write(PHONE, "Вопрос");
    visitor.post("/sandbox/api/clock", "{\"plus\":\"P1D\"}");

    refused(send("Ответ"), 131047);
    String template = "{\"name\":\"%s\",\"language\":{\"code\":\"ru\"}}";
    accepted(send("template", template.formatted("answer_is_ready")));
    refused(send("template", template.formatted("answer_by_name")), 132000);
    refused(send("template", template.formatted("spring_offer")), 132001);
    refused(send("template", template.formatted("old_greeting")), 132015);
    assertThat(state().at("/messages/1/text").asText()).startsWith("Здравствуйте!");
    JsonNode approved =
        call("GET", "2000004/message_templates?status=APPROVED", "").json().path("data");
    assertThat(approved).hasSize(3);
    refused(call("GET", "1000004/message_templates", ""), 100);
    write(PHONE, "Я здесь");
    accepted(send("Ответ"));
  }

  @Test
  void blocksOnlyWhoWroteWithinADay() throws IOException {
    String block =
        "{\"messaging_product\":\"whatsapp\",\"block_users\":[{\"user\":\"+79160000001\"},{\"user\":\"+79160000002\"}]}";
    write(PHONE, "Реклама");

    JsonNode answer = call("POST", "1000004/block_users", block).json();

    assertThat(answer.at("/block_users/added_users/0/wa_id").asText()).isEqualTo(PHONE);
    assertThat(answer.at("/block_users/failed_users/0/wa_id").asText()).isEqualTo("79160000002");
    assertThat(answer.at("/error/code").asInt()).isEqualTo(139100);
    assertThat(call("GET", "1000004/block_users", "").json().at("/data/0/wa_id").asText())
        .isEqualTo(PHONE);
    assertThat(state().at("/bans/0/userId").asText()).isEqualTo(PHONE);
    refused(send("Ответ"), 131026);
    assertThat(
            visitor
                .post(
                    CONTROL + "messages",
                    "{\"authorId\":\"%s\",\"kind\":\"private\",\"text\":\"Ещё\"}".formatted(PHONE))
                .status())
        .isEqualTo(409);
    assertThat(call("DELETE", "1000004/block_users", block).json().at("/block_users/removed_users"))
        .hasSize(2);
    assertThat(state().path("bans")).isEmpty();
    accepted(send("Ответ"));
  }

  @Test
  void tellsLaterThatAMessageCouldNotBeDelivered() throws IOException {
    write(PHONE, "Вопрос");
    String reach = "{\"userId\":\"" + PHONE + "\",\"reach\":\"%s\"}";
    visitor.put(CONTROL + "reach", reach.formatted("unreachable"));

    String id = accepted(send("Ответ"));

    JsonNode status = values("statuses", 1).get(0).at("/statuses/0");
    assertThat(status.path("id").asText()).isEqualTo(id);
    assertThat(status.path("status").asText()).isEqualTo("failed");
    assertThat(status.at("/errors/0/code").asInt()).isEqualTo(131026);
    visitor.put(CONTROL + "reach", reach.formatted("left"));
    refused(send("Ответ"), 131026);
  }

  @Test
  void hearsNothingWithoutASubscription() throws IOException {
    assertThat(call("GET", "1000004", "").json().path("verified_name").asText())
        .isEqualTo("Карта «Мир»");
    assertThat(call("GET", "2000004/subscribed_apps", "").json().path("data")).hasSize(1);

    call("DELETE", "2000004/subscribed_apps", "");

    assertThat(call("GET", "2000004/subscribed_apps", "").json().path("data")).isEmpty();
    write(PHONE, "Ау");
    assertThat(visitor.get("/sandbox/api/idle").status()).isEqualTo(200);
    assertThat(hook.from("whatsapp")).isEmpty();
    call("POST", "2000004/subscribed_apps", "");
    write(PHONE, "Ау");
    values("messages", 1);
  }

  @ParameterizedTest
  @CsvSource({"rateLimit, 130429", "serverError, 2", "blockedByUser, 131026", "tokenExpired, 190"})
  void refusesAndDoesNothing(String kind, int code) throws IOException {
    write(PHONE, "Вопрос");
    visitor.post(CONTROL + "faults", "{\"kind\":\"" + kind + "\"}");

    refused(send("Ответ"), code);
    assertThat(state().path("messages")).hasSize(1);
    visitor.post(CONTROL + "token", "");
    accepted(send("Ответ"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"acceptThenTimeout", "acceptThenReset"})
  void acceptsWithoutAnAnswerAndStillSendsTheStatuses(String kind) throws IOException {
    write(PHONE, "Вопрос");
    visitor.post(CONTROL + "faults", "{\"kind\":\"" + kind + "\"}");
    String body = message("\"to\":\"" + PHONE + "\"", "text", "{\"body\":\"Ответ\"}");

    assertThatThrownBy(
            () ->
                visitor.call("POST", GRAPH + "1000004/messages", KEY, body, Duration.ofSeconds(2)))
        .isInstanceOf(IOException.class);
    assertThat(values("statuses", 1).get(0).at("/statuses/0/id").asText())
        .isEqualTo(state().at("/messages/1/id").asText());
  }

  @Test
  void knowsNoCommentsAndNoNamesForIds() throws IOException {
    assertThat(visitor.post(CONTROL + "messages", "{\"authorId\":\"5\",\"text\":\"x\"}").status())
        .isEqualTo(422);
    assertThat(
            visitor
                .post(
                    CONTROL + "messages",
                    "{\"authorId\":\"anna\",\"kind\":\"private\",\"text\":\"x\"}")
                .status())
        .isEqualTo(400);
  }
}
