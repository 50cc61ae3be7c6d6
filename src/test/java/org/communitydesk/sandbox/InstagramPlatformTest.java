package org.communitydesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SandboxRoom.RoomTest
class InstagramPlatformTest {

  private static final String MESSAGES = "/sandbox/api/instagram/messages";
  private static final String STATE = "/sandbox/api/instagram/state";
  private static final String FOREIGN = "17999999999999999";

  private final Visitor visitor;
  private final GraphVisitor instagram;

  InstagramPlatformTest(Visitor visitor, RecordingHook hook) {
    this.visitor = visitor;
    this.instagram = new GraphVisitor("instagram", visitor, hook);
  }

  @BeforeEach
  void begin() throws IOException {
    instagram.beginAnew();
  }

  private static String text(String text) {
    return "{\"message\":\"" + text + "\"}";
  }

  private static String letter(String text) {
    return "{\"recipient\":{\"id\":\"501\"},\"message\":{\"text\":\"" + text + "\"}}";
  }

  @Test
  void tellsOfCommentsAndAnswers() throws IOException {
    String id = instagram.say("comment", "Где кешбэк?", "");
    String answer = instagram.call("POST", id + "/replies", text("Уже смотрим")).text("id");

    List<JsonNode> told = instagram.changes("comments", 2);
    assertThat(told.get(0).path("id").asText()).isEqualTo(id);
    assertThat(told.get(0).has("parent_id")).isFalse();
    assertThat(told.get(1).path("parent_id").asText()).isEqualTo(id);
    assertThat(told.get(1).at("/from/id").asText()).isEqualTo("1000003");
    assertThat(instagram.call("GET", id + "/replies", "").json().at("/data/0/id").asText())
        .isEqualTo(answer);
  }

  @Test
  void keepsTextsOnlyAndTellsNothingOfRemovals() throws IOException {
    String id = instagram.say("comment", "Было", "");

    assertThat(visitor.put(MESSAGES + "/" + id, "{\"text\":\"Стало\"}").status()).isEqualTo(422);
    assertThat(
            visitor
                .post(
                    MESSAGES,
                    "{\"authorId\":\"501\",\"text\":\"\","
                        + "\"imageUrl\":\"data:image/png;base64,iVBORw0KGgo=\"}")
                .status())
        .isEqualTo(422);
    visitor.delete(MESSAGES + "/" + id);
    instagram.say("comment", "Второй", "");
    assertThat(instagram.changes("comments", 2)).hasSize(2);
    assertThat(GraphVisitor.error(instagram.call("POST", id + "/replies", text("Ау"))))
        .isEqualTo("100/33");
  }

  @Test
  void givesTheWordsOfAMentionOnlyWhenAsked() throws IOException {
    String id = instagram.say("comment", "Привет, @mir", ",\"postId\":\"" + FOREIGN + "\"");

    JsonNode told = instagram.changes("mentions", 1).get(0);
    assertThat(told.path("comment_id").asText()).isEqualTo(id);
    assertThat(told.has("text")).isFalse();
    JsonNode asked =
        instagram
            .call("GET", "1000003?fields=mentioned_comment.comment_id(" + id + ")%7Btext%7D", "")
            .json();
    assertThat(asked.at("/mentioned_comment/text").asText()).isEqualTo("Привет, @mir");
    String answer =
        "{\"media_id\":\"" + FOREIGN + "\",\"comment_id\":\"" + id + "\",\"message\":\"Да\"}";
    assertThat(instagram.call("POST", "1000003/mentions", answer).status()).isEqualTo(200);
    assertThat(GraphVisitor.error(instagram.call("POST", id + "/replies", text("Да"))))
        .isEqualTo("100/33");
  }

  @Test
  void countsBytesAndReturnsNoMetadata() throws IOException {
    instagram.say("private", "Вопрос", "");

    assertThat(
            GraphVisitor.error(instagram.call("POST", "1000002/messages", letter("я".repeat(501)))))
        .isEqualTo("100");
    String sent =
        instagram
            .call(
                "POST",
                "1000002/messages",
                letter("Да").replace("\"text\"", "\"metadata\":\"k\",\"text\""))
            .text("message_id");
    JsonNode echo = instagram.items("message", 2).get(1).path("message");
    assertThat(echo.path("mid").asText()).isEqualTo(sent);
    assertThat(echo.has("metadata")).isFalse();
    instagram.say("private", "Спасибо", "");
    assertThat(instagram.items("read", 1).get(0).at("/read/mid").asText()).isEqualTo(sent);

    visitor.post("/sandbox/api/clock", "{\"plus\":\"PT25H\"}");
    assertThat(GraphVisitor.error(instagram.call("POST", "1000002/messages", letter("Поздно"))))
        .isEqualTo("10/2534022");
  }

  @Test
  void hidesWithoutAWordAndBlocksOnlyWhoHasWrittenPrivately() throws IOException {
    String id = instagram.say("comment", "Реклама", "");
    instagram.call("POST", id, "{\"hide\":true}");
    assertThat(visitor.get(STATE).json().at("/messages/0/hidden").asBoolean()).isTrue();

    String block = "{\"user_ids\":[{\"id\":\"501\"}],\"actions\":[\"block_user\"]}";
    assertThat(GraphVisitor.error(instagram.call("POST", "1000002/moderate_conversations", block)))
        .isEqualTo("1");
    instagram.say("private", "Вопрос", "");
    assertThat(
            instagram
                .call("POST", "1000002/moderate_conversations", block)
                .json()
                .path("success")
                .asBoolean())
        .isTrue();
    assertThat(visitor.get(STATE).json().path("bans")).hasSize(1);
    instagram.call(
        "POST", "1000002/moderate_conversations", block.replace("block_user", "unblock_user"));
    assertThat(visitor.get(STATE).json().path("bans")).isEmpty();
  }

  @Test
  void tellsOfUnsentMessagesAndKnowsItself() throws IOException {
    String id = instagram.say("private", "Ой", "");
    visitor.delete(MESSAGES + "/" + id);

    assertThat(instagram.items("message", 2).get(1).at("/message/is_deleted").asBoolean()).isTrue();
    assertThat(instagram.call("GET", "1000003?fields=username", "").text("username"))
        .isEqualTo("mir");
    assertThat(instagram.call("GET", "501?fields=username", "").text("username"))
        .isEqualTo("Анна Ли");
  }
}
