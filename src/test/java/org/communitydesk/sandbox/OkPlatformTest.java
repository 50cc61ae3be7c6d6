package org.communitydesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SandboxRoom.RoomTest
class OkPlatformTest {

  private static final String MESSAGES = "/sandbox/api/ok/messages";
  private static final String TOPIC = "156900000000001";

  private final Visitor visitor;
  private final RecordingHook hook;

  OkPlatformTest(Visitor visitor, RecordingHook hook) {
    this.visitor = visitor;
    this.hook = hook;
  }

  @BeforeEach
  void begin() throws IOException {
    visitor.post("/sandbox/api/reset", "");
    hook.forget();
  }

  private String write(String kind, String text) throws IOException {
    return visitor
        .post(
            MESSAGES,
            "{\"authorId\":\"571\",\"authorName\":\"Анна Ли\",\"kind\":\"%s\",\"text\":\"%s\"}"
                .formatted(kind, text))
        .text("messageId");
  }

  private JsonNode rest(String method, Map<String, String> more) throws IOException {
    return rest(method, more, "sandbox-application-secret");
  }

  private JsonNode rest(String method, Map<String, String> more, String secret) throws IOException {
    Map<String, String> all = new TreeMap<>(more);
    all.put("method", method);
    all.put("application_key", "SANDBOXKEY");
    all.put("format", "json");
    String sorted =
        all.entrySet().stream()
            .map(p -> p.getKey() + "=" + p.getValue())
            .collect(Collectors.joining());
    all.put("sig", md5(sorted + md5("sandbox-admin-token" + secret)));
    all.put("access_token", "sandbox-admin-token");
    String query =
        all.entrySet().stream()
            .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    Visitor.Answer answer = visitor.get("/sandbox/ok/fb.do?" + query);
    assertThat(answer.status()).isEqualTo(200);
    return answer.json();
  }

  private static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode comments(Map<String, String> more) throws IOException {
    Map<String, String> all = new TreeMap<>(more);
    all.put("discussionId", TOPIC);
    all.put("discussionType", "GROUP_TOPIC");
    return rest("discussions.getComments", all);
  }

  private JsonNode answer(String comment) throws IOException {
    return rest(
        "discussions.addDiscussionComment",
        Map.of(
            "entityId", TOPIC,
            "entityType", "GROUP_TOPIC",
            "comment", "Здравствуйте!",
            "as_admin", "true",
            "reply_to_comment_id", comment));
  }

  private Visitor.Answer send(String chat) throws IOException {
    return visitor.post(
        "/sandbox/ok/graph/me/messages/" + chat + "?access_token=sandbox-token",
        "{\"recipient\":{\"chat_id\":\"" + chat + "\"},\"message\":{\"text\":\"Ответ\"}}");
  }

  private JsonNode heard() {
    await().until(() -> !hook.from("ok").isEmpty());
    return hook.from("ok").get(0).body();
  }

  private boolean isIdle() throws IOException {
    return visitor.get("/sandbox/api/idle?timeout=PT0.3S").status() == 200;
  }

  @Test
  void tellsMessagesToTheAddressWithTheKeyAndNoSignature() throws IOException {
    String id = write("private", "Вопрос");

    JsonNode body = heard();
    assertThat(body.path("webhookType").asText()).isEqualTo("MESSAGE_CREATED");
    assertThat(body.at("/sender/user_id").asText()).isEqualTo("user:571");
    assertThat(body.at("/message/mid").asText()).isEqualTo("mid:" + id);
    assertThat(body.at("/message/seq").asLong()).isGreaterThan(1L << 53);
    assertThat(hook.from("ok").get(0).headers().keySet())
        .noneMatch(header -> header.contains("signature"));
    assertThat(visitor.get("/sandbox/ok/graph/me/info?access_token=sandbox-token").text("group_id"))
        .isEqualTo("group:1000006");
  }

  @Test
  void answersAMessageAndReadsItBack() throws IOException {
    write("private", "Вопрос");
    String chat = heard().at("/recipient/chat_id").asText();

    String mid = send(chat).text("message_id");

    JsonNode history =
        visitor
            .get("/sandbox/ok/graph/me/messages?access_token=sandbox-token&chat_id=" + chat)
            .json()
            .path("messages");
    assertThat(history).hasSize(2);
    assertThat(history.at("/0/message/mid").asText()).isEqualTo(mid);
    assertThat(history.at("/0/sender/user_id").asText()).isEqualTo("group:1000006");
    assertThat(hook.from("ok")).hasSize(1);
    assertThat(send("chat:C404").json().path("error_code").asInt()).isEqualTo(300);
  }

  @Test
  void stopsTellingWhenUnsubscribed() throws IOException {
    String graph = "/sandbox/ok/graph/me/";
    String token = "?access_token=sandbox-token";
    assertThat(visitor.get(graph + "subscriptions" + token).json().path("subscriptions"))
        .hasSize(1);
    visitor.post(graph + "unsubscribe" + token, "{\"url\":\"http://x\"}");

    write("private", "Ау");

    assertThat(isIdle()).isTrue();
    assertThat(hook.from("ok")).isEmpty();
    assertThat(visitor.get(graph + "subscriptions" + token).json().path("subscriptions")).isEmpty();
  }

  @Test
  void isIdleOnlyWhenTheReaderCameBackAfterReadingTheComment() throws IOException {
    String id = write("comment", "Где кешбэк?");
    assertThat(isIdle()).isFalse();

    JsonNode read = comments(Map.of("mark_as_read", "true"));
    assertThat(read.at("/comments/0/id").asText()).isEqualTo(id);
    assertThat(isIdle()).isFalse();
    rest("discussions.getList", Map.of("category", "GROUP"));
    assertThat(isIdle()).isTrue();

    visitor.put(MESSAGES + "/" + id, "{\"text\":\"Где мой кешбэк?\"}");
    assertThat(isIdle()).isFalse();
    assertThat(comments(Map.of()).at("/comments/0/text").asText()).isEqualTo("Где мой кешбэк?");
    assertThat(hook.from("ok")).isEmpty();
  }

  @Test
  void showsWhatIsNewAndWhatIsRemoved() throws IOException {
    String first = write("comment", "Первый");
    write("comment", "Второй");
    JsonNode list = rest("discussions.getList", Map.of()).path("discussions");
    assertThat(list.at("/0/object_id").asText()).isEqualTo(TOPIC);
    assertThat(list.at("/0/new_comments_count").asInt()).isEqualTo(2);

    visitor.delete(MESSAGES + "/" + first);
    comments(Map.of("mark_as_read", "true"));

    assertThat(comments(Map.of()).path("comments")).hasSize(1);
    assertThat(comments(Map.of("includeRemoved", "true")).at("/comments/0/type").asText())
        .isEqualTo("REMOVED");
    assertThat(
            rest("discussions.getList", Map.of()).at("/discussions/0/new_comments_count").asInt())
        .isZero();
    assertThat(answer(first).path("error_code").asInt()).isEqualTo(300);
  }

  @Test
  void goesBackPageByPage() throws IOException {
    String first = write("comment", "Первый");
    String second = write("comment", "Второй");

    JsonNode newest = comments(Map.of("count", "1", "anchor", "LAST"));
    assertThat(newest.at("/comments/0/id").asText()).isEqualTo(second);
    assertThat(newest.path("has_more").asBoolean()).isTrue();
    JsonNode before = comments(Map.of("count", "1", "anchor", newest.path("anchor").asText()));
    assertThat(before.at("/comments/0/id").asText()).isEqualTo(first);
    assertThat(before.path("has_more").asBoolean()).isFalse();
  }

  @Test
  void publishesAsTheGroupAndDeletes() throws IOException {
    String asked = write("comment", "Вопрос");

    String id = answer(asked).path("id").asText();

    JsonNode ours = comments(Map.of()).at("/comments/1");
    assertThat(ours.path("id").asText()).isEqualTo(id);
    assertThat(ours.path("author_ref").asText()).isEqualTo("group:1000006");
    assertThat(ours.path("reply_to_comment_id").asText()).isEqualTo(asked);
    rest(
        "discussions.deleteDiscussionComment",
        Map.of(
            "discussionId",
            TOPIC,
            "discussionType",
            "GROUP_TOPIC",
            "comment_id",
            asked,
            "block_author",
            "true"));
    JsonNode state = visitor.get("/sandbox/api/ok/state").json();
    assertThat(state.at("/messages/0/deleted").asBoolean()).isTrue();
    assertThat(state.at("/bans/0/userId").asText()).isEqualTo("571");
    JsonNode membership =
        rest("group.getUserGroupsByIds", Map.of("group_id", "1000006", "uids", "571,572"));
    assertThat(membership.at("/0/status").asText()).isEqualTo("BLOCKED");
    assertThat(membership.at("/1/status").asText()).isEqualTo("ACTIVE");
  }

  @Test
  void refusesInItsOwnWords() throws IOException {
    assertThat(rest("discussions.getList", Map.of(), "wrong").path("error_code").asInt())
        .isEqualTo(104);
    assertThat(rest("group.ban", Map.of()).path("error_code").asInt()).isEqualTo(3);
    visitor.post("/sandbox/api/ok/faults", "{\"kind\":\"tokenExpired\"}");
    assertThat(rest("discussions.getList", Map.of()).path("error_code").asInt()).isEqualTo(102);
    assertThat(send("chat:C1").json().path("error_code").asInt()).isEqualTo(102);
  }

  @ParameterizedTest
  @CsvSource({"rateLimit, 11", "serverError, 2", "deletedParent, 300", "blockedByUser, 458"})
  void misbehavesAsOrderedAndDoesNothing(String fault, int code) throws IOException {
    String asked = write("comment", "Вопрос");
    visitor.post("/sandbox/api/ok/faults", "{\"kind\":\"" + fault + "\"}");

    assertThat(answer(asked).path("error_code").asInt()).isEqualTo(code);
    assertThat(comments(Map.of()).path("comments")).hasSize(1);
    assertThat(answer(asked).has("id")).isTrue();
  }

  @Test
  void acceptsAndBreaksTheConnection() throws IOException {
    write("private", "Вопрос");
    String chat = heard().at("/recipient/chat_id").asText();
    visitor.post("/sandbox/api/ok/faults", "{\"kind\":\"acceptThenReset\"}");

    assertThatThrownBy(() -> send(chat)).isInstanceOf(IOException.class);
    assertThat(visitor.get("/sandbox/api/ok/state").json().path("messages")).hasSize(2);
  }

  @Test
  void servesPicturesOfUsers() throws IOException {
    visitor.post(
        MESSAGES,
        "{\"authorId\":\"571\",\"kind\":\"private\",\"text\":\"\","
            + "\"imageUrl\":\"data:image/png;base64,iVBORw0KGgo=\"}");

    String url = heard().at("/message/attachments/0/payload/url").asText();
    assertThat(visitor.bytes(url).body()).startsWith(0x89, 'P', 'N', 'G');
  }
}
