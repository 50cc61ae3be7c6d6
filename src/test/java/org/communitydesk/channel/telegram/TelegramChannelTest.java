package org.communitydesk.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.communitydesk.channel.Act;
import org.communitydesk.channel.BadSetting;
import org.communitydesk.channel.BanList;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.ChannelContract;
import org.communitydesk.channel.ChannelFactory;
import org.communitydesk.channel.ChannelSettings;
import org.communitydesk.channel.Delivery;
import org.communitydesk.channel.Event;
import org.communitydesk.channel.Examples;
import org.communitydesk.channel.FakePlatform;
import org.communitydesk.channel.Health;
import org.communitydesk.channel.OutgoingAttachment;
import org.communitydesk.channel.Polled;
import org.communitydesk.channel.ReadBack;
import org.communitydesk.channel.Reception;
import org.communitydesk.channel.Reply;
import org.communitydesk.channel.StandingBan;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.Author;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Message;
import org.communitydesk.conversation.Platform;
import org.communitydesk.http.CallFailure;
import org.communitydesk.http.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelegramChannelTest extends ChannelContract {

  private static final String GROUP = "-1001000000007";
  private static final OutgoingAttachment PICTURE =
      new OutgoingAttachment("снимок.png", "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G'});

  @Override
  public EditFields editFields() {
    return new EditFields("comment_edited", "/edited_message/edit_date", null);
  }

  @Override
  public ChannelFactory maker() {
    return new TelegramChannel.Maker(CLOCK);
  }

  @Override
  public ChannelSettings settings(URI base) {
    return settings("1000007", GROUP, null, base);
  }

  @Override
  public Delivery delivery(byte[] body, String secret) {
    Map<String, String> headers = new HashMap<>(Map.of("content-type", "application/json"));
    if (secret != null) {
      headers.put("x-telegram-bot-api-secret-token", secret);
    }
    return new Delivery("POST", headers, Map.of(), body, "");
  }

  @Override
  public List<String> examples() {
    return List.of(
        "comment",
        "comment_edited",
        "comment_photo",
        "comment_document",
        "comment_by_channel",
        "own_comment_as_channel",
        "post",
        "private",
        "joined",
        "migrated",
        "my_chat_member");
  }

  @Override
  public void platformAccepts() {
    platform.answers(200, "{\"ok\":true,\"result\":{\"message_id\":4712,\"date\":1}}");
  }

  @Override
  public void platformIsBusy(int seconds) {
    platform.answers(
        429,
        "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 1\","
            + "\"parameters\":{\"retry_after\":"
            + seconds
            + "}}");
  }

  @Override
  public void platformRefusesToken() {
    error(401, "Unauthorized");
  }

  @Override
  public void platformMissesTarget() {
    error(400, "Bad Request: message to be replied not found");
  }

  private void error(int code, String description) {
    platform.answers(
        code, "{\"ok\":false,\"error_code\":" + code + ",\"description\":\"" + description + "\"}");
  }

  @Override
  public Reply commentReply() {
    return reply(
        Platform.TELEGRAM, Kind.COMMENT, GROUP + "_4700", GROUP + "_4711", "Попробуйте ещё раз");
  }

  @Override
  public Reply privateReply() {
    return reply(Platform.TELEGRAM, Kind.PRIVATE, "5428138451", "5428138451_48", "Уже смотрим.");
  }

  @Test
  void answersWithAnEmptyOk() {
    assertThat(((Reception.Accepted) receive("comment")).answer())
        .isEqualTo(new Reception.Answer(200, ""));
  }

  @Test
  void keepsAnUnreadableUpdate() {
    for (String body : List.of("{", "[]", "{\"update_id\":\"x\"}", "null", "[".repeat(99_999))) {
      assertThat(channel().receive(delivery(body.getBytes(StandardCharsets.UTF_8), SECRET)))
          .isInstanceOf(Reception.Unreadable.class);
    }
  }

  @Test
  void keysAnUpdateByItsNumber() {
    assertThat(((Reception.Accepted) receive("comment")).events())
        .extracting(Event::key)
        .containsExactly("836538910");
  }

  @Test
  void hearsACommentUnderAPost() {
    Message message = said(hear("comment"));

    assertThat(message.externalId()).isEqualTo(GROUP + "_4711");
    assertThat(message.threadId()).isEqualTo(GROUP + "_4700");
    assertThat(message.replyTo()).isNull();
    assertThat(message.author()).isEqualTo(new Author("5428138451", "Анна Ильина"));
  }

  @Test
  void hearsWhatACommentAnswers() {
    assertThat(said(hear("comment_answer")).replyTo()).isEqualTo(GROUP + "_4712");
  }

  @Test
  void takesTheLargestPhotoWithItsCaption() {
    Message message = said(hear("comment_photo"));

    assertThat(message.text()).isEqualTo("Вот чек");
    assertThat(message.attachments())
        .containsExactly(new Attachment(Attachment.Type.IMAGE, "large", ""));
  }

  @Test
  void takesAFileOnceAndBeginsAThreadOfItsOwn() {
    Message message = said(hear("comment_document"));

    assertThat(message.attachments())
        .containsExactly(new Attachment(Attachment.Type.FILE, "doc", "снимок.png"));
    assertThat(message.threadId()).isEqualTo(message.externalId());
  }

  @Test
  void namesTheChannelThatSpeaks() {
    assertThat(said(hear("comment_by_channel")).author())
        .isEqualTo(new Author("-1001555000111", "Канал о скидках"));
  }

  @Test
  void recognisesTheBrandsChannelUnderItsPost() {
    assertThat(hear("own_comment_as_channel")).isInstanceOf(InboundEvent.EchoReceived.class);
  }

  @Test
  void knowsTheBrandsChannelEverywhereInTheGroup() {
    byte[] said =
        new String(example("comment_by_channel"), StandardCharsets.UTF_8)
            .replace("-1001555000111", "-1002000000007")
            .getBytes(StandardCharsets.UTF_8);
    ChannelSettings named =
        Examples.settings(
            "own-id", "1000007",
            "discussion-id", GROUP,
            "channel-id", "-1002000000007",
            "token", TOKEN,
            "secret", SECRET);

    assertThat(maker().make("main", named).understand(said))
        .isInstanceOf(InboundEvent.EchoReceived.class);
    assertThat(channel().understand(said)).isInstanceOf(InboundEvent.MessageReceived.class);
    assertThatThrownBy(
            () ->
                maker()
                    .make(
                        "main",
                        Examples.settings(
                            "own-id",
                            "1000007",
                            "discussion-id",
                            GROUP,
                            "channel-id",
                            "@mir",
                            "token",
                            TOKEN)))
        .hasMessageContaining("desk.channel.telegram.main.channel-id");
  }

  @Test
  void keepsTheForwardedPostAsThePost() {
    assertThat(hear("post"))
        .isEqualTo(
            new InboundEvent.PostPublished(
                account(), GROUP + "_4700", Instant.ofEpochSecond(1791990000), "Новая программа"));
  }

  @Test
  void hearsAPrivateChat() {
    Message message = said(hear("private"));

    assertThat(message.threadId()).isEqualTo("5428138451");
    assertThat(message.externalId()).isEqualTo("5428138451_48");
  }

  @Test
  void ignoresWhatIsNoAppeal() {
    assertThat(List.of("private_start", "joined", "other_group"))
        .allSatisfy(name -> assertThat(hear(name)).isInstanceOf(InboundEvent.Ignored.class));
    assertThat(hear("migrated"))
        .isEqualTo(new InboundEvent.Unclear("the discussion group has become -1001999999999"));
  }

  @Test
  void hearsThatAPersonHasBlockedTheBot() {
    assertThat(hear("my_chat_member"))
        .isInstanceOfSatisfying(
            InboundEvent.UserUnsubscribed.class,
            userUnsubscribed -> assertThat(userUnsubscribed.personId()).isEqualTo("5428138451"));
  }

  @Test
  void answersInTheThread() throws IOException {
    platformAccepts();

    assertThat(channel().reply(commentReply())).isEqualTo(GROUP + "_4712");

    FakePlatform.Call call = platform.call();
    assertThat(call.path()).isEqualTo("/sandbox/platform/bot" + TOKEN + "/sendMessage");
    assertThat(JSON.readTree(call.body()))
        .isEqualTo(
            JSON.readTree(
                "{\"chat_id\":-1001000000007,\"message_thread_id\":4700,"
                    + "\"reply_parameters\":{\"message_id\":4711,"
                    + "\"allow_sending_without_reply\":false},"
                    + "\"text\":\"Попробуйте ещё раз\"}"));
  }

  @Test
  void answersAMessageOutsideAllThreads() throws IOException {
    platformAccepts();

    channel().reply(reply(Platform.TELEGRAM, Kind.COMMENT, GROUP + "_9", GROUP + "_9", "Да"));

    assertThat(JSON.readTree(platform.call().body()).has("message_thread_id")).isFalse();
  }

  @Test
  void writesPrivately() throws IOException {
    platformAccepts();

    assertThat(channel().reply(privateReply())).isEqualTo("5428138451_4712");
    assertThat(JSON.readTree(platform.call().body()))
        .isEqualTo(JSON.readTree("{\"chat_id\":5428138451,\"text\":\"Уже смотрим.\"}"));
  }

  @Test
  void answersACommentInPrivate() throws IOException {
    platformAccepts();

    assertThat(channel().reply(privateAnswer("5428138451"))).isEqualTo("5428138451_4712");

    assertThat(body()).isEqualTo(JSON.readTree("{\"chat_id\":5428138451,\"text\":\"Да\"}"));
    assertThatThrownBy(() -> channel().reply(privateAnswer("-1001555000111")))
        .isInstanceOf(CallFailure.Refused.class);
    assertThat(platform.calls()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "400,Bad Request: chat not found",
    "403,Forbidden: bot can't initiate conversation with a user"
  })
  void saysWhyItCannotAnswerInPrivate(int code, String description) {
    error(code, description);

    assertThatThrownBy(() -> channel().reply(privateAnswer("5428138451")))
        .isInstanceOf(CallFailure.Refused.class)
        .hasMessageContaining("не начинал разговор с ботом");
  }

  private Reply privateAnswer(String person) {
    return Examples.inPrivate(comment("Да"), person);
  }

  private static Reply comment(String text) {
    return reply(Platform.TELEGRAM, Kind.COMMENT, GROUP + "_4700", GROUP + "_4711", text);
  }

  private static Reply letter(String text) {
    return reply(Platform.TELEGRAM, Kind.PRIVATE, "5428138451", "5428138451_48", text);
  }

  private JsonNode body() throws IOException {
    return JSON.readTree(platform.call().body());
  }

  @Test
  void sendsAPictureWithACaption() {
    platformAccepts();

    assertThat(channel().reply(Examples.with(comment("Вот так"), PICTURE)))
        .isEqualTo(GROUP + "_4712");

    assertThat(platform.call().name()).isEqualTo("sendPhoto");
    assertThat(platform.call().body())
        .contains("name=\"chat_id\"\r\n\r\n-1001000000007\r\n")
        .contains("name=\"message_thread_id\"\r\n\r\n4700\r\n")
        .contains("\"message_id\":4711")
        .contains("name=\"caption\"\r\n\r\nВот так\r\n")
        .contains("name=\"photo\"; filename=\"снимок.png\"");
  }

  @Test
  void sendsEverythingElseAsADocument() {
    platformAccepts();
    platformAccepts();

    channel()
        .reply(
            Examples.with(
                letter(""), new OutgoingAttachment("a.gif", "image/gif", new byte[] {1})));
    channel()
        .reply(
            Examples.with(
                letter(""), new OutgoingAttachment("a.png", "image/png", new byte[10_000_001])));

    assertThat(platform.calls())
        .extracting(FakePlatform.Call::name)
        .containsOnly("sendDocument")
        .hasSize(2);
  }

  @Test
  void neverPartsATextFromItsPicture() {
    Reply reply = Examples.with(letter("ы".repeat(1025)), PICTURE);

    assertThatThrownBy(() -> channel().reply(reply))
        .isInstanceOf(CallFailure.Refused.class)
        .hasMessageContaining("1024");
    assertThat(platform.calls()).isEmpty();
    platformAccepts();
    channel().reply(Examples.with(letter("ы".repeat(1024)), PICTURE));
  }

  private void moderate(Act act) {
    platform.answers(200, "{\"ok\":true,\"result\":true}");
    channel().moderate(act);
  }

  @Test
  void deletesAMessageOnceAndForAll() throws IOException {
    moderate(new Act.Delete(GROUP + "_4711", GROUP + "_4700"));

    assertThat(platform.call().name()).isEqualTo("deleteMessage");
    assertThat(body()).isEqualTo(JSON.readTree("{\"chat_id\":-1001000000007,\"message_id\":4711}"));
    error(400, "Bad Request: message to delete not found");
    channel().moderate(new Act.Delete(GROUP + "_4711", GROUP + "_4700"));
    error(400, "Bad Request: message can't be deleted");
    assertThatThrownBy(() -> channel().moderate(new Act.Delete("5428138451_48", "5428138451")))
        .isInstanceOf(CallFailure.Refused.class)
        .hasMessageContaining("48 часов");
  }

  @ParameterizedTest
  @CsvSource({"PT10S,PT90S", "P7D,P7D", "P1000D,P366D"})
  void bansWithinTheTermsThatTelegramKnows(Duration asked, Duration expected) throws IOException {
    moderate(new Act.Ban("5428138451", NOW.plus(asked)));

    assertThat(platform.call().name()).isEqualTo("banChatMember");
    assertThat(body().path("chat_id").asLong()).isEqualTo(-1001000000007L);
    assertThat(body().path("user_id").asLong()).isEqualTo(5428138451L);
    assertThat(Instant.ofEpochSecond(body().path("until_date").asLong()))
        .isBetween(NOW.plus(expected).minusSeconds(60), NOW.plus(expected));
  }

  @Test
  void bansForEverWithoutATermAndNotAfterIt() throws IOException {
    moderate(new Act.Ban("5428138451", null));

    assertThat(body().has("until_date")).isFalse();
    assertThatThrownBy(() -> channel().moderate(new Act.Ban("5428138451", NOW)))
        .isInstanceOf(CallFailure.Refused.class);
    assertThat(platform.calls()).hasSize(1);
  }

  @Test
  void bansAChannelAsAChannel() throws IOException {
    moderate(new Act.Ban("-1001555000111", NOW.plus(Duration.ofDays(7))));
    moderate(new Act.Unban("-1001555000111"));

    assertThat(platform.calls())
        .extracting(FakePlatform.Call::name)
        .containsExactly("banChatSenderChat", "unbanChatSenderChat");
    for (FakePlatform.Call call : platform.calls()) {
      assertThat(JSON.readTree(call.body()))
          .isEqualTo(
              JSON.readTree("{\"chat_id\":-1001000000007,\"sender_chat_id\":-1001555000111}"));
    }
  }

  @Test
  void throwsNobodyOutWhenItLetsIn() throws IOException {
    moderate(new Act.Unban("5428138451"));

    assertThat(platform.call().name()).isEqualTo("unbanChatMember");
    assertThat(body().path("only_if_banned").asBoolean()).isTrue();
  }

  @Test
  void takesAndGivesBackTheRightToWrite() throws IOException {
    moderate(new Act.Mute("5428138451", NOW.plus(Duration.ofDays(7))));
    assertThat(platform.call().name()).isEqualTo("restrictChatMember");
    assertThat(body().path("permissions").path("can_send_messages").asBoolean(true)).isFalse();
    assertThat(body().path("until_date").asLong())
        .isEqualTo(NOW.plus(Duration.ofDays(7)).getEpochSecond());
    moderate(new Act.Unmute("5428138451"));
    assertThat(platform.calls().get(1).body()).contains("\"can_send_messages\":true");
    assertThatThrownBy(() -> channel().moderate(new Act.Mute("-1001555000111", null)))
        .isInstanceOf(CallFailure.Refused.class);
  }

  @Test
  void saysWhetherSomebodyIsShutOutOrMuted() {
    member("{\"status\":\"kicked\",\"until_date\":1800000000,\"user\":{\"first_name\":\"Пётр\"}}");
    member("{\"status\":\"restricted\",\"can_send_messages\":false,\"until_date\":0}");
    member("{\"status\":\"member\"}");
    BanList channel = (BanList) channel();
    assertThat(channel.ban("501"))
        .contains(
            new StandingBan("501", "Пётр", null, Instant.ofEpochSecond(1_800_000_000), false));
    assertThat(channel.ban("502")).contains(new StandingBan("502", "", null, null, true));
    assertThat(channel.ban("503")).isEmpty();
    assertThatThrownBy(() -> channel.ban("-1001555000111")).isInstanceOf(CallFailure.Refused.class);
  }

  private void member(String member) {
    platform.answers(200, "{\"ok\":true,\"result\":" + member + "}");
  }

  @Test
  void hearsThatAMemberIsShutOut() {
    String update =
        "{\"update_id\":1,\"chat_member\":{\"chat\":{\"id\":-1001000000007},\"date\":1790000000,"
            + "\"old_chat_member\":{\"status\":\"%s\"},"
            + "\"new_chat_member\":{\"status\":\"%s\",\"user\":{\"id\":501}}}}";
    assertThat(heard(update.formatted("member", "kicked")))
        .isInstanceOfSatisfying(
            InboundEvent.BanChanged.class,
            changed -> assertThat(changed.personId()).isEqualTo("501"));
    assertThat(heard(update.formatted("kicked", "left")))
        .isInstanceOf(InboundEvent.BanChanged.class);
    assertThat(heard(update.formatted("left", "member"))).isInstanceOf(InboundEvent.Ignored.class);
  }

  private InboundEvent heard(String update) {
    return channel().understand(update.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void saysThatTheBotLacksRights() {
    error(400, "Bad Request: not enough rights to restrict/unrestrict chat member");
    assertThatThrownBy(() -> channel().moderate(new Act.Ban("5428138451", null)))
        .isInstanceOf(CallFailure.Refused.class)
        .hasMessageContaining("не хватает прав");

    error(403, "Forbidden: bot was kicked from the supergroup chat");
    assertThatThrownBy(() -> channel().moderate(new Act.Delete(GROUP + "_1", GROUP + "_1")))
        .isInstanceOf(CallFailure.LockedOut.class);
  }

  @Test
  void tellsHowTheAccountStands() {
    platform.answers(200, "{\"ok\":true,\"result\":{\"username\":\"mir_bot\"}}");
    platform.answers(
        200,
        "{\"ok\":true,\"result\":{\"url\":\"https://desk.example/x\","
            + "\"pending_update_count\":3,\"last_error_date\":1792000000,"
            + "\"last_error_message\":\"Connection refused\"}}");

    assertThat(channel().check())
        .isEqualTo(
            new Health(
                "mir_bot",
                null,
                true,
                "Ждут доставки событий: 3. Последняя ошибка доставки, 2026-10-14T17:46:40Z:"
                    + " Connection refused"));
  }

  @Test
  void tellsThatAWebhookStandsInTheWayOfPolling() {
    ChannelSettings polling =
        Examples.settings(
            "own-id",
            "1000007",
            "discussion-id",
            GROUP,
            "token",
            TOKEN,
            "polling",
            "true",
            "base-url",
            platform.base());
    platform.answers(200, "{\"ok\":true,\"result\":{\"username\":\"mir_bot\"}}");
    platform.answers(200, "{\"ok\":true,\"result\":{\"url\":\"https://desk.example/x\"}}");

    Health health = maker().make("main", polling).check();

    assertThat(health.hookSubscribed()).isNull();
    assertThat(health.note()).contains("вебхук");
    error(401, "Unauthorized");
    assertThatThrownBy(() -> channel().check()).isInstanceOf(CallFailure.LockedOut.class);
  }

  @Test
  void callsWithTheTokenOfTheMoment() {
    String[] token = {"1000007:old"};
    ChannelSettings live =
        Examples.live(settings(platform.base()), Secret.live(() -> Secret.of(token[0])));
    Channel channel = maker().make("main", live);
    platformAccepts();
    platformAccepts();

    channel.reply(privateReply());
    token[0] = "1000007:new";
    channel.reply(privateReply());

    assertThat(platform.calls())
        .extracting(FakePlatform.Call::path)
        .containsExactly(
            "/sandbox/platform/bot1000007:old/sendMessage",
            "/sandbox/platform/bot1000007:new/sendMessage");
  }

  @ParameterizedTest
  @CsvSource({"400,Refused", "401,LockedOut", "403,LockedOut", "404,LockedOut", "409,LockedOut"})
  void readsTheErrorCode(int code, String kind) {
    error(code, TOKEN);

    CallFailure failure =
        catchThrowableOfType(CallFailure.class, () -> channel().reply(commentReply()));

    assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
    assertThat(failure.getMessage()).doesNotContain(TOKEN);
  }

  @Test
  void isRefusedByAPersonWhoBlockedTheBot() {
    error(403, "Forbidden: bot was blocked by the user");

    assertThatThrownBy(() -> channel().reply(privateReply()))
        .isInstanceOf(CallFailure.Refused.class)
        .hasMessageContaining("заблокировал");
  }

  @Test
  void namesTheNewGroupWhenTheOldOneMoved() {
    platform.answers(
        400,
        "{\"ok\":false,\"error_code\":400,\"description\":\"x\","
            + "\"parameters\":{\"migrate_to_chat_id\":-1001999999999}}");

    assertThat(failure(CallFailure.Refused.class)).hasMessageContaining("-1001999999999");
  }

  @Test
  void waitsAtMostADay() {
    platformIsBusy(Integer.MAX_VALUE);

    assertThat(failure(CallFailure.Busy.class).retryAfter()).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void cannotReadBack() {
    assertThat(channel().readBack(commentReply(), NOW)).isEqualTo(new ReadBack.CannotTell());
  }

  @Test
  void fetchesAFile() {
    platform.answers(
        200,
        "{\"ok\":true,\"result\":{\"file_id\":\"large\",\"file_path\":\"photos/файл 1.jpg\"}}");
    platform.answers(200, new byte[] {1, 2, 3}, Map.of());

    assertThat(channel().fetch(new Attachment(Attachment.Type.IMAGE, "large", ""), 100))
        .containsExactly(1, 2, 3);
    assertThat(platform.calls().get(1).path())
        .isEqualTo(
            "/sandbox/platform/file/bot" + TOKEN + "/photos/%D1%84%D0%B0%D0%B9%D0%BB%201.jpg");
  }

  @Test
  void refusesAFileThatIsGoneOrTooLarge() {
    Attachment photo = new Attachment(Attachment.Type.IMAGE, "large", "");
    platform.answers(200, "{\"ok\":true,\"result\":{\"file_size\":101,\"file_path\":\"a\"}}");
    assertThatThrownBy(() -> channel().fetch(photo, 100)).isInstanceOf(CallFailure.Refused.class);

    error(400, "Bad Request: wrong file_id or the file is temporarily unavailable");
    assertThatThrownBy(() -> channel().fetch(photo, 100)).isInstanceOf(CallFailure.Refused.class);

    platform.answers(200, "{\"ok\":true,\"result\":{\"file_path\":\"a\"}}");
    platform.answers(404, "");
    assertThatThrownBy(() -> channel().fetch(photo, 100))
        .isInstanceOf(CallFailure.Refused.class)
        .message()
        .doesNotContain(TOKEN);
  }

  @Test
  void polls() throws IOException {
    Polled channel = (Polled) channel();
    String update = new String(example("comment"), StandardCharsets.UTF_8);
    platform.answers(200, "{\"ok\":true,\"result\":[" + update + ",{\"strange\":1}]}");
    platform.answers(200, "{\"ok\":true,\"result\":[]}");

    Polled.Poll first = channel.poll(null);
    Polled.Poll second = channel.poll(first.cursor());

    assertThat(first.cursor()).isEqualTo("836538911");
    assertThat(first.events()).extracting(Event::key).containsExactly("836538910");
    assertThat(second).isEqualTo(new Polled.Poll(List.of(), "836538911"));
    assertThat(JSON.readTree(platform.calls().get(0).body()))
        .isEqualTo(
            JSON.readTree(
                "{\"limit\":100,\"timeout\":10,\"allowed_updates\":[\"message\","
                    + "\"edited_message\",\"channel_post\",\"edited_channel_post\","
                    + "\"my_chat_member\",\"chat_member\"]}"));
    assertThat(JSON.readTree(platform.calls().get(1).body()).path("offset").asLong())
        .isEqualTo(836538911L);
  }

  @Test
  void isNotStuckOnADeepUpdate() {
    String deep =
        "{\"update_id\":5,\"message\":" + "{\"a\":".repeat(300) + "1" + "}".repeat(300) + "}";
    platform.answers(200, "{\"ok\":true,\"result\":[" + deep + "]}");

    Polled.Poll poll = ((Polled) channel()).poll("5");

    assertThat(poll.cursor()).isEqualTo("6");
    assertThat(channel().understand(poll.events().get(0).body()))
        .isInstanceOf(InboundEvent.Unclear.class);
  }

  @ParameterizedTest
  @CsvSource({
    "@bot,-1001000000007,own-id",
    "1000007,,discussion-id",
    "1000007,1001000000007,discussion-id"
  })
  void namesTheWrongSetting(String ownId, String discussionId, String setting) {
    assertThatThrownBy(
            () -> maker().make("main", settings(ownId, discussionId, null, platform.base())))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining("desk.channel.telegram.main." + setting);
  }

  @Test
  void needsASecretUnlessItPolls() {
    assertThat(maker().make("main", bare(true, TOKEN))).isInstanceOf(Polled.class);
    assertThatThrownBy(() -> maker().make("main", bare(false, TOKEN)))
        .hasMessage("desk.channel.telegram.main.secret is missing");
    assertThatThrownBy(() -> maker().make("main", bare(true, "a/b")))
        .isInstanceOf(BadSetting.class)
        .message()
        .doesNotContain("a/b");
  }

  private static ChannelSettings bare(boolean polling, String token) {
    return Examples.settings(
        "own-id", "1000007", "discussion-id", GROUP, "token", token, "polling", polling);
  }
}
