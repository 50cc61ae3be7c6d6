package org.communitydesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.communitydesk.channel.Act;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.Examples;
import org.communitydesk.channel.Health;
import org.communitydesk.channel.Leaves;
import org.communitydesk.channel.OutgoingAttachment;
import org.communitydesk.channel.Reply;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Platform;
import org.communitydesk.http.CallFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SandboxRoom.RoomTest
class VkPlatformTest {

  private static final String MESSAGES = "/sandbox/api/vk/messages";

  private final Visitor visitor;
  private final RecordingHook hook;

  private final Clock clock;

  VkPlatformTest(Visitor visitor, RecordingHook hook, Clock clock) {
    this.visitor = visitor;
    this.hook = hook;
    this.clock = clock;
  }

  @BeforeEach
  void begin() throws IOException {
    visitor.post("/sandbox/api/reset", "");
    visitor.get("/sandbox/api/idle");
    hook.forget();
  }

  private String comment(String text) throws IOException {
    return visitor
        .post(
            MESSAGES, "{\"authorId\":\"101\",\"authorName\":\"Анна Ли\",\"text\":\"" + text + "\"}")
        .text("messageId");
  }

  private String letter(String text) throws IOException {
    return visitor
        .post(
            MESSAGES,
            "{\"authorId\":101,\"authorName\":\"Анна Ли\",\"kind\":\"private\",\"text\":\""
                + text
                + "\"}")
        .text("messageId");
  }

  private static long number(String id) {
    return Long.parseLong(id.substring(id.lastIndexOf('_') + 1));
  }

  private Map<String, Object> answerTo(String comment, String guid) {
    return Map.of(
        "owner_id",
        -1000001,
        "post_id",
        1,
        "from_group",
        1000001,
        "reply_to_comment",
        number(comment),
        "message",
        "Здравствуйте!",
        "guid",
        guid);
  }

  private JsonNode heard(String type) {
    await().until(() -> !hook.bodies(type).isEmpty());
    return hook.bodies(type).get(0);
  }

  private static int code(Visitor.Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    return answer.json().path("error").path("error_code").asInt();
  }

  @Test
  void deliversACommentInVksOwnWordsWithTheSecret() throws IOException {
    String id = comment("Где кешбэк?");

    JsonNode body = heard("wall_reply_new");
    assertThat(body.path("secret").asText()).isEqualTo("sandbox-secret");
    assertThat(body.path("group_id").asLong()).isEqualTo(1000001);
    assertThat(body.path("event_id").asText()).hasSize(40);
    JsonNode object = body.path("object");
    assertThat("-1000001_" + object.path("id").asLong()).isEqualTo(id);
    assertThat(object.path("from_id").asLong()).isEqualTo(101);
    assertThat(object.path("post_owner_id").asLong()).isEqualTo(-1000001);
    assertThat(object.path("text").asText()).isEqualTo("Где кешбэк?");
  }

  @Test
  void repeatsUntilTheHookAnswersExactlyOk() throws IOException {
    hook.answerOnce(500, "");
    hook.answerOnce(200, "OK");

    comment("Ау");

    await().until(() -> hook.bodies("wall_reply_new").size() == 3);
    assertThat(hook.bodies("wall_reply_new"))
        .extracting(body -> body.path("event_id").asText())
        .containsOnly(hook.bodies("wall_reply_new").get(0).path("event_id").asText());
    assertThat(hook.from("vk").get(2).headers()).containsEntry("x-retry-counter", "2");
  }

  @Test
  void keepsTheOrderWithinAThread() throws IOException {
    hook.answerOnce(503, "");
    comment("Первый");
    comment("Второй");

    await().until(() -> hook.bodies("wall_reply_new").size() == 3);
    assertThat(hook.bodies("wall_reply_new"))
        .extracting(body -> body.path("object").path("text").asText())
        .containsExactly("Первый", "Первый", "Второй");
  }

  @Test
  void publishesTheCommunitysAnswerOnceForOneGuidAndEchoesIt() throws IOException {
    String asked = comment("Вопрос");

    Visitor.Answer first = visitor.vk("wall.createComment", answerTo(asked, "g1"));
    Visitor.Answer second = visitor.vk("wall.createComment", answerTo(asked, "g1"));

    assertThat(second.json()).isEqualTo(first.json());
    assertThat(first.json().path("response").path("parents_stack").get(0).asLong())
        .isEqualTo(number(asked));
    await().until(() -> hook.bodies("wall_reply_new").size() == 2);
    assertThat(hook.bodies("wall_reply_new").get(1).path("object").path("from_id").asLong())
        .isEqualTo(-1000001);
    JsonNode state = visitor.get("/sandbox/api/vk/state").json();
    assertThat(state.path("messages")).hasSize(2);
    assertThat(state.path("messages").get(1).path("byBrand").asBoolean()).isTrue();
    assertThat(state.path("messages").get(1).path("replyTo").asText()).isEqualTo(asked);
  }

  @Test
  void forgetsARandomIdAfterAnHour() throws IOException {
    letter("Вопрос");
    Map<String, Object> answer = Map.of("peer_id", 101, "random_id", 7, "message", "Ответ");

    long first = visitor.vk("messages.send", answer).json().path("response").asLong();
    long repeated = visitor.vk("messages.send", answer).json().path("response").asLong();
    visitor.post("/sandbox/api/clock", "{\"plus\":\"PT61M\"}");
    long late = visitor.vk("messages.send", answer).json().path("response").asLong();

    assertThat(repeated).isEqualTo(first);
    assertThat(late).isNotEqualTo(first);
    assertThat(heard("message_reply").path("object").path("random_id").asLong()).isEqualTo(7);
    JsonNode history =
        visitor.vk("messages.getHistory", Map.of("peer_id", 101)).json().path("response");
    assertThat(history.path("count").asInt()).isEqualTo(3);
    assertThat(history.path("items").get(0).path("from_id").asLong()).isEqualTo(-1000001);
  }

  @Test
  void writesPrivatelyOnlyToThoseWhoWroteFirst() throws IOException {
    Map<String, Object> letter = Map.of("peer_id", 404, "random_id", 1, "message", "Здравствуйте");

    assertThat(code(visitor.vk("messages.send", letter))).isEqualTo(901);
    assertThat(code(visitor.vk("messages.send", Map.of("peer_id", 101, "message", "без ключа"))))
        .isEqualTo(100);
    letter("Я");
    Map<String, Object> tooLong =
        Map.of("peer_id", 101, "random_id", 1, "message", "я".repeat(9001));
    assertThat(code(visitor.vk("messages.send", tooLong))).isEqualTo(914);
    JsonNode allowed =
        visitor
            .vk("messages.isMessagesFromGroupAllowed", Map.of("group_id", 1000001, "user_id", 101))
            .json();
    assertThat(allowed.path("response").path("is_allowed").asInt()).isEqualTo(1);
  }

  @Test
  void nestsThePrivateMessageUnderMessage() throws IOException {
    String id = letter("Лично");

    JsonNode message = heard("message_new").path("object").path("message");
    assertThat("101_" + message.path("id").asLong()).isEqualTo(id);
    assertThat(message.path("peer_id").asLong()).isEqualTo(101);
    assertThat(message.path("out").asInt()).isZero();
  }

  @Test
  void readsCommentsBackOnlyWithTheAdministratorsToken() throws IOException {
    String kept = comment("Останется");
    String gone = comment("Исчезнет");
    visitor.vk("wall.createComment", answerTo(kept, "g"));
    visitor.delete(MESSAGES + "/" + gone);
    Map<String, Object> wall =
        Map.of("owner_id", -1000001, "post_id", 1, "thread_items_count", 10, "sort", "desc");

    assertThat(code(visitor.vk("wall.getComments", wall))).isEqualTo(27);
    JsonNode items =
        visitor.vkAdmin("wall.getComments", wall).json().path("response").path("items");
    assertThat(items).hasSize(2);
    assertThat(items.get(0).path("deleted").asBoolean()).isTrue();
    assertThat(items.get(0).has("text")).isFalse();
    assertThat(items.get(1).path("thread").path("items")).hasSize(1);
  }

  @Test
  void tellsOfEditsDeletionsAndRestorations() throws IOException {
    String id = comment("Было");
    visitor.put(MESSAGES + "/" + id, "{\"text\":\"Стало\"}");
    assertThat(heard("wall_reply_edit").path("object").path("text").asText()).isEqualTo("Стало");

    Map<String, Object> one = Map.of("owner_id", -1000001, "comment_id", number(id));
    assertThat(code(visitor.vkAdmin("wall.restoreComment", one))).isEqualTo(243);
    visitor.vkAdmin("wall.deleteComment", one);
    assertThat(heard("wall_reply_delete").path("object").path("deleter_id").asLong())
        .isNotEqualTo(101);
    assertThat(code(visitor.vk("wall.createComment", answerTo(id, "g")))).isEqualTo(104);
    visitor.vkAdmin("wall.restoreComment", one);
    assertThat(heard("wall_reply_restore").path("object").path("text").asText()).isEqualTo("Стало");
  }

  @Test
  void bansForATermThatEndsByItself() throws IOException {
    comment("Я");
    JsonNode now = visitor.get("/sandbox/api/clock").json();
    long week = java.time.Instant.parse(now.path("now").asText()).getEpochSecond() + 7 * 86400;
    Map<String, Object> ban =
        Map.of("group_id", 1000001, "owner_id", 101, "end_date", week, "reason", 2);

    assertThat(code(visitor.vk("groups.ban", ban))).isEqualTo(27);
    visitor.vkAdmin("groups.ban", ban);

    assertThat(heard("user_block").path("object").path("unblock_date").asLong()).isEqualTo(week);
    Visitor.Answer refused = visitor.post(MESSAGES, "{\"authorId\":\"101\",\"text\":\"Ещё\"}");
    assertThat(refused.status()).isEqualTo(409);
    Map<String, Object> whom = Map.of("group_id", 1000001, "owner_id", 101);
    JsonNode banned = visitor.vk("groups.getBanned", whom).json().path("response");
    assertThat(banned.path("items").get(0).path("ban_info").path("end_date").asLong())
        .isEqualTo(week);
    visitor.post("/sandbox/api/clock", "{\"plus\":\"P8D\"}");
    assertThat(heard("user_unblock").path("object").path("by_end_date").asInt()).isEqualTo(1);
    assertThat(code(visitor.vk("groups.getBanned", whom))).isEqualTo(104);
    assertThat(visitor.get("/sandbox/api/vk/state").json().path("bans")).isEmpty();
  }

  @Test
  void refusesStrangeCallsTheWayVkDoes() throws IOException {
    assertThat(code(visitor.vk("wall.nothing", Map.of()))).isEqualTo(3);
    Visitor.Answer bad =
        visitor.vk("wrong", "users.get", Map.of(), java.time.Duration.ofSeconds(9));
    assertThat(code(bad)).isEqualTo(5);
    assertThat(bad.json().toString()).doesNotContain("access_token\",\"value");
    assertThat(code(visitor.get("/sandbox/vk/method/users.get?access_token=sandbox-token")))
        .isEqualTo(8);
    assertThat(code(visitor.vk("wall.createComment", Map.of("owner_id", "x")))).isEqualTo(100);
  }

  @Test
  void givesNamesAndPictures() throws IOException {
    visitor.post(
        MESSAGES,
        "{\"authorId\":\"101\",\"authorName\":\"Анна Ли\",\"text\":\"\","
            + "\"imageUrl\":\"data:image/png;base64,iVBORw0KGgo=\"}");

    JsonNode sizes = heard("wall_reply_new").at("/object/attachments/0/photo/sizes");
    byte[] picture = visitor.bytes(sizes.get(0).path("url").asText()).body();
    assertThat(picture).startsWith(0x89, 'P', 'N', 'G');
    JsonNode people = visitor.vk("users.get", Map.of("user_ids", "101,999")).json();
    assertThat(people.path("response")).hasSize(1);
    assertThat(people.at("/response/0/last_name").asText()).isEqualTo("Ли");
  }

  @Test
  void carriesEvenNulAndLoneSurrogates() throws IOException {
    comment("a\\u0000b\\ud800");

    assertThat(heard("wall_reply_new").at("/object/text").asText()).isEqualTo("a\u0000b\ud800");
    assertThat(List.of(visitor.get("/sandbox/api/vk/state").status())).containsExactly(200);
  }

  private Channel desk() {
    return Leaves.of(Platform.VK, clock)
        .make(
            "main",
            Examples.settings(
                "own-id", "1000001",
                "token", "sandbox-token",
                "admin-token", "sandbox-admin-token",
                "secret", "sandbox-secret",
                "confirmation", "sandbox-confirm",
                "base-url", visitor.home() + "/sandbox/vk"));
  }

  private static Reply reply(Kind kind, String thread, String answered) {
    return Examples.reply(
        UUID.randomUUID(), new Account(Platform.VK, "main"), kind, thread, answered, "Смотрите");
  }

  private JsonNode newest() throws IOException {
    JsonNode messages = visitor.get("/sandbox/api/vk/state").json().path("messages");
    return messages.get(messages.size() - 1);
  }

  @Test
  void showsThePicturesAndFilesOfTheDesk() throws IOException {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G'};
    Reply comment = reply(Kind.COMMENT, "-1000001_1", comment("Как?"));
    desk().reply(Examples.with(comment, new OutgoingAttachment("как.png", "image/png", png)));

    assertThat(newest().at("/attachments/0/type").asText()).isEqualTo("photo");
    assertThat(visitor.bytes(newest().at("/attachments/0/url").asText()).body()).isEqualTo(png);
    await().until(() -> hook.bodies("wall_reply_new").size() == 2);
    assertThat(
            hook.bodies("wall_reply_new")
                .get(1)
                .at("/object/attachments/0/photo/owner_id")
                .asLong())
        .isEqualTo(-1000001);

    Reply letter = reply(Kind.PRIVATE, "101", letter("Пришлите бланк"));
    OutgoingAttachment pdf =
        new OutgoingAttachment("бланк.pdf", "application/pdf", new byte[] {1, 2});
    desk().reply(Examples.with(letter, pdf));

    assertThat(newest().at("/attachments/0/type").asText()).isEqualTo("file");
    assertThat(newest().path("to").asText()).isEqualTo("101");
    assertThat(heard("message_reply").at("/object/attachments/0/type").asText()).isEqualTo("doc");
  }

  @Test
  void carriesAPrivateAnswerToACommentOnlyToThoseWhoWroteFirst() throws IOException {
    Reply answer = reply(Kind.COMMENT, "-1000001_1", comment("Где карта?"));
    assertThatThrownBy(() -> desk().reply(Examples.inPrivate(answer, "101")))
        .isInstanceOf(CallFailure.Refused.class)
        .hasMessageContaining("901");
    letter("Я");

    assertThat(desk().reply(Examples.inPrivate(answer, "101")))
        .isEqualTo(newest().path("id").asText());
    assertThat(newest().path("kind").asText()).isEqualTo("private");
  }

  @Test
  void doesTheDesksActsOnceHoweverOftenTheyAreAsked() throws IOException {
    String comment = comment("Реклама");
    Channel desk = desk();
    for (int i = 0; i < 2; i++) {
      desk.moderate(new Act.Delete(comment, "-1000001_1"));
      assertThat(newest().path("deleted").asBoolean()).isTrue();
    }
    for (int i = 0; i < 2; i++) {
      desk.moderate(new Act.Restore(comment, "-1000001_1"));
      assertThat(newest().path("deleted").asBoolean()).isFalse();
    }
    Instant until = clock.instant().plusSeconds(7 * 86_400).truncatedTo(ChronoUnit.SECONDS);
    for (int i = 0; i < 2; i++) {
      desk.moderate(new Act.Ban("101", until));
      assertThat(visitor.get("/sandbox/api/vk/state").json().at("/bans/0/until").asText())
          .isEqualTo(until.toString());
    }
    for (int i = 0; i < 2; i++) {
      desk.moderate(new Act.Unban("101"));
      assertThat(visitor.get("/sandbox/api/vk/state").json().path("bans")).isEmpty();
    }
    desk.moderate(new Act.Ban("101", clock.instant().plusSeconds(1000L * 86_400)));
    assertThat(visitor.get("/sandbox/api/vk/state").json().path("bans")).hasSize(1);
  }

  @Test
  void tellsTheDeskHowItStands() {
    assertThat(desk().check()).isEqualTo(new Health("Карта «Мир»", null, true, null));
  }
}
