package org.communitydesk.channel.vk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.communitydesk.channel.Act;
import org.communitydesk.channel.BadSetting;
import org.communitydesk.channel.BanList;
import org.communitydesk.channel.Capabilities;
import org.communitydesk.channel.Capability;
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
import org.communitydesk.channel.ProfileLookup;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VkChannelTest extends ChannelContract {

  private static final Instant SINCE = Instant.ofEpochSecond(1792000100);
  private static final OutgoingAttachment PICTURE =
      new OutgoingAttachment("снимок.png", "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G'});

  @Override
  public EditFields editFields() {
    return new EditFields("private_edited", "/object/date", "/object/text");
  }

  @Override
  public ChannelFactory maker() {
    return new VkChannel.Maker(CLOCK);
  }

  @Override
  public ChannelSettings settings(URI base) {
    return settings("1000001", null, "confirm-me", base);
  }

  @Override
  public Delivery delivery(byte[] body, String secret) {
    String text = new String(body, StandardCharsets.UTF_8);
    String proof = secret == null ? "\"x\": \"\"" : "\"secret\": \"" + secret + "\"";
    return new Delivery(
        "POST",
        Map.of("content-type", "application/json"),
        Map.of(),
        text.replaceFirst("\"secret\": *\"" + SECRET + "\"", proof)
            .getBytes(StandardCharsets.UTF_8),
        "");
  }

  @Override
  public List<String> examples() {
    return List.of(
        "comment",
        "comment_photo",
        "comment_deleted",
        "own_comment",
        "private",
        "own_private",
        "topic_comment",
        "post",
        "post_by_user",
        "confirmation");
  }

  @Override
  public void platformAccepts() {
    platform.answers(200, "{\"response\":{\"comment_id\":11,\"parents_stack\":[7]}}");
  }

  @Override
  public void platformIsBusy(int seconds) {
    platform.answers(429, "", Map.of("Retry-After", String.valueOf(seconds)));
  }

  @Override
  public void platformRefusesToken() {
    error(5);
  }

  @Override
  public void platformMissesTarget() {
    error(104);
  }

  private void error(int code) {
    platform.answers(
        200,
        "{\"error\":{\"error_code\":"
            + code
            + ",\"error_msg\":\""
            + TOKEN
            + "\",\"request_params\":[]}}");
  }

  @Override
  public Reply commentReply() {
    return reply(
        Platform.VK, Kind.COMMENT, "-1000001_5", "-1000001_8", "Подскажите адрес & кассу.");
  }

  @Override
  public Reply privateReply() {
    return reply(Platform.VK, Kind.PRIVATE, "501", "501_305", "Уже смотрим.");
  }

  private Polled polled() {
    return (Polled) channel();
  }

  @Test
  void answersTheConfirmation() {
    assertThat(receive("confirmation"))
        .isEqualTo(new Reception.Handshake(new Reception.Answer(200, "confirm-me")));
  }

  @Test
  void confirmsNothingWithoutTheSecret() {
    assertThat(channel().receive(delivery(example("confirmation"), null)))
        .isInstanceOf(Reception.Denied.class);
  }

  @Test
  void answersExactlyOk() {
    assertThat(((Reception.Accepted) receive("comment")).answer())
        .isEqualTo(new Reception.Answer(200, "ok"));
  }

  @Test
  void refusesAnotherCommunity() {
    String body =
        new String(example("comment"), StandardCharsets.UTF_8)
            .replace("\"group_id\": 1000001", "\"group_id\": 1000002");

    assertThat(channel().receive(delivery(body.getBytes(StandardCharsets.UTF_8), SECRET)))
        .isInstanceOf(Reception.Denied.class);
  }

  @Test
  void keepsABrokenBodyOnlyWhenItKnowsTheSecret() {
    String bomb = "{\"secret\": \"test-secret\", \"object\": " + "[".repeat(50_000);

    assertThat(channel().receive(delivery(bomb.getBytes(StandardCharsets.UTF_8), SECRET)))
        .isInstanceOfSatisfying(
            Reception.Unreadable.class,
            unreadable ->
                assertThat(new String(unreadable.kept(), StandardCharsets.UTF_8))
                    .startsWith("{\"secret\":\"***\", \"object\"")
                    .doesNotContain(SECRET));
    assertThat(channel().receive(delivery(bomb.getBytes(StandardCharsets.UTF_8), "guess")))
        .isInstanceOf(Reception.Denied.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"secret\": \"guess\", \"secret\": \"test-secret\"}",
        "{\"secret\": \"test-secret\", \"secret\": \"guess\"}",
        "{\"secret\": 1, \"secret\": \"test-secret\"}",
        "{\"object\": {\"secret\": \"test-secret\"}}",
        "[{\"secret\": \"test-secret\"}]",
        "\"secret\": \"test-secret\"",
        "{\"a\": \"\\\"secret\\\": \\\"test-secret\\\"\"}"
      })
  void believesOneSecretOfTheEnvelopeOnly(String body) {
    assertThat(channel().receive(delivery(body.getBytes(StandardCharsets.UTF_8), SECRET)))
        .isInstanceOf(Reception.Denied.class);
  }

  @Test
  void keysADeliveryWithoutEventIdByItsBody() {
    String body =
        new String(example("comment"), StandardCharsets.UTF_8)
            .replaceFirst("\"event_id\": \"\\w+\",", "");
    Delivery delivery = delivery(body.getBytes(StandardCharsets.UTF_8), SECRET);

    List<Event> first = ((Reception.Accepted) channel().receive(delivery)).events();

    assertThat(first.get(0).key()).startsWith("sha256-");
    assertThat(((Reception.Accepted) channel().receive(delivery)).events())
        .extracting(Event::key)
        .containsExactly(first.get(0).key());
  }

  @Test
  void hearsWhatACommentAnswers() {
    Message message = said(hear("comment"));

    assertThat(message.externalId()).isEqualTo("-1000001_8");
    assertThat(message.threadId()).isEqualTo("-1000001_5");
    assertThat(message.replyTo()).isEqualTo("-1000001_7");
    assertThat(message.author()).isEqualTo(new Author("501", ""));
  }

  @Test
  void hearsARemovedAndARestoredComment() {
    assertThat(hear("comment_deleted"))
        .isEqualTo(new InboundEvent.MessageRemoved(account(), "-1000001_8", "501", NOW));
    assertThat(hear("comment_restored")).isInstanceOf(InboundEvent.MessageRestored.class);
  }

  @Test
  void takesTheWidestPictureAndNamesTheFile() {
    assertThat(said(hear("comment_photo")).attachments())
        .containsExactly(
            new Attachment(Attachment.Type.IMAGE, "https://sun1.userapi.com/w.jpg", ""),
            new Attachment(Attachment.Type.FILE, "https://vk.com/doc501_2?hash=1", "чек.pdf"),
            new Attachment(Attachment.Type.IMAGE, "https://vk.com/sticker/1-3-512", ""),
            new Attachment(Attachment.Type.OTHER, "", "video"));
  }

  @Test
  void hearsAPrivateMessageWithWhatWasForwarded() {
    Message message = said(hear("private"));

    assertThat(message.externalId()).isEqualTo("501_305");
    assertThat(message.threadId()).isEqualTo("501");
    assertThat(message.replyTo()).isEqualTo("501_300");
    assertThat(message.text()).isEqualTo("Где мой кешбэк?\n> переслано");
  }

  @Test
  void knowsItsOwnPrivateMessageByTheKey() {
    assertThat(hear("own_private"))
        .isInstanceOfSatisfying(
            InboundEvent.EchoReceived.class,
            echoReceived -> assertThat(echoReceived.key()).isEqualTo("123456"));
    assertThat(hear("private_edited")).isInstanceOf(InboundEvent.MessageEdited.class);
  }

  @Test
  void hearsTopicsPostsAndServiceEvents() {
    assertThat(said(hear("topic_comment")))
        .extracting(Message::threadId, Message::externalId)
        .containsExactly("topic44", "topic44_3");
    assertThat(hear("post"))
        .isEqualTo(
            new InboundEvent.PostPublished(
                account(),
                "-1000001_6",
                Instant.ofEpochSecond(1792000600),
                "Новая программа лояльности"));
    assertThat(said(hear("post_by_user")))
        .extracting(Message::threadId, Message::externalId)
        .containsExactly("-1000001_7", "-1000001_7");
  }

  @Test
  void hearsThatSomebodyIsShutOut() {
    assertThat(hear("user_block"))
        .isInstanceOfSatisfying(
            InboundEvent.BanChanged.class,
            changed -> assertThat(changed.personId()).matches("\\d+"));
  }

  @Test
  void hearsThatAPersonTakesNoMoreMessages() {
    assertThat(hear("message_deny"))
        .isInstanceOfSatisfying(
            InboundEvent.UserUnsubscribed.class,
            userUnsubscribed -> assertThat(userUnsubscribed.personId()).isEqualTo("501"));
  }

  @Test
  void readsTheBlacklistInParts() {
    platform.answers(200, banned(201, 200));
    platform.answers(200, banned(201, 1));

    BanList.Part first = ((BanList) channel()).bans(null);
    assertThat(first.bans()).hasSize(200);
    assertThat(first.bans().get(0))
        .isEqualTo(
            new StandingBan(
                "501",
                "Пётр Иванов",
                Instant.ofEpochSecond(1_790_000_000),
                Instant.ofEpochSecond(1_800_000_000),
                false));
    assertThat(first.total()).isEqualTo(201);
    BanList.Part last = ((BanList) channel()).bans(first.next());
    assertThat(last.next()).isNull();

    assertThat(called()).containsOnly("groups.getBanned");
    assertThat(platform.calls().get(0).form())
        .containsEntry("offset", "0")
        .containsEntry("count", "200")
        .containsEntry("access_token", TOKEN);
    assertThat(platform.calls().get(1).form()).containsEntry("offset", "200");
  }

  private static String banned(int total, int items) {
    String one =
        "{\"type\":\"profile\",\"profile\":{\"id\":501,\"first_name\":\"Пётр\","
            + "\"last_name\":\"Иванов\"},\"ban_info\":{\"admin_id\":1,\"date\":1790000000,"
            + "\"reason\":0,\"comment\":\"\",\"end_date\":1800000000}}";
    return "{\"response\":{\"count\":"
        + total
        + ",\"items\":["
        + String.join(",", Collections.nCopies(items, one))
        + "]}}";
  }

  @Test
  void saysWhetherOnePersonIsShutOut() {
    platform.answers(200, banned(1, 1));
    error(104);

    assertThat(((BanList) channel()).ban("501")).isPresent();
    assertThat(((BanList) channel()).ban("502")).isEmpty();
    assertThatThrownBy(() -> ((BanList) channel()).ban("-77"))
        .isInstanceOf(CallFailure.Refused.class);
  }

  @Test
  void answersUnderTheComment() {
    platformAccepts();

    assertThat(channel().reply(commentReply())).isEqualTo("-1000001_11");

    FakePlatform.Call call = platform.call();
    assertThat(call.method()).isEqualTo("POST");
    assertThat(call.path()).isEqualTo("/sandbox/platform/method/wall.createComment");
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put("owner_id", "-1000001");
    expected.put("post_id", "5");
    expected.put("from_group", "1000001");
    expected.put("message", "Подскажите адрес & кассу.");
    expected.put("reply_to_comment", "8");
    expected.put("guid", PUBLICATION.toString());
    expected.put("access_token", TOKEN);
    expected.put("v", "5.199");
    assertThat(call.form()).containsExactlyEntriesOf(expected);
  }

  @Test
  void answersAPostThatAUserWrote() {
    platformAccepts();

    channel().reply(reply(Platform.VK, Kind.COMMENT, "-1000001_7", "-1000001_7", "Спасибо!"));

    assertThat(platform.call().form())
        .containsEntry("post_id", "7")
        .doesNotContainKey("reply_to_comment");
  }

  @Test
  void writesPrivatelyWithAStableKey() {
    platform.answers(200, "{\"response\":306}");

    assertThat(channel().reply(privateReply())).isEqualTo("501_306");

    assertThat(platform.call().name()).isEqualTo("messages.send");
    assertThat(platform.call().form())
        .containsEntry("peer_id", "501")
        .containsEntry("random_id", VkActions.randomId(PUBLICATION))
        .containsEntry("message", "Уже смотрим.");
  }

  @Test
  void drawsAKeyThatVkTakes() {
    for (int i = 0; i < 1000; i++) {
      assertThat(Integer.parseInt(VkActions.randomId(new UUID(i * 7919L, ~i)))).isPositive();
    }
    assertThat(VkActions.randomId(new UUID(0, 0))).isEqualTo("1");
  }

  @Test
  void leavesTopicsToAPersonWithoutAnAdministrator() {
    Reply reply = reply(Platform.VK, Kind.COMMENT, "topic44", "topic44_3", "Спасибо!");

    assertThatThrownBy(() -> withoutAdministrator().reply(reply))
        .isInstanceOf(CallFailure.Refused.class);
    assertThat(platform.calls()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "topic44,topic44_3,board.createComment,group_id=1000001 topic_id=44",
    "photo55,photo55_3,photos.createComment,owner_id=-1000001 photo_id=55 reply_to_comment=3",
    "video66,video66_3,video.createComment,owner_id=-1000001 video_id=66 reply_to_comment=3",
    "market77,market77_3,market.createComment,owner_id=-1000001 item_id=77 reply_to_comment=3"
  })
  void answersElsewhereAsTheCommunityWithTheAdministratorsToken(
      String thread, String answered, String method, String fields) {
    platform.answers(200, "{\"response\":12}");

    assertThat(channel().reply(reply(Platform.VK, Kind.COMMENT, thread, answered, "Спасибо!")))
        .isEqualTo(thread + "_12");

    Map<String, String> expected = new LinkedHashMap<>();
    for (String field : fields.split(" ", -1)) {
      expected.put(field.split("=", -1)[0], field.split("=", -1)[1]);
    }
    expected.put("from_group", "1");
    expected.put("message", "Спасибо!");
    expected.put("guid", PUBLICATION.toString());
    expected.put("access_token", "admin-" + TOKEN);
    expected.put("v", "5.199");
    assertThat(platform.call().name()).isEqualTo(method);
    assertThat(platform.call().form()).containsExactlyInAnyOrderEntriesOf(expected);
  }

  @Test
  void answersACommentInPrivate() {
    Reply reply = privateAnswer("501");
    platform.answers(200, "{\"response\":307}");
    platform.answers(200, page(ourLetter(307)));

    assertThat(channel().reply(reply)).isEqualTo("501_307");
    assertThat(channel().readBack(reply, SINCE)).isEqualTo(new ReadBack.Found("501_307"));

    assertThat(platform.calls())
        .allSatisfy(call -> assertThat(call.form()).containsEntry("peer_id", "501"));
    assertThatThrownBy(() -> channel().reply(privateAnswer("-77")))
        .isInstanceOf(CallFailure.Refused.class);
    assertThat(platform.calls()).hasSize(2);
  }

  private static String ourLetter(int id) {
    return "{\"id\":%d,\"from_id\":-1000001,\"date\":1792000101,\"random_id\":%s}"
        .formatted(id, VkActions.randomId(PUBLICATION));
  }

  @ParameterizedTest
  @CsvSource({"900,чёрном списке", "901,не разрешал", "902,закрыл личные сообщения"})
  void saysWhyItCannotAnswerInPrivate(int code, String why) {
    error(code);

    assertThatThrownBy(() -> channel().reply(privateAnswer("501")))
        .isInstanceOf(CallFailure.Refused.class)
        .hasMessageContaining(why);
  }

  private Reply privateAnswer(String person) {
    return Examples.inPrivate(commentReply(), person);
  }

  private void uploadAddress() {
    platform.answers(
        200, "{\"response\":{\"upload_url\":\"" + platform.base() + "/upload?hash=h\"}}");
  }

  private List<String> called() {
    return platform.calls().stream().map(FakePlatform.Call::name).toList();
  }

  @Test
  void sendsAPictureInPrivate() {
    uploadAddress();
    platform.answers(200, "{\"server\":3,\"photo\":\"[{p}]\",\"hash\":\"x\"}");
    platform.answers(200, "{\"response\":[{\"id\":45,\"owner_id\":501,\"access_key\":\"k1\"}]}");
    platform.answers(200, "{\"response\":306}");

    channel().reply(Examples.with(privateReply(), PICTURE));

    assertThat(called())
        .containsExactly(
            "photos.getMessagesUploadServer",
            "upload",
            "photos.saveMessagesPhoto",
            "messages.send");
    assertThat(platform.calls().get(0).form())
        .containsEntry("peer_id", "501")
        .containsEntry("access_token", TOKEN);
    assertThat(platform.calls().get(1).body())
        .contains("name=\"photo\"; filename=\"снимок.png\"", "image/png")
        .doesNotContain(TOKEN);
    assertThat(platform.calls().get(2).form())
        .containsEntry("photo", "[{p}]")
        .containsEntry("server", "3")
        .containsEntry("hash", "x");
    assertThat(platform.calls().get(3).form())
        .containsEntry("attachment", "photo501_45_k1")
        .containsEntry("random_id", VkActions.randomId(PUBLICATION));
  }

  @Test
  void sendsADocumentInPrivate() {
    uploadAddress();
    platform.answers(200, "{\"file\":\"f|1\"}");
    platform.answers(
        200, "{\"response\":{\"type\":\"doc\",\"doc\":{\"id\":9,\"owner_id\":-1000001}}}");
    platform.answers(200, "{\"response\":306}");

    channel()
        .reply(
            Examples.with(
                privateReply(),
                new OutgoingAttachment("чек.pdf", "application/pdf", new byte[] {1})));

    assertThat(called())
        .containsExactly("docs.getMessagesUploadServer", "upload", "docs.save", "messages.send");
    assertThat(platform.calls().get(2).form())
        .containsEntry("file", "f|1")
        .containsEntry("title", "чек.pdf");
    assertThat(platform.calls().get(3).form()).containsEntry("attachment", "doc-1000001_9");
  }

  @Test
  void putsAPictureIntoACommentWithTheAdministratorsToken() {
    uploadAddress();
    platform.answers(200, "{\"server\":3,\"photo\":\"[{p}]\",\"hash\":\"x\"}");
    platform.answers(200, "{\"response\":[{\"id\":45,\"owner_id\":-1000001}]}");
    platformAccepts();

    channel().reply(Examples.with(commentReply(), PICTURE));

    assertThat(called())
        .containsExactly(
            "photos.getWallUploadServer", "upload", "photos.saveWallPhoto", "wall.createComment");
    assertThat(platform.calls().get(2).form())
        .containsEntry("group_id", "1000001")
        .containsEntry("access_token", "admin-" + TOKEN);
    assertThat(platform.calls().get(3).form())
        .containsEntry("attachments", "photo-1000001_45")
        .containsEntry("access_token", TOKEN);
  }

  @Test
  void saysNothingBeforeThePictureIsThere() {
    Reply reply = Examples.with(privateReply(), PICTURE);
    platform.answers(502, "");
    assertThatThrownBy(() -> channel().reply(reply)).isInstanceOf(CallFailure.Busy.class);

    for (String address : List.of("not an address", "", "upload.php", "ftp://vk.com/upload")) {
      platform.answers(200, "{\"response\":{\"upload_url\":\"" + address + "\"}}");
      assertThatThrownBy(() -> channel().reply(reply)).isInstanceOf(CallFailure.Busy.class);
    }

    uploadAddress();
    platform.cuts();
    assertThatThrownBy(() -> channel().reply(reply)).isInstanceOf(CallFailure.Busy.class);

    uploadAddress();
    platform.answers(200, "{\"server\":3,\"photo\":\"[]\",\"hash\":\"\"}");
    assertThatThrownBy(() -> channel().reply(reply))
        .isInstanceOf(CallFailure.Refused.class)
        .hasMessageContaining("снимок.png");
    assertThat(called()).doesNotContain("messages.send");
  }

  @ParameterizedTest
  @CsvSource({
    "-1000001_8,-1000001_5,wall.deleteComment,owner_id=-1000001 comment_id=8",
    "-1000001_7,-1000001_7,wall.delete,owner_id=-1000001 post_id=7",
    "topic44_3,topic44,board.deleteComment,group_id=1000001 topic_id=44 comment_id=3",
    "photo55_3,photo55,photos.deleteComment,owner_id=-1000001 comment_id=3",
    "video66_3,video66,video.deleteComment,owner_id=-1000001 comment_id=3",
    "market77_3,market77,market.deleteComment,owner_id=-1000001 comment_id=3"
  })
  void deletesAndRestoresAComment(String comment, String thread, String method, String fields) {
    platform.answers(200, "{\"response\":1}");
    platform.answers(200, "{\"response\":1}");

    channel().moderate(new Act.Delete(comment, thread));
    channel().moderate(new Act.Restore(comment, thread));

    assertThat(called()).containsExactly(method, method.replace("delete", "restore"));
    for (FakePlatform.Call call : platform.calls()) {
      Map<String, String> sent = new LinkedHashMap<>(call.form());
      assertThat(sent.remove("access_token")).isEqualTo("admin-" + TOKEN);
      sent.remove("v");
      assertThat(sent).hasSize(fields.split(" ", -1).length);
      sent.forEach((name, value) -> assertThat(fields.split(" ", -1)).contains(name + "=" + value));
    }
  }

  @Test
  void takesWhatIsDoneAlreadyForDone() {
    error(104);
    channel().moderate(new Act.Delete("-1000001_8", "-1000001_5"));
    error(243);
    channel().moderate(new Act.Restore("-1000001_8", "-1000001_5"));
    error(104);
    channel().moderate(new Act.Unban("501"));
    assertThat(called()).endsWith("groups.getBanned");

    error(104);
    assertThatThrownBy(() -> channel().moderate(new Act.Restore("-1000001_8", "-1000001_5")))
        .isInstanceOf(CallFailure.Refused.class);
    error(15);
    assertThatThrownBy(() -> channel().moderate(new Act.Delete("-1000001_8", "-1000001_5")))
        .isInstanceOf(CallFailure.Refused.class);
  }

  @Test
  void deletesNoPrivateMessage() {
    assertThatThrownBy(() -> channel().moderate(new Act.Delete("501_305", "501")))
        .isInstanceOf(CallFailure.Refused.class);
    assertThat(platform.calls()).isEmpty();
  }

  @Test
  void bansForTheTermAndAtMostForAYear() {
    for (int i = 0; i < 3; i++) {
      platform.answers(200, "{\"response\":1}");
    }

    channel().moderate(new Act.Ban("501", NOW.plus(Duration.ofDays(7))));
    channel().moderate(new Act.Ban("501", NOW.plus(Duration.ofDays(1000))));
    channel().moderate(new Act.Ban("-77", null));

    assertThat(called()).containsOnly("groups.ban");
    assertThat(platform.calls().get(0).form())
        .containsEntry("group_id", "1000001")
        .containsEntry("owner_id", "501")
        .containsEntry("end_date", seconds(Duration.ofDays(7)))
        .containsEntry("access_token", "admin-" + TOKEN);
    assertThat(platform.calls().get(1).form())
        .containsEntry("end_date", seconds(Duration.ofDays(365)));
    assertThat(platform.calls().get(2).form())
        .containsEntry("owner_id", "-77")
        .doesNotContainKey("end_date");
    assertThatThrownBy(() -> channel().moderate(new Act.Ban("501", NOW)))
        .isInstanceOf(CallFailure.Refused.class);
    assertThat(platform.calls()).hasSize(3);
  }

  private static String seconds(Duration term) {
    return String.valueOf(NOW.plus(term).getEpochSecond());
  }

  @Test
  void letsInOnlyWhoIsShutOut() {
    platform.answers(200, page("{\"type\":\"profile\"}"));
    platform.answers(200, "{\"response\":1}");

    channel().moderate(new Act.Unban("501"));

    assertThat(called()).containsExactly("groups.getBanned", "groups.unban");
    assertThat(platform.calls().get(1).form()).containsEntry("owner_id", "501");
  }

  @Test
  void moderatesAndShowsPicturesOnlyWithTheAdministratorsToken() {
    assertThat(channel().capabilities()).isEqualTo(Capabilities.of(Platform.VK));
    assertThat(withoutAdministrator().capabilities().can())
        .containsExactlyInAnyOrder(
            Capability.HEAR_COMMENTS,
            Capability.HEAR_PRIVATE,
            Capability.HEAR_EDITS,
            Capability.HEAR_REMOVALS,
            Capability.HEAR_BANS,
            Capability.LIST_BANS,
            Capability.READ_BAN,
            Capability.REPLY_COMMENT,
            Capability.REPLY_PRIVATE,
            Capability.PRIVATE_ANSWER_TO_COMMENT,
            Capability.PICTURE_IN_PRIVATE,
            Capability.READ_BACK_PRIVATE,
            Capability.POLLING);
    for (Act act :
        List.of(
            new Act.Delete("-1000001_8", "-1000001_5"),
            new Act.Restore("-1000001_8", "-1000001_5"),
            new Act.Ban("501", null),
            new Act.Unban("501"))) {
      assertThatThrownBy(() -> withoutAdministrator().moderate(act))
          .isInstanceOf(CallFailure.Refused.class);
    }
    assertThatThrownBy(() -> withoutAdministrator().reply(Examples.with(commentReply(), PICTURE)))
        .isInstanceOf(CallFailure.Refused.class);
    assertThat(withoutAdministrator().readBack(commentReply(), SINCE))
        .isEqualTo(new ReadBack.CannotTell());
    assertThat(platform.calls()).isEmpty();
  }

  private Channel withoutAdministrator() {
    return guarded(
        maker()
            .make(
                "main",
                Examples.settings(
                    "own-id",
                    "1000001",
                    "token",
                    TOKEN,
                    "polling",
                    "true",
                    "base-url",
                    platform.base())));
  }

  @Test
  void tellsHowTheAccountStands() {
    platform.answers(200, "{\"response\":{\"groups\":[{\"name\":\"Карта «Мир»\"}]}}");
    platform.answers(
        200,
        "{\"response\":{\"mask\":1,\"permissions\":[{\"name\":\"messages\"},"
            + "{\"name\":\"wall\"},{\"name\":\"photos\"},{\"name\":\"docs\"},"
            + "{\"name\":\"manage\"}]}}");
    platform.answers(200, "{\"response\":[]}");
    platform.answers(
        200, "{\"response\":{\"items\":[{\"status\":\"failed\"},{\"status\":\"ok\"}]}}");

    assertThat(channel().check()).isEqualTo(new Health("Карта «Мир»", null, true, null));
    assertThat(called())
        .containsExactly(
            "groups.getById",
            "groups.getTokenPermissions",
            "users.get",
            "groups.getCallbackServers");
  }

  @Test
  void tellsWhatItsTokensLack() {
    platform.answers(200, "{\"response\":{\"groups\":[{\"name\":\"Мир\"}]}}");
    platform.answers(200, "{\"response\":{\"settings\":[{\"name\":\"messages\"}]}}");
    error(5);
    error(15);

    Health health = channel().check();

    assertThat(health.hookSubscribed()).isNull();
    assertThat(health.note())
        .startsWith("Ключу сообщества не хватает прав: docs, manage, photos, wall. ")
        .contains("Ключ администратора не действует")
        .doesNotContain(TOKEN);
    error(5);
    assertThatThrownBy(() -> channel().check()).isInstanceOf(CallFailure.LockedOut.class);
  }

  @ParameterizedTest
  @CsvSource({
    "1,Unsure",
    "5,LockedOut",
    "6,Busy",
    "7,Refused",
    "9,Busy",
    "10,Unsure",
    "14,Refused",
    "15,Refused",
    "17,Refused",
    "18,Refused",
    "24,Refused",
    "27,LockedOut",
    "28,LockedOut",
    "29,Busy",
    "100,Refused",
    "104,Refused",
    "203,Refused",
    "211,Refused",
    "212,Refused",
    "213,Refused",
    "222,Refused",
    "223,Busy",
    "703,Refused",
    "900,Refused",
    "901,Refused",
    "902,Refused",
    "914,Refused",
    "3300,Refused",
    "98765,Refused"
  })
  void readsTheErrorCode(int code, String kind) {
    error(code);

    CallFailure failure =
        catchThrowableOfType(CallFailure.class, () -> channel().reply(commentReply()));

    assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
    assertThat(failure.getMessage()).contains(String.valueOf(code)).doesNotContain(TOKEN);
  }

  @Test
  void comesBackSoonAfterTooManyRequestsPerSecond() {
    error(6);

    assertThat(failure(CallFailure.Busy.class).retryAfter()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void findsItsCommentInTheThread() {
    platform.answers(200, page("{\"id\":8,\"from_id\":501,\"date\":1792000000}"));
    platform.answers(
        200,
        page(
            "{\"id\":11,\"from_id\":-1000001,\"date\":1792000101,"
                + "\"text\":\"[id501|Анна], Подскажите адрес &amp; кассу.\"}"));

    assertThat(channel().readBack(commentReply(), SINCE))
        .isEqualTo(new ReadBack.Found("-1000001_11"));
    assertThat(platform.calls().get(1).form())
        .containsEntry("comment_id", "8")
        .containsEntry("access_token", "admin-" + TOKEN);
  }

  @Test
  void provesThatItsCommentIsAbsent() {
    platform.answers(
        200, page("{\"id\":2,\"from_id\":9,\"date\":1,\"thread\":{\"items\":[{\"id\":8}]}}"));
    platform.answers(200, page("{\"id\":8,\"from_id\":501,\"date\":1792000000}"));

    assertThat(channel().readBack(commentReply(), SINCE)).isEqualTo(new ReadBack.Absent());
    assertThat(platform.calls().get(1).form()).containsEntry("comment_id", "2");
  }

  @Test
  void looksForItsCommentUnderAPhotoAndInATopic() {
    String ours = "{\"id\":12,\"from_id\":-1000001,\"date\":1792000101,\"text\":\"Спасибо!\"}";
    for (String thread : List.of("photo55", "topic44")) {
      platform.answers(200, page(ours));
      Reply reply = reply(Platform.VK, Kind.COMMENT, thread, thread + "_3", "Спасибо!");

      assertThat(channel().readBack(reply, SINCE)).isEqualTo(new ReadBack.Found(thread + "_12"));
    }
    assertThat(called()).containsExactly("photos.getComments", "board.getComments");
    assertThat(platform.calls().get(1).form())
        .containsEntry("topic_id", "44")
        .containsEntry("access_token", "admin-" + TOKEN);
  }

  @Test
  void cannotTellWhichOfTwoIsMeant() {
    String first = "{\"id\":11,\"from_id\":-1000001,\"date\":1792000101,\"text\":\"Да\"}";
    String second = first.replace("11", "12");
    platform.answers(200, page(first + "," + second));
    Reply reply = reply(Platform.VK, Kind.COMMENT, "-1000001_5", null, "Да");
    assertThat(channel().readBack(reply, SINCE)).isEqualTo(new ReadBack.CannotTell());

    platform.answers(200, page(ourLetter(306) + "," + ourLetter(307)));
    assertThat(channel().readBack(privateReply(), SINCE)).isEqualTo(new ReadBack.CannotTell());
  }

  @Test
  void linksToTheMessageThatIsAnswered() {
    assertThat(channel().link(commentReply())).hasValue("https://vk.com/wall-1000001_5?reply=8");
    assertThat(channel().link(privateReply())).hasValue("https://vk.com/gim1000001?sel=501");
    assertThat(channel().link(privateAnswer("501")))
        .hasValue("https://vk.com/wall-1000001_5?reply=8");
    assertThat(channel().link(reply(Platform.VK, Kind.COMMENT, "topic44", "topic44_3", "")))
        .hasValue("https://vk.com/topic-1000001_44?post=3");
    assertThat(channel().link(reply(Platform.VK, Kind.COMMENT, "photo55", "photo55_3", "")))
        .hasValue("https://vk.com/photo-1000001_55");
  }

  @Test
  void cannotTellWhenTheAnsweredCommentOrTheTextIsNotSeen() {
    platform.answers(200, page("{\"id\":2,\"from_id\":9,\"date\":1}"));
    assertThat(channel().readBack(commentReply(), SINCE)).isEqualTo(new ReadBack.CannotTell());

    platform.answers(200, page("{\"id\":8,\"from_id\":501,\"date\":1}"));
    platform.answers(
        200, page("{\"id\":9,\"from_id\":-1000001,\"date\":1792000101,\"text\":\"другое\"}"));
    assertThat(channel().readBack(commentReply(), SINCE)).isEqualTo(new ReadBack.CannotTell());
  }

  @Test
  void findsItsPrivateMessageByTheKey() {
    String key = VkActions.randomId(PUBLICATION);
    platform.answers(
        200,
        page("{\"id\":306,\"from_id\":-1000001,\"date\":1792000101,\"random_id\":" + key + "}"));
    platform.answers(200, page("{\"id\":305,\"from_id\":501,\"date\":1792000000,\"random_id\":0}"));

    assertThat(channel().readBack(privateReply(), SINCE)).isEqualTo(new ReadBack.Found("501_306"));
    assertThat(channel().readBack(privateReply(), SINCE)).isEqualTo(new ReadBack.Absent());
  }

  @Test
  void isBusyWhenItCannotReadBackNow() {
    platform.answers(503, "");

    assertThatThrownBy(() -> channel().readBack(privateReply(), SINCE))
        .isInstanceOf(CallFailure.Busy.class);
  }

  private static String page(String items) {
    return "{\"response\":{\"count\":5,\"current_level_count\":1,\"items\":[" + items + "]}}";
  }

  @Test
  void namesPeople() {
    platform.answers(
        200,
        """
        {"response":[{"id":501,"first_name":"Анна","last_name":"Ильина","followers_count":12000}]}
        """);

    assertThat(((ProfileLookup) channel()).people(List.of("501", "-77")))
        .containsExactly(Map.entry("501", new ProfileLookup.Known("Анна Ильина", 12_000L)));
    assertThat(platform.call().form())
        .containsEntry("user_ids", "501")
        .containsEntry("fields", "followers_count");
  }

  @Test
  void polls() {
    Polled channel = polled();
    longPollServer("1", "key-1");
    Polled.Poll first = channel.poll(null);
    assertThat(first).isEqualTo(new Polled.Poll(List.of(), "1"));

    String update = new String(example("comment"), StandardCharsets.UTF_8);
    platform.answers(200, "{\"ts\":\"2\",\"updates\":[" + update + "]}");
    Polled.Poll second = channel.poll(first.cursor());

    assertThat(second.cursor()).isEqualTo("2");
    assertThat(said(channel.understand(second.events().get(0).body())).externalId())
        .isEqualTo("-1000001_8");
    assertThat(platform.calls().get(1).path())
        .isEqualTo("/sandbox/platform/longpoll?act=a_check&wait=10&key=key-1&ts=1");
  }

  @Test
  void followsTheFailuresOfLongPoll() {
    Polled channel = polled();
    longPollServer("5", "key-1");
    platform.answers(200, "{\"failed\":1,\"ts\":9}");
    Polled.Poll gap = channel.poll("5");
    assertThat(gap.cursor()).isEqualTo("9");
    assertThat(gap.gap()).contains("ВКонтакте потерял часть событий");

    platform.answers(200, "{\"failed\":2}");
    longPollServer("77", "key-2");
    assertThat(channel.poll("9").cursor()).isEqualTo("9");

    platform.answers(200, "{\"failed\":3}");
    longPollServer("88", "key-3");
    Polled.Poll lost = channel.poll("9");
    assertThat(lost.cursor()).isEqualTo("88");
    assertThat(lost.gap()).isNotNull();
    assertThat(platform.calls().get(4).path()).contains("key=key-2");
  }

  private void longPollServer(String ts, String key) {
    platform.answers(
        200,
        "{\"response\":{\"server\":\""
            + platform.base()
            + "/longpoll\",\"key\":\""
            + key
            + "\",\"ts\":\""
            + ts
            + "\"}}");
  }

  @Test
  void aLinkInAMessageLeadsNowhereInside() {
    for (String inside :
        List.of(
            platform.base() + "/photo.jpg",
            platform.base().resolve("/").toString(),
            platform.base().toString().replace("localhost", "127.0.0.1") + "/photo.jpg")) {
      Attachment stranger = new Attachment(Attachment.Type.IMAGE, inside, "");
      assertThatThrownBy(() -> channel().fetch(stranger, 100))
          .isInstanceOf(CallFailure.Refused.class);
    }
    assertThat(platform.calls()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-5,own-id", "club1,own-id", "'',own-id"})
  void refusesAWrongOwnId(String ownId, String setting) {
    assertThatThrownBy(
            () -> maker().make("main", settings(ownId, null, "confirm", platform.base())))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining("desk.channel.vk.main." + setting);
  }

  @Test
  void needsNeitherSecretNorConfirmationForPolling() {
    assertThat(maker().make("main", bare(true, TOKEN))).isInstanceOf(Polled.class);
    assertThatThrownBy(() -> maker().make("main", bare(false, TOKEN)))
        .isInstanceOf(BadSetting.class)
        .hasMessage("desk.channel.vk.main.secret is missing");
    assertThatThrownBy(() -> maker().make("main", bare(true, "")))
        .hasMessage("desk.channel.vk.main.token is missing");
  }

  @Test
  void matchesNoSecretWhereNoneIsSet() {
    assertThat(maker().make("main", bare(true, TOKEN)).receive(delivery(example("comment"), "")))
        .isInstanceOf(Reception.Denied.class);
  }

  private static ChannelSettings bare(boolean polling, String token) {
    return Examples.settings("own-id", "1000001", "token", token, "polling", polling);
  }
}
