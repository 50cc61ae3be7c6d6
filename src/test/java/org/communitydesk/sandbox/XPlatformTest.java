package org.communitydesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.communitydesk.http.Hmac;
import org.communitydesk.http.Secret;
import org.communitydesk.sandbox.world.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

@SandboxRoom.RoomTest
@DirtiesContext
@TestPropertySource(properties = "desk.channel.x.main.polling=true")
class XPlatformTest {

  private static final String MESSAGES = "/sandbox/api/x/messages";
  private static final String POST = "2090000000000000001";

  private final Visitor visitor;
  private final RecordingHook hook;

  XPlatformTest(Visitor visitor, RecordingHook hook) {
    this.visitor = visitor;
    this.hook = hook;
  }

  @BeforeEach
  void begin() throws IOException {
    visitor.post("/sandbox/api/reset", "");
    visitor.get("/sandbox/api/idle");
    hook.forget();
  }

  private String write(String kind, String text, String replyTo) throws IOException {
    return visitor
        .post(
            MESSAGES,
            "{\"authorId\":\"2222222222\",\"authorName\":\"Анна Ли\",\"kind\":\"%s\",\"text\":\"%s\",\"replyTo\":%s}"
                .formatted(kind, text, replyTo == null ? "null" : "\"" + replyTo + "\""))
        .text("messageId");
  }

  private Visitor.Answer reply(String to, String text) throws IOException {
    return visitor.x(
        "POST",
        "tweets",
        "{\"text\":\"%s\",\"reply\":{\"in_reply_to_tweet_id\":\"%s\"}}".formatted(text, to));
  }

  private List<JsonNode> events(String type) {
    return hook.from("x").stream()
        .map(heard -> heard.body().path("data"))
        .filter(data -> data.path("event_type").asText().equals(type))
        .toList();
  }

  private JsonNode heard(String type) {
    await().until(() -> !events(type).isEmpty());
    return events(type).get(0);
  }

  private boolean isIdle() throws IOException {
    return visitor.get("/sandbox/api/idle?timeout=PT0.4S").status() == 200;
  }

  @Test
  void tellsAMentionAndAReplySignedInBase64() throws IOException {
    String id = write("comment", "@mir где кешбэк?", null);

    JsonNode mention = heard("post.mention.create");
    JsonNode reply = heard("post.reply.create");
    assertThat(mention.at("/payload/id").asText()).isEqualTo(id);
    assertThat(mention.at("/payload/conversation_id").asText()).isEqualTo(POST);
    assertThat(mention.at("/includes/users/0/name").asText()).isEqualTo("Анна Ли");
    assertThat(reply.at("/payload/in_reply_to_tweet_id").asText()).isEqualTo(POST);
    assertThat(mention.path("event_uuid").isTextual()).isTrue();
    RecordingHook.Heard first = hook.from("x").get(0);
    String body = Json.write(first.body());
    assertThat(first.headers().get("x-twitter-webhooks-signature"))
        .isEqualTo(
            "sha256="
                + Hmac.base64(Secret.of("sandbox-secret"), body.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void answersTheSummonedOnlyAndEchoes() throws IOException {
    String plain = write("comment", "Где кешбэк?", null);
    String summoned = write("comment", "@mir где кешбэк?", null);

    Visitor.Answer refused = reply(plain, "Здравствуйте!");
    Visitor.Answer made = reply(summoned, "Смотрите https://mironline.ru/x");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text("detail")).contains("not been mentioned");
    assertThat(made.status()).isEqualTo(201);
    String id = made.json().at("/data/id").asText();
    JsonNode echo = heard("post.create");
    assertThat(echo.at("/payload/id").asText()).isEqualTo(id);
    assertThat(echo.at("/payload/text").asText()).isEqualTo("Смотрите https://t.co/sandbox01");
    JsonNode own =
        visitor.x("GET", "users/1000005/tweets?since_id=" + summoned, "").json().path("data");
    assertThat(own.at("/0/referenced_tweets/0/id").asText()).isEqualTo(summoned);
    assertThat(reply(summoned, "Смотрите https://mironline.ru/x").text("detail"))
        .contains("duplicate");
  }

  @Test
  void tellsNothingOfAnAnswerToSomebodyElseUntilItIsSearched() throws IOException {
    String first = write("comment", "Где кешбэк?", null);
    heard("post.reply.create");
    String deep = write("comment", "И у меня нет", first);
    assertThat(isIdle()).isFalse();

    JsonNode found =
        visitor
            .x("GET", "tweets/search/recent?query=conversation_id:" + POST, "")
            .json()
            .path("data");
    assertThat(found.at("/0/id").asText()).isEqualTo(deep);
    assertThat(isIdle()).isFalse();
    JsonNode mentions = visitor.x("GET", "users/1000005/mentions?since_id=" + POST, "").json();
    assertThat(mentions.path("data")).hasSize(1);
    assertThat(mentions.at("/meta/newest_id").asText()).isEqualTo(first);
    assertThat(isIdle()).isTrue();
    assertThat(events("post.reply.create")).hasSize(1);
  }

  @Test
  void talksPrivatelyAndEchoes() throws IOException {
    String id = write("private", "Вопрос", null);
    JsonNode event = heard("dm.received").at("/payload/direct_message_events/0");
    assertThat(event.path("id").asText()).isEqualTo(id);
    assertThat(event.path("created_timestamp").isTextual()).isTrue();

    Visitor.Answer made =
        visitor.x("POST", "dm_conversations/with/2222222222/messages", "{\"text\":\"Ответ\"}");

    assertThat(made.status()).isEqualTo(201);
    String ours = made.json().at("/data/dm_event_id").asText();
    assertThat(heard("dm.sent").at("/payload/direct_message_events/0/id").asText()).isEqualTo(ours);
    JsonNode history =
        visitor.x("GET", "dm_conversations/with/2222222222/dm_events", "").json().path("data");
    assertThat(history.at("/0/sender_id").asText()).isEqualTo("1000005");
    assertThat(visitor.x("POST", "dm_conversations/with/404/messages", "{\"text\":\"А\"}").status())
        .isEqualTo(403);
  }

  @Test
  void hidesRepliesAndShutsOutOfMessagesButDoesNotBlock() throws IOException {
    String id = write("comment", "Спам", null);

    visitor.x("PUT", "tweets/" + id + "/hidden", "{\"hidden\":true}");
    visitor.x("POST", "users/2222222222/dm/block", "");

    JsonNode state = visitor.get("/sandbox/api/x/state").json();
    assertThat(state.at("/messages/0/hidden").asBoolean()).isTrue();
    assertThat(
            visitor
                .post(MESSAGES, "{\"authorId\":\"2222222222\",\"kind\":\"private\",\"text\":\"А\"}")
                .status())
        .isEqualTo(409);
    assertThat(
            visitor
                .x("POST", "users/1000005/blocking", "{\"target_user_id\":\"2222222222\"}")
                .status())
        .isEqualTo(403);
    assertThat(visitor.x("POST", "users/1000005/muting", "{\"target_user_id\":\"5\"}").status())
        .isEqualTo(200);
  }

  @Test
  void saysWhoWeAreAndChallengesTheHook() throws IOException {
    assertThat(visitor.x("GET", "users/me", "").json().at("/data/username").asText())
        .isEqualTo("mir");
    String id =
        visitor.x("sandbox-admin-token", "GET", "webhooks", "").json().at("/data/0/id").asText();
    Visitor.Answer valid = visitor.x("sandbox-admin-token", "PUT", "webhooks/" + id, "");
    assertThat(valid.json().at("/data/valid").asBoolean()).isTrue();
    assertThat(visitor.x("wrong", "GET", "users/me", "").status()).isEqualTo(401);
  }

  @Test
  void saysTheRateOnEveryAnswer() throws IOException {
    assertThat(visitor.bytes("/sandbox/x/2/users/me").headers().firstValue("x-rate-limit-reset"))
        .isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "rateLimit, 429",
    "serverError, 503",
    "deletedParent, 404",
    "blockedByUser, 403",
    "tokenExpired, 401"
  })
  void misbehavesAsOrderedAndDoesNothing(String fault, int status) throws IOException {
    String id = write("comment", "@mir вопрос", null);
    visitor.post("/sandbox/api/x/faults", "{\"kind\":\"" + fault + "\"}");

    assertThat(reply(id, "Ответ").status()).isEqualTo(status);
    visitor.post("/sandbox/api/x/token", "");
    assertThat(reply(id, "Ответ").status()).isEqualTo(201);
  }

  @Test
  void acceptsAndBreaksTheConnection() throws IOException {
    String id = write("comment", "@mir вопрос", null);
    visitor.post("/sandbox/api/x/faults", "{\"kind\":\"acceptThenReset\"}");

    assertThatThrownBy(() -> reply(id, "Ответ")).isInstanceOf(IOException.class);
    assertThat(reply(id, "Ответ").text("detail")).contains("duplicate");
  }

  @Test
  void guardsPicturesOfPrivateMessages() throws IOException {
    visitor.post(
        MESSAGES,
        "{\"authorId\":\"2222222222\",\"kind\":\"private\",\"text\":\"\","
            + "\"imageUrl\":\"data:image/png;base64,iVBORw0KGgo=\"}");

    String url =
        heard("dm.received")
            .at(
                "/payload/direct_message_events/0/message_create/message_data/attachment/media/media_url_https")
            .asText();
    assertThat(visitor.bytes(url).statusCode()).isEqualTo(401);
    String path = url.substring(url.indexOf("/2/") + 3);
    assertThat(path).startsWith("dm_conversations/media/");
  }

  @Test
  void hearsNoEditsOfOthers() throws IOException {
    String id = write("comment", "Было", null);

    assertThat(visitor.put(MESSAGES + "/" + id, "{\"text\":\"Стало\"}").status()).isEqualTo(422);
    assertThat(visitor.delete(MESSAGES + "/" + id).status()).isEqualTo(200);
    assertThat(visitor.x("GET", "tweets/" + id, "").json().at("/errors/0/type").asText())
        .endsWith("/resource-not-found");
  }
}
