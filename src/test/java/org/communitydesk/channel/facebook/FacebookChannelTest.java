package org.communitydesk.channel.facebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
import org.communitydesk.channel.Limit;
import org.communitydesk.channel.OutgoingAttachment;
import org.communitydesk.channel.ProfileLookup;
import org.communitydesk.channel.ReadBack;
import org.communitydesk.channel.Reception;
import org.communitydesk.channel.Reply;
import org.communitydesk.channel.StandingBan;
import org.communitydesk.channel.graph.GraphDelivery;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.Author;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Message;
import org.communitydesk.conversation.Platform;
import org.communitydesk.http.CallFailure;
import org.communitydesk.http.Hmac;
import org.communitydesk.http.Quota;
import org.communitydesk.http.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FacebookChannelTest extends ChannelContract {

  private static final String PAGE = "1000002";
  private static final String PROOF =
      Hmac.hex(Secret.of(SECRET), TOKEN.getBytes(StandardCharsets.UTF_8));
  private static final OutgoingAttachment PICTURE =
      new OutgoingAttachment("чек.png", "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G'});

  @Override
  public EditFields editFields() {
    return new EditFields("comment_edited", "/entry/0/time", "/entry/0/changes/0/value/message");
  }

  @Override
  public ChannelFactory maker() {
    return new FacebookChannel.Maker(CLOCK);
  }

  @Override
  public ChannelSettings settings(URI base) {
    return settings(base, PAGE, "verify", "v26.0");
  }

  private static ChannelSettings settings(
      URI base, String page, String verifyToken, String version) {
    return Examples.settings(
        "own-id", page,
        "token", TOKEN,
        "secret", SECRET,
        "verify-token", verifyToken,
        "api-version", version,
        "human-agent", true,
        "base-url", base);
  }

  @Override
  public Delivery delivery(byte[] body, String secret) {
    return GraphDelivery.post(body, secret);
  }

  @Override
  public List<String> examples() {
    return List.of(
        "comment",
        "comment_edited",
        "comment_photo",
        "comment_deleted",
        "comment_old_form",
        "mention",
        "post",
        "private",
        "private_photo",
        "private_edited",
        "own_private",
        "delivered",
        "batch");
  }

  @Override
  public void platformAccepts() {
    platform.answers(
        200, "{\"id\":\"44_4799\",\"message_id\":\"m_New1\",\"recipient_id\":\"501\"}");
  }

  @Override
  public Duration patience() {
    return Duration.ofMinutes(17);
  }

  @Override
  public void platformIsBusy(int seconds) {
    platform.answers(
        400,
        "{\"error\":{\"message\":\"x\",\"code\":80001}}",
        Map.of(
            "X-Business-Use-Case-Usage",
            "{\"1000002\":[{\"type\":\"pages\",\"call_count\":100,"
                + "\"estimated_time_to_regain_access\":"
                + seconds / 60
                + "}]}"));
  }

  @Override
  public void platformRefusesToken() {
    error(190, 463);
  }

  @Override
  public void platformMissesTarget() {
    error(100, 33);
  }

  private void error(int code, int subcode) {
    platform.answers(
        400,
        "{\"error\":{\"message\":\""
            + TOKEN
            + "\",\"type\":\"OAuthException\",\"code\":"
            + code
            + (subcode == 0 ? "" : ",\"error_subcode\":" + subcode)
            + ",\"fbtrace_id\":\"A\"}}");
  }

  @Override
  public Reply commentReply() {
    return reply(Platform.FACEBOOK, Kind.COMMENT, PAGE + "_44", "44_4711", "Попробуйте ещё раз");
  }

  @Override
  public Reply privateReply() {
    return reply(Platform.FACEBOOK, Kind.PRIVATE, "501", "m_AbC-1", "Уже смотрим.");
  }

  private Reply like(
      Reply reply, Kind answers, Instant heardAt, OutgoingAttachment outgoingAttachment) {
    return new Reply(
        PUBLICATION,
        account(),
        reply.kind(),
        reply.threadId(),
        reply.replyTo(),
        "501",
        reply.text(),
        answers,
        heardAt,
        outgoingAttachment,
        null);
  }

  @Test
  void answersTheHandshake() {
    assertThat(channel().receive(GraphDelivery.handshake("subscribe", "verify", "4711")))
        .isEqualTo(new Reception.Handshake(new Reception.Answer(200, "4711")));
    assertThat(channel().receive(GraphDelivery.handshake("subscribe", "other", "4711")))
        .isInstanceOf(Reception.Denied.class);
  }

  @Test
  void hearsWhereACommentStands() {
    Message message = said(hear("comment"));

    assertThat(message.externalId()).isEqualTo("44_4711");
    assertThat(message.threadId()).isEqualTo(PAGE + "_44");
    assertThat(message.replyTo()).isNull();
    assertThat(message.author()).isEqualTo(new Author("501", "Анна Ильина"));
    assertThat(said(hear("comment_answer")).replyTo()).isEqualTo("44_4711");
    assertThat(said(hear("comment_old_form")).author()).isEqualTo(new Author("501", "Анна Ильина"));
  }

  @Test
  void hearsThatACommentIsGoneOrHidden() {
    assertThat(hear("comment_deleted"))
        .isEqualTo(
            new InboundEvent.MessageRemoved(
                account(), "44_4711", Instant.ofEpochSecond(1_792_000_070)));
    assertThat(hear("comment_hidden")).isInstanceOf(InboundEvent.Ignored.class);
  }

  @Test
  void keepsAMentionWhoseAuthorIsNotNamed() {
    Message message = said(hear("mention"));

    assertThat(message.text()).isEqualTo("А что скажет @Карта Мир?");
    assertThat(message.author()).isEqualTo(new Author("mention_7363_3754", ""));
    platform.answers(200, "{\"from\":{\"id\":\"9\",\"name\":\"Пётр Ли\"}}");
    assertThat(((ProfileLookup) channel()).people(List.of(message.author().id())))
        .containsEntry("mention_7363_3754", ProfileLookup.Known.named("Пётр Ли"));
    assertThat(platform.call().path()).contains("/v26.0/7363_3754?").contains("fields=from");
    assertThatThrownBy(() -> channel().moderate(new Act.Ban(message.author().id(), null)))
        .isInstanceOf(CallFailure.Refused.class);
  }

  @Test
  void keepsPostsOfTheBrandAndHearsPostsOfOthers() {
    assertThat(hear("post"))
        .isEqualTo(
            new InboundEvent.PostPublished(
                account(), PAGE + "_44", Instant.ofEpochSecond(1792000000), "Новая программа"));
    Message message = said(hear("post_by_user"));
    assertThat(message.threadId()).isEqualTo(message.externalId()).isEqualTo(PAGE + "_45");
  }

  @Test
  void takesPicturesAndFilesOfAPrivateMessage() {
    assertThat(said(hear("private_photo")).attachments())
        .containsExactly(
            new Attachment(Attachment.Type.IMAGE, "https://scontent.example/p.jpg", ""),
            new Attachment(Attachment.Type.FILE, "https://cdn.example/check.pdf", ""),
            new Attachment(Attachment.Type.OTHER, "", "location"));
  }

  @Test
  void hearsTheLifeOfAPrivateMessage() {
    Message first = said(hear("private"));
    assertThat(first.threadId()).isEqualTo("501");
    assertThat(first.at()).isEqualTo(Instant.ofEpochSecond(1792000000));
    assertThat(said(hear("private_answer")).replyTo()).isEqualTo(first.externalId());
    assertThat(hear("private_edited"))
        .isInstanceOfSatisfying(
            InboundEvent.MessageEdited.class,
            messageEdited ->
                assertThat(messageEdited.message().externalId()).isEqualTo(first.externalId()));
    assertThat(hear("private_unsent"))
        .isInstanceOfSatisfying(
            InboundEvent.MessageRemoved.class,
            messageRemoved ->
                assertThat(messageRemoved.externalId()).isEqualTo(first.externalId()));
  }

  @Test
  void knowsItsOwnPrivateMessageByTheKey() {
    assertThat(hear("own_private"))
        .isInstanceOfSatisfying(
            InboundEvent.EchoReceived.class,
            echoReceived -> {
              assertThat(echoReceived.key()).isEqualTo(PUBLICATION.toString());
              assertThat(echoReceived.message().threadId()).isEqualTo("501");
              assertThat(echoReceived.message().author().id()).isEqualTo(PAGE);
            });
  }

  @Test
  void hearsOfEachDeliveredMessage() {
    List<Event> events = ((Reception.Accepted) receive("delivered")).events();

    assertThat(events).hasSize(2);
    assertThat(events).extracting(Event::key).doesNotHaveDuplicates();
    assertThat(events)
        .extracting(
            event ->
                ((InboundEvent.DeliveryReceipt) channel().understand(event.body())).externalId())
        .containsExactly("m_ZyX9", "m_ZyX10");
    assertThat(hear("read")).isInstanceOf(InboundEvent.Ignored.class);
  }

  @Test
  void ignoresWhatIsNoAppeal() {
    assertThat(List.of("reaction", "standby"))
        .allSatisfy(name -> assertThat(hear(name)).isInstanceOf(InboundEvent.Ignored.class));
    assertThat(hear("restricted")).isInstanceOf(InboundEvent.Unclear.class);
  }

  @Test
  void cutsABatchAndIgnoresAnotherPagesPart() {
    List<Event> events = ((Reception.Accepted) receive("batch")).events();

    assertThat(events).extracting(Event::key).doesNotHaveDuplicates();
    assertThat(events)
        .extracting(event -> channel().understand(event.body()).getClass().getSimpleName())
        .containsExactly("MessageReceived", "MessageReceived", "MessageReceived", "Ignored");
    assertThat(events.get(0).key())
        .isEqualTo(((Reception.Accepted) receive("comment")).events().get(0).key());
    assertThat(receive("other_page")).isInstanceOf(Reception.Denied.class);
  }

  @Test
  void answersUnderTheCommentWithTheProofOfItsSecret() throws IOException {
    platformAccepts();

    assertThat(channel().reply(commentReply())).isEqualTo("44_4799");

    FakePlatform.Call call = platform.call();
    assertThat(call.path()).isEqualTo("/sandbox/platform/v26.0/44_4711/comments");
    assertThat(call.header("Authorization")).isEqualTo("Bearer " + TOKEN);
    assertThat(JSON.readTree(call.body()))
        .isEqualTo(
            JSON.valueToTree(Map.of("message", "Попробуйте ещё раз", "appsecret_proof", PROOF)));
  }

  @Test
  void bringsAPictureBeforeTheComment() throws IOException {
    platform.answers(200, "{\"id\":\"9007\"}");
    platformAccepts();

    channel().reply(like(commentReply(), Kind.COMMENT, NOW, PICTURE));

    assertThat(platform.calls().get(0).path()).endsWith("/1000002/photos");
    assertThat(platform.calls().get(0).body()).contains("name=\"published\"").contains("false");
    assertThat(JSON.readTree(platform.calls().get(1).body()).path("attachment_id").asText())
        .isEqualTo("9007");
  }

  @Test
  void publishesNothingWhenThePictureIsLostOnItsWay() {
    platform.cuts();

    assertThatThrownBy(() -> channel().reply(like(commentReply(), Kind.COMMENT, NOW, PICTURE)))
        .isInstanceOf(CallFailure.Busy.class);
    assertThat(platform.calls()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"PT1H,RESPONSE", "PT23H58M,RESPONSE", "PT24H,MESSAGE_TAG", "P3D,MESSAGE_TAG"})
  void writesAsAPersonWhenTheWindowIsClosed(Duration ago, String type) throws IOException {
    platformAccepts();

    assertThat(channel().reply(like(privateReply(), Kind.PRIVATE, NOW.minus(ago), null)))
        .isEqualTo("m_New1");

    var body = JSON.readTree(platform.call().body());
    assertThat(platform.call().path()).endsWith("/v26.0/1000002/messages");
    assertThat(body.path("messaging_type").asText()).isEqualTo(type);
    assertThat(body.path("tag").asText())
        .isEqualTo(type.equals("MESSAGE_TAG") ? "HUMAN_AGENT" : "");
    assertThat(body.path("recipient").path("id").asText()).isEqualTo("501");
    assertThat(body.path("message"))
        .isEqualTo(
            JSON.valueToTree(Map.of("text", "Уже смотрим.", "metadata", PUBLICATION.toString())));
  }

  @Test
  void answersACommentPrivately() throws IOException {
    platformAccepts();
    Reply reply = reply(Platform.FACEBOOK, Kind.PRIVATE, PAGE + "_44", "44_4711", "Напишите нам");

    channel().reply(like(reply, Kind.COMMENT, NOW, null));

    var body = JSON.readTree(platform.call().body());
    assertThat(body.path("recipient")).isEqualTo(JSON.valueToTree(Map.of("comment_id", "44_4711")));
    assertThat(body.has("messaging_type")).isFalse();
  }

  @Test
  void sendsAPictureInAMessageOfItsOwn() throws IOException {
    platform.answers(200, "{\"attachment_id\":\"1857\"}");
    platform.answers(200, "{\"message_id\":\"m_Picture\"}");
    platformAccepts();

    assertThat(channel().reply(like(privateReply(), Kind.PRIVATE, NOW, PICTURE)))
        .isEqualTo("m_New1");

    assertThat(platform.calls().stream().map(FakePlatform.Call::name).collect(Collectors.toList()))
        .containsExactly("message_attachments", "messages", "messages");
    assertThat(JSON.readTree(platform.calls().get(1).body()).at("/message/attachment"))
        .isEqualTo(JSON.readTree("{\"type\":\"image\",\"payload\":{\"attachment_id\":\"1857\"}}"));
  }

  @Test
  void isUnsureWhenOnlyThePictureIsOut() {
    platform.answers(200, "{\"attachment_id\":\"1857\"}");
    platform.answers(200, "{\"message_id\":\"m_Picture\"}");
    error(613, 0);

    assertThatThrownBy(() -> channel().reply(like(privateReply(), Kind.PRIVATE, NOW, PICTURE)))
        .isInstanceOf(CallFailure.Unsure.class)
        .hasMessageContaining("Файл отправлен");
  }

  @Test
  void findsItsCommentAmongAllLevelsOfThePost() {
    page("Другое", "{\"id\":\"1000002\"}", "Попробуйте ещё раз", "{\"id\":\"1000002\"}");

    assertThat(channel().readBack(commentReply(), NOW)).isEqualTo(new ReadBack.Found("44_2"));
    assertThat(platform.call().path())
        .contains("/v26.0/1000002_44/comments?")
        .contains("filter=stream")
        .contains("order=reverse_chronological");
  }

  @Test
  void tellsAbsenceFromDoubt() {
    page("Привет", "{\"id\":\"5\"}", "Попробуйте ещё раз", "{\"id\":\"6\"}");
    assertThat(channel().readBack(commentReply(), NOW)).isEqualTo(new ReadBack.Absent());
    page(
        "Попробуйте ещё раз", "{\"id\":\"1000002\"}", "Попробуйте ещё раз", "{\"id\":\"1000002\"}");
    assertThat(channel().readBack(commentReply(), NOW)).isEqualTo(new ReadBack.CannotTell());
    page("Попробуйте", "{\"id\":\"1000002\"}", "Ау", "{\"id\":\"6\"}");
    assertThat(channel().readBack(commentReply(), NOW)).isEqualTo(new ReadBack.CannotTell());
    page("Попробуйте ещё раз", "null", "Ау", "{\"id\":\"6\"}");
    assertThat(channel().readBack(commentReply(), NOW)).isEqualTo(new ReadBack.CannotTell());
    platform.answers(200, "{\"data\":[],\"paging\":{\"next\":\"https://x\"}}");
    assertThat(channel().readBack(commentReply(), NOW)).isEqualTo(new ReadBack.CannotTell());
    platform.answers(200, "{}");
    assertThat(channel().readBack(commentReply(), NOW)).isEqualTo(new ReadBack.CannotTell());
  }

  private void page(String text1, String from1, String text2, String from2) {
    platform.answers(
        200,
        "{\"data\":[{\"id\":\"44_1\",\"message\":\""
            + text1
            + "\",\"from\":"
            + from1
            + ",\"parent\":{\"id\":\"44_4711\"},\"created_time\":\"2026-11-22T10:00:01+0000\"},"
            + "{\"id\":\"44_2\",\"message\":\""
            + text2
            + "\",\"from\":"
            + from2
            + ",\"parent\":{\"id\":\"44_4711\"},\"created_time\":\"2026-11-22T10:00:02+0000\"}]}");
  }

  @ParameterizedTest
  @CsvSource({"44_4712, false", "44_4711, true", "44_4700, true", "'', false"})
  void theSameTextUnderAnotherCommentIsNoProof(String parent, boolean found) {
    platform.answers(
        200,
        ("{\"data\":[{\"id\":\"44_2\",\"message\":\"Попробуйте ещё"
                + " раз\",\"from\":{\"id\":\"1000002\"},"
                + "\"parent\":{\"id\":\"%s\"},\"created_time\":\"2026-11-22T10:00:02+0000\"},"
                + "{\"id\":\"44_4711\",\"message\":\"Ау\",\"from\":{\"id\":\"5\"},"
                + "\"parent\":{\"id\":\"44_4700\"},\"created_time\":\"2026-11-22T09:00:02+0000\"}]}")
            .formatted(parent));
    assertThat(channel().readBack(commentReply(), NOW))
        .isEqualTo(found ? new ReadBack.Found("44_2") : new ReadBack.CannotTell());
  }

  @Test
  void findsItsPrivateMessage() {
    platform.answers(
        200,
        "{\"data\":[{\"messages\":{\"data\":[{\"id\":\"m_1\",\"message\":\"Уже  смотрим.\","
            + "\"from\":{\"id\":\"1000002\"},\"created_time\":\"2026-11-22T10:00:01+0000\"}]}}]}");
    assertThat(channel().readBack(privateReply(), NOW)).isEqualTo(new ReadBack.Found("m_1"));
    platform.answers(200, "{\"data\":[]}");
    assertThat(channel().readBack(privateReply(), NOW)).isEqualTo(new ReadBack.Absent());
  }

  @Test
  void hidesShowsAndDeletes() throws IOException {
    platform.answers(200, "{\"success\":true}");
    channel().moderate(new Act.Hide("44_4711", PAGE + "_44"));
    platform.answers(200, "{\"success\":true}");
    channel().moderate(new Act.Show("44_4711", PAGE + "_44"));
    platform.answers(200, "{\"success\":true}");
    channel().moderate(new Act.Delete("44_4711", PAGE + "_44"));

    assertThat(platform.calls())
        .extracting(FakePlatform.Call::method)
        .containsExactly("POST", "POST", "DELETE");
    assertThat(JSON.readTree(platform.calls().get(0).body()).path("is_hidden").asBoolean())
        .isTrue();
    assertThat(JSON.readTree(platform.calls().get(1).body()).path("is_hidden").asBoolean(true))
        .isFalse();
    assertThat(platform.calls().get(2).path()).endsWith("/v26.0/44_4711");
  }

  @Test
  void hasDeletedWhatIsGoneAlready() {
    error(100, 33);
    error(100, 33);
    channel().moderate(new Act.Delete("44_4711", PAGE + "_44"));

    error(100, 33);
    platform.answers(200, "{\"id\":\"44_4711\"}");
    assertThatThrownBy(() -> channel().moderate(new Act.Delete("44_4711", PAGE + "_44")))
        .isInstanceOf(CallFailure.Refused.class);
  }

  @Test
  void blocksByEitherIdAndLetsInAgain() throws IOException {
    error(100, 0);
    platform.answers(200, "{\"501\":true}");
    channel().moderate(new Act.Ban("501", NOW));
    assertThat(JSON.readTree(platform.calls().get(0).body()).path("user").get(0).asText())
        .isEqualTo("501");
    assertThat(JSON.readTree(platform.calls().get(1).body()).path("psid").get(0).asText())
        .isEqualTo("501");

    platform.answers(200, "{\"501\":false}");
    platform.answers(200, "{\"501\":false}");
    assertThatThrownBy(() -> channel().moderate(new Act.Ban("501", null)))
        .isInstanceOf(CallFailure.Refused.class);

    error(100, 0);
    platform.answers(200, "{\"data\":[{\"id\":\"502\"}]}");
    channel().moderate(new Act.Unban("501"));
    error(100, 0);
    platform.answers(200, "{\"data\":[{\"id\":\"501\"}]}");
    assertThatThrownBy(() -> channel().moderate(new Act.Unban("501")))
        .isInstanceOf(CallFailure.Refused.class);
  }

  @Test
  void provesItsTokenAndItsSubscription() {
    platform.answers(200, "{\"id\":\"1000002\",\"name\":\"Карта «Мир»\"}");
    platform.answers(200, "{\"data\":[]}");
    platform.answers(200, "{\"data\":{\"expires_at\":1795600000}}");

    assertThat(channel().check())
        .isEqualTo(
            new Health(
                "Карта «Мир»",
                Instant.ofEpochSecond(1795600000),
                false,
                "Приложение не подписано на события: они не приходят"));
    platformRefusesToken();
    assertThatThrownBy(() -> channel().check()).isInstanceOf(CallFailure.LockedOut.class);
  }

  @Test
  void asksNoAddressThatAStrangerMadeUp() {
    Reply reply = reply(Platform.FACEBOOK, Kind.COMMENT, PAGE + "_44", "../me?x=", "Да");

    assertThatThrownBy(() -> channel().reply(reply)).isInstanceOf(CallFailure.Refused.class);
    assertThat(platform.calls()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "mir,verify,v26.0,own-id",
    "1000002,,v26.0,verify-token",
    "1000002,verify,26,api-version"
  })
  void namesTheWrongSetting(String page, String verifyToken, String version, String setting) {
    assertThatThrownBy(
            () -> maker().make("main", settings(platform.base(), page, verifyToken, version)))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining("desk.channel.facebook.main." + setting);
  }

  @Test
  void metasWordsOnItsLimitsAreReadApart() {
    platform.answers(
        200,
        "{\"id\":\"1_2\"}",
        Map.of(
            "X-App-Usage",
            "{\"call_count\":28,\"total_time\":25,\"total_cputime\":25}",
            "X-Business-Use-Case-Usage",
            "{\"1000002\":[{\"type\":\"pages\",\"call_count\":40,\"total_cputime\":95,\"total_time\":20,"
                + "\"estimated_time_to_regain_access\":0},{\"type\":\"messenger\",\"call_count\":100,"
                + "\"total_cputime\":0,\"total_time\":0,\"estimated_time_to_regain_access\":7}]}"));
    assertThat(channel().limits()).isEmpty();
    Channel channel = channel();
    channel.reply(commentReply());

    assertThat(channel.limits())
        .filteredOn(limit -> limit.of() != Limit.Of.PRIVATE)
        .extracting(limit -> limit.of() + " " + limit.quota().usedPercent())
        .containsExactlyInAnyOrder("ALL 28", "COMMENTS 95", "DEEDS 95");
    assertThat(channel.limits())
        .contains(new Limit(Limit.Of.PRIVATE, new Quota(100, 0, NOW.plus(Duration.ofMinutes(7)))));
  }

  @Test
  void readsTheBlacklistInParts() {
    platform.answers(
        200,
        "{\"data\":[{\"id\":\"501\",\"name\":\"Пётр Иванов\"}],"
            + "\"paging\":{\"cursors\":{\"after\":\"abc\"},\"next\":\"https://x\"}}");
    platform.answers(200, "{\"data\":[]}");

    BanList.Part first = ((BanList) channel()).bans(null);
    assertThat(first.bans())
        .containsExactly(new StandingBan("501", "Пётр Иванов", null, null, false));
    assertThat(first.next()).isEqualTo("abc");
    assertThat(((BanList) channel()).bans("abc").next()).isNull();
    assertThat(platform.calls().get(0).path()).contains("/1000002/blocked?");
    assertThat(platform.calls().get(1).path()).contains("after=abc");
  }
}
