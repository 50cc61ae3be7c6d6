package org.communitydesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.communitydesk.channel.Act;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.Examples;
import org.communitydesk.channel.Health;
import org.communitydesk.channel.Leaves;
import org.communitydesk.channel.OutgoingAttachment;
import org.communitydesk.channel.Reply;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Platform;
import org.communitydesk.http.CallFailure;
import org.communitydesk.sandbox.world.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SandboxRoom.RoomTest
class TelegramPlatformTest {

  private static final String MESSAGES = "/sandbox/api/telegram/messages";
  private static final long GROUP = -1001000000007L;
  private static final long CHANNEL = -1002000000007L;
  private static final long USER = 5428138451L;

  private final Visitor visitor;
  private final RecordingHook hook;

  private final Clock clock;

  TelegramPlatformTest(Visitor visitor, RecordingHook hook, Clock clock) {
    this.visitor = visitor;
    this.hook = hook;
    this.clock = clock;
  }

  @BeforeEach
  void begin() throws IOException {
    visitor.post("/sandbox/api/reset", "");
    visitor.get("/sandbox/api/idle");
  }

  private long write(String kind, String text) throws IOException {
    String id =
        visitor
            .post(
                MESSAGES,
                "{\"authorId\":\"%d\",\"authorName\":\"Анна Ли\",\"kind\":\"%s\",\"text\":\"%s\"}"
                    .formatted(USER, kind, text))
            .text("messageId");
    return Long.parseLong(id.substring(id.lastIndexOf('_') + 1));
  }

  private Visitor.Answer send(long chat, String text, long replyTo) throws IOException {
    return visitor.telegram(
        "sendMessage",
        "{\"chat_id\":%d,\"text\":\"%s\",\"reply_parameters\":{\"message_id\":%d}}"
            .formatted(chat, text, replyTo));
  }

  private JsonNode newest(String kind, int count) {
    await().until(() -> hook.bodies(kind).size() >= count);
    return hook.bodies(kind).get(hook.bodies(kind).size() - 1).path(kind);
  }

  private static void refused(Visitor.Answer answer, int code, String description) {
    assertThat(answer.status()).isEqualTo(code);
    assertThat(answer.json().path("ok").asBoolean()).isFalse();
    assertThat(answer.text("description")).isEqualTo(description);
  }

  @Test
  void forwardsAChannelPostIntoTheGroupAsTheRootOfItsThread() throws IOException {
    hook.forget();
    String post =
        visitor.post("/sandbox/api/telegram/posts", "{\"text\":\"Новость\"}").text("postId");

    JsonNode root = newest("message", 1);
    assertThat(root.path("is_automatic_forward").asBoolean()).isTrue();
    assertThat(root.at("/from/id").asLong()).isEqualTo(777000);
    assertThat(GROUP + "_" + root.path("message_id").asLong()).isEqualTo(post);
  }

  @Test
  void deliversACommentWithTheSecretInTheHeader() throws IOException {
    hook.forget();
    long id = write("comment", "Где кешбэк?");

    JsonNode message = newest("message", 1);
    assertThat(hook.from("telegram").get(0).headers())
        .containsEntry("x-telegram-bot-api-secret-token", "sandbox-secret");
    assertThat(message.path("message_id").asLong()).isEqualTo(id);
    assertThat(message.path("message_thread_id").asLong()).isEqualTo(1);
    assertThat(message.at("/reply_to_message/is_automatic_forward").asBoolean()).isTrue();
    assertThat(message.at("/from/id").asLong()).isEqualTo(USER);
    assertThat(message.at("/from/last_name").asText()).isEqualTo("Ли");
  }

  @Test
  void repeatsUntilTheHookAnswersTwoHundredAndSomething() throws IOException {
    hook.forget();
    hook.answerOnce(500, "");

    write("comment", "Ау");

    await().until(() -> hook.bodies("message").size() == 2);
    assertThat(hook.bodies("message").get(0)).isEqualTo(hook.bodies("message").get(1));
  }

  @Test
  void publishesInTheThreadAndNeverEchoes() throws IOException {
    long asked = write("comment", "Вопрос");
    visitor.get("/sandbox/api/idle");
    hook.forget();

    JsonNode sent = send(GROUP, "Ответ", asked).json().path("result");

    assertThat(sent.path("message_thread_id").asLong()).isEqualTo(1);
    assertThat(sent.at("/reply_to_message/message_id").asLong()).isEqualTo(asked);
    assertThat(visitor.get("/sandbox/api/idle").status()).isEqualTo(200);
    assertThat(hook.from("telegram")).isEmpty();
    JsonNode answer = visitor.get("/sandbox/api/telegram/state").json().path("messages").get(1);
    assertThat(answer.path("byBrand").asBoolean()).isTrue();
    assertThat(answer.path("postId").asText()).isEqualTo(GROUP + "_1");
  }

  @Test
  void writesPrivatelyOnlyToThoseWhoStartedTheBot() throws IOException {
    refused(send(404, "Здравствуйте", 0), 400, "Bad Request: chat not found");
    write("private", "Привет");

    JsonNode sent = send(USER, "Здравствуйте", 0).json().path("result");
    assertThat(sent.at("/chat/type").asText()).isEqualTo("private");
    JsonNode state = visitor.get("/sandbox/api/telegram/state").json();
    assertThat(state.at("/messages/1/to").asText()).isEqualTo(String.valueOf(USER));
    refused(send(USER, " ", 0), 400, "Bad Request: message text is empty");
    refused(send(USER, "я".repeat(4097), 0), 400, "Bad Request: message is too long");
  }

  @Test
  void saysNothingOfADeletedMessageUntilItIsAnswered() throws IOException {
    long id = write("comment", "Удалю");
    visitor.get("/sandbox/api/idle");
    hook.forget();
    visitor.delete(MESSAGES + "/" + GROUP + "_" + id);

    assertThat(visitor.get("/sandbox/api/idle").status()).isEqualTo(200);
    assertThat(hook.from("telegram")).isEmpty();
    refused(send(GROUP, "Ответ", id), 400, "Bad Request: message to be replied not found");
  }

  @Test
  void tellsOfEdits() throws IOException {
    long id = write("comment", "Было");
    hook.forget();
    visitor.put(MESSAGES + "/" + GROUP + "_" + id, "{\"text\":\"Стало\"}");

    JsonNode edited = newest("edited_message", 1);
    assertThat(edited.path("text").asText()).isEqualTo("Стало");
    assertThat(edited.has("edit_date")).isTrue();
  }

  @Test
  void deletesPrivateMessagesForTwoDaysOnly() throws IOException {
    write("private", "Привет");
    long sent = send(USER, "Ответ", 0).json().at("/result/message_id").asLong();
    String call = "{\"chat_id\":%d,\"message_id\":%d}".formatted(USER, sent);
    visitor.post("/sandbox/api/clock", "{\"plus\":\"PT49H\"}");

    refused(visitor.telegram("deleteMessage", call), 400, "Bad Request: message can't be deleted");
    long comment = write("comment", "Реклама");
    String removal = "{\"chat_id\":%d,\"message_id\":%d}".formatted(GROUP, comment);
    assertThat(visitor.telegram("deleteMessage", removal).status()).isEqualTo(200);
    refused(
        visitor.telegram("deleteMessage", removal),
        400,
        "Bad Request: message to delete not found");
  }

  @Test
  void aBanDeletesTheUsersMessagesAndEndsInTime() throws IOException {
    write("comment", "Реклама");
    hook.forget();
    Instant now = Instant.parse(visitor.get("/sandbox/api/clock").text("now"));
    long week = now.getEpochSecond() + 7 * 86400;
    String whom = "{\"chat_id\":%d,\"user_id\":%d".formatted(GROUP, USER);

    visitor.telegram("banChatMember", whom + ",\"until_date\":" + week + "}");

    assertThat(newest("chat_member", 1).at("/new_chat_member/status").asText()).isEqualTo("kicked");
    JsonNode member = visitor.telegram("getChatMember", whom + "}").json().path("result");
    assertThat(member.path("until_date").asLong()).isEqualTo(week);
    JsonNode state = visitor.get("/sandbox/api/telegram/state").json();
    assertThat(state.at("/messages/0/deleted").asBoolean()).isTrue();
    assertThat(state.at("/bans/0/userId").asText()).isEqualTo(String.valueOf(USER));
    visitor.post("/sandbox/api/clock", "{\"plus\":\"P8D\"}");
    assertThat(visitor.get("/sandbox/api/telegram/state").json().path("bans")).isEmpty();
    visitor.telegram("banChatMember", whom + ",\"until_date\":5}");
    assertThat(visitor.get("/sandbox/api/telegram/state").json().at("/bans/0/until").isNull())
        .isTrue();
    visitor.telegram("unbanChatMember", whom + ",\"only_if_banned\":true}");
    assertThat(visitor.get("/sandbox/api/telegram/state").json().path("bans")).isEmpty();
  }

  @Test
  void servesFilesByTheirPath() throws IOException {
    hook.forget();
    visitor.post(
        MESSAGES,
        "{\"authorId\":%d,\"text\":\"Смотрите\",\"imageUrl\":\"data:image/png;base64,iVBORw0KGgo=\"}"
            .formatted(USER));

    JsonNode message = newest("message", 1);
    assertThat(message.path("caption").asText()).isEqualTo("Смотрите");
    String file = message.path("photo").get(1).path("file_id").asText();
    String path =
        visitor
            .telegram("getFile", "{\"file_id\":\"" + file + "\"}")
            .json()
            .at("/result/file_path")
            .asText();
    assertThat(visitor.bytes("/sandbox/telegram/file/botsandbox-token/" + path).body())
        .startsWith(0x89, 'P', 'N', 'G');
    assertThat(visitor.bytes("/sandbox/telegram/file/botwrong/" + path).statusCode())
        .isEqualTo(401);
  }

  @Test
  void hasEitherAWebhookOrPolling() throws IOException {
    assertThat(visitor.telegram("getUpdates", "{}").status()).isEqualTo(409);
    visitor.telegram("deleteWebhook", "{}");
    hook.forget();
    long id = write("comment", "Ау");

    JsonNode updates = visitor.telegram("getUpdates", "{\"timeout\":5}").json().path("result");
    assertThat(updates).hasSize(1);
    assertThat(updates.at("/0/message/message_id").asLong()).isEqualTo(id);
    assertThat(visitor.get("/sandbox/api/idle?timeout=PT0.2S").status()).isEqualTo(408);
    long next = updates.at("/0/update_id").asLong() + 1;
    visitor.telegram("getUpdates", "{\"offset\":" + next + "}");
    assertThat(visitor.get("/sandbox/api/idle").status()).isEqualTo(200);
    assertThat(hook.from("telegram")).isEmpty();
  }

  @Test
  void refusesStrangeCallsTheWayTelegramDoes() throws IOException {
    Visitor.Answer stranger = visitor.post("/sandbox/telegram/botwrong/getMe", "{}");
    refused(stranger, 401, "Unauthorized");
    assertThat(visitor.telegram("nothing", "{}").status()).isEqualTo(404);
    assertThat(visitor.telegram("sendMessage", "not json").status()).isEqualTo(400);
    assertThat(visitor.telegram("getMe", "{}").json().at("/result/id").asLong()).isEqualTo(1000007);
  }

  private Channel desk() {
    return Leaves.of(Platform.TELEGRAM, clock)
        .make(
            "main",
            Examples.settings(
                "own-id",
                "1000007",
                "discussion-id",
                GROUP,
                "channel-id",
                CHANNEL,
                "token",
                "sandbox-token",
                "secret",
                "sandbox-secret",
                "base-url",
                visitor.home() + "/sandbox/telegram"));
  }

  private static Reply reply(Kind kind, String thread, String answered) {
    return Examples.reply(
        UUID.randomUUID(),
        new Account(Platform.TELEGRAM, "main"),
        kind,
        thread,
        answered,
        "Смотрите");
  }

  private JsonNode state(String pointer) throws IOException {
    return visitor.get("/sandbox/api/telegram/state").json().at(pointer);
  }

  @Test
  void showsThePicturesAndFilesOfTheDesk() throws IOException {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G'};
    String asked = GROUP + "_" + write("comment", "Как?");
    Reply comment = reply(Kind.COMMENT, GROUP + "_1", asked);
    desk().reply(Examples.with(comment, new OutgoingAttachment("как.png", "image/png", png)));

    JsonNode shown = state("/messages/1");
    assertThat(shown.path("text").asText()).isEqualTo("Смотрите");
    assertThat(shown.path("replyTo").asText()).isEqualTo(asked);
    assertThat(shown.at("/attachments/0/type").asText()).isEqualTo("photo");
    assertThat(visitor.bytes(shown.at("/attachments/0/url").asText()).body()).isEqualTo(png);

    write("private", "Пришлите бланк");
    Reply letter = reply(Kind.PRIVATE, String.valueOf(USER), null);
    OutgoingAttachment pdf =
        new OutgoingAttachment("бланк.pdf", "application/pdf", new byte[] {1, 2});
    desk().reply(Examples.with(letter, pdf));

    assertThat(state("/messages/3/attachments/0/type").asText()).isEqualTo("file");
  }

  @Test
  void carriesAPrivateAnswerToACommentOnlyToThoseWhoWroteFirst() throws IOException {
    Reply answer = reply(Kind.COMMENT, GROUP + "_1", GROUP + "_" + write("comment", "Где карта?"));
    Reply inPrivate = Examples.inPrivate(answer, String.valueOf(USER));
    assertThatThrownBy(() -> desk().reply(inPrivate))
        .isInstanceOf(CallFailure.Refused.class)
        .hasMessageContaining("не начинал разговор");
    write("private", "Я");

    assertThat(desk().reply(inPrivate)).isEqualTo(state("/messages/2/id").asText());
    assertThat(state("/messages/2/kind").asText()).isEqualTo("private");
  }

  @Test
  void doesTheDesksActsOnceHoweverOftenTheyAreAsked() throws IOException {
    String comment = GROUP + "_" + write("comment", "Реклама");
    Channel desk = desk();
    Instant until = clock.instant().plusSeconds(7 * 86_400).truncatedTo(ChronoUnit.SECONDS);
    for (int i = 0; i < 2; i++) {
      desk.moderate(new Act.Delete(comment, GROUP + "_1"));
      assertThat(state("/messages/0/deleted").asBoolean()).isTrue();
    }
    for (int i = 0; i < 2; i++) {
      desk.moderate(new Act.Ban(String.valueOf(USER), until));
      assertThat(state("/bans/0/until").asText()).isEqualTo(until.toString());
    }
    for (int i = 0; i < 2; i++) {
      desk.moderate(new Act.Unban(String.valueOf(USER)));
      assertThat(state("/bans")).isEmpty();
    }
  }

  @Test
  void shutsAChannelOutForEver() throws IOException {
    hook.forget();
    String stranger =
        "{\"authorId\":-1001555000111,\"authorName\":\"Скидки\",\"text\":\"Реклама\"}";
    visitor.post(MESSAGES, stranger);

    JsonNode said = newest("message", 1);
    assertThat(said.at("/sender_chat/title").asText()).isEqualTo("Скидки");
    assertThat(said.at("/from/id").asLong()).isEqualTo(136817688);
    desk().moderate(new Act.Ban("-1001555000111", clock.instant().plusSeconds(86_400)));
    assertThat(state("/bans/0/until").isNull()).isTrue();
    assertThat(visitor.post(MESSAGES, stranger).status()).isEqualTo(409);
    desk().moderate(new Act.Unban("-1001555000111"));
    assertThat(visitor.post(MESSAGES, stranger).status()).isEqualTo(201);
  }

  @Test
  void showsTheBrandsChannelAsTheBrand() throws IOException {
    String asked = GROUP + "_" + write("comment", "Вопрос");
    visitor.get("/sandbox/api/idle");
    hook.forget();
    visitor.post(
        MESSAGES,
        "{\"authorId\":%d,\"authorName\":\"Мир\",\"text\":\"Ответ\",\"replyTo\":\"%s\"}"
            .formatted(CHANNEL, asked));

    newest("message", 1);
    byte[] update = Json.write(hook.bodies("message").get(0)).getBytes(StandardCharsets.UTF_8);
    assertThat(desk().understand(update)).isInstanceOf(InboundEvent.EchoReceived.class);
  }

  @Test
  void tellsTheDeskHowItStands() throws IOException {
    visitor.get("/sandbox/api/idle");

    assertThat(desk().check()).isEqualTo(new Health("mir_card_bot", null, true, null));
  }
}
