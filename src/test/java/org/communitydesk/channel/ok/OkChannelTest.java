package org.communitydesk.channel.ok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.communitydesk.channel.Act;
import org.communitydesk.channel.BadSetting;
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
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Message;
import org.communitydesk.conversation.Platform;
import org.communitydesk.http.CallFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OkChannelTest extends ChannelContract {

  private static final String TOPIC = "156900000000001";

  /** A cursor after which the topic is next. */
  private static final String IN_TURN = "1\nGROUP_PHOTO_77\n\n\ntrue";

  @Override
  public ChannelFactory maker() {
    return new OkChannel.Maker(CLOCK);
  }

  @Override
  public ChannelSettings settings(URI base) {
    return Examples.settings(
        "own-id",
        "1000006",
        "token",
        TOKEN,
        "admin-token",
        "admin-" + TOKEN,
        "application-key",
        "CKEY",
        "application-secret",
        "app-secret",
        "secret",
        SECRET,
        "base-url",
        base);
  }

  @Override
  public Delivery delivery(byte[] body, String secret) {
    return new Delivery("POST", Map.of(), Map.of(), body, secret == null ? "" : secret);
  }

  /** Comments come by no hook. */
  @Override
  public String usual() {
    return "private";
  }

  @Override
  public boolean tellsEdits() {
    return false;
  }

  @Override
  public List<String> examples() {
    return List.of("private", "private_photo", "private_bare", "own_private", "button", "unknown");
  }

  @Override
  public void platformAccepts() {
    platform.answers(200, "{\"id\":\"MTU2NQ/x==\"}");
  }

  @Override
  public void platformIsBusy(int seconds) {
    platform.answers(429, "", Map.of("Retry-After", String.valueOf(seconds)));
  }

  @Override
  public void platformRefusesToken() {
    error(102);
  }

  @Override
  public void platformMissesTarget() {
    error(300);
  }

  private void error(int code) {
    platform.answers(200, "{\"error_code\":" + code + ",\"error_msg\":\"X\",\"error_data\":null}");
  }

  @Override
  public Reply commentReply() {
    return reply(Platform.OK, Kind.COMMENT, TOPIC, "MTU2Mg~2w==", "Здравствуйте!");
  }

  @Override
  public Reply privateReply() {
    return reply(
        Platform.OK, Kind.PRIVATE, "C3ecb9d02a600", "C3ecb9d02a600.15cea67d78d2059", "Уже смотрим");
  }

  private Polled polled() {
    return (Polled) channel();
  }

  private Polled.Poll poll(String cursor, String comments) {
    platform.answers(200, new String(example("list"), StandardCharsets.UTF_8));
    platform.answers(200, comments);
    return polled().poll(cursor);
  }

  private String comments() {
    return new String(example("comments"), StandardCharsets.UTF_8);
  }

  private List<InboundEvent> heard(Polled.Poll poll) {
    return poll.events().stream().map(event -> channel().understand(event.body())).toList();
  }

  @Test
  void hearsCommentsByReading() {
    String first = poll(null, comments()).cursor();
    platform.calls().clear();
    Polled.Poll poll = poll(first, comments());

    List<InboundEvent> heard = heard(poll);
    assertThat(heard.get(0)).isInstanceOf(InboundEvent.PostPublished.class);
    Message comment = said(heard.get(1));
    assertThat(comment.externalId()).isEqualTo("MTU2OTAwMDAwMDAwMDAxOi0x~2w==");
    assertThat(comment.threadId()).isEqualTo(TOPIC);
    assertThat(comment.author().name()).isEqualTo("Анна Ли");
    assertThat(said(heard.get(2)).replyTo()).isEqualTo(comment.externalId());
    assertThat(heard.get(3)).isInstanceOf(InboundEvent.EchoReceived.class);
    assertThat(heard.get(4))
        .isInstanceOfSatisfying(
            InboundEvent.MessageRemoved.class,
            gone -> assertThat(gone.externalId()).isEqualTo("MTU2NA"));
    assertThat(poll.rest()).isEqualTo(Duration.ofSeconds(2));
    assertThat(platform.calls().get(1).form())
        .containsEntry("discussionId", TOPIC)
        .containsEntry("includeRemoved", "true")
        .containsEntry("anchor", "LAST");
  }

  @Test
  void takesThoseWithNewCommentsEveryOtherTime() {
    String photo = "{\"comments\":[],\"has_more\":false}";
    String cursor = poll(null, photo).cursor();
    cursor = poll(cursor, comments()).cursor();
    poll(cursor, photo);

    assertThat(platform.calls().stream().map(FakePlatform.Call::form))
        .filteredOn(form -> form.get("method").equals("discussions.getComments"))
        .extracting(form -> form.get("discussionId"))
        .containsExactly("77", TOPIC, "77");
  }

  @Test
  void knowsTheSameStateOfTheSameCommentAgain() {
    List<Event> once = poll(IN_TURN, comments()).events();
    List<Event> edited = poll(IN_TURN, comments().replace("И мне", "И мне тоже")).events();

    assertThat(edited).hasSameSizeAs(once);
    for (int i = 0; i < once.size(); i++) {
      boolean changed = i == 2;
      assertThat(edited.get(i).key().equals(once.get(i).key())).isEqualTo(!changed);
    }
    assertThat(said(channel().understand(edited.get(2).body())).text()).isEqualTo("И мне тоже");
  }

  @Test
  void readsOlderPagesUntilTheWindowEnds() {
    String more = comments().replace("\"has_more\": false", "\"has_more\": true");
    String cursor = poll(IN_TURN, more).cursor();
    poll(cursor, comments());
    assertThat(platform.calls().get(3).form()).containsEntry("anchor", "b1");

    platform.calls().clear();
    String old = more.replace("1795341000000", "1");
    cursor = poll(IN_TURN, old).cursor();
    assertThat(cursor).isEqualTo("1\n" + TOPIC + "\n\n\nfalse");
  }

  /**
   * More than one page of discussions: each is read in its turn, also those without new comments.
   */
  @Test
  void readsTheDiscussionsOfEveryPageOfTheList() {
    Map<String, String> pages =
        Map.of("", list("a1", 0, 1, 2), "a1", list("a2", 0, 3, 4), "a2", list("", 0, 5));
    Set<String> read = new TreeSet<>();
    String cursor = "1\n\n\n\ntrue";
    for (int poll = 0; poll < 14 && read.size() < 5; poll++) {
      cursor = pollPages(pages, cursor, read).cursor();
    }
    assertThat(read).containsExactly("1", "2", "3", "4", "5");
    assertThat(cursor.split("\n", -1)).as("and then from the first again").hasSize(5);
  }

  @Test
  void saysThatThereAreDiscussionsItCannotRead() {
    Set<String> read = new TreeSet<>();
    Map<String, String> pages = Map.of("", list("", 0, 1, 2).replace("false", "true"));
    Polled.Poll first = pollPages(pages, "1\n\n\n\ntrue", read);
    assertThat(first.gap()).isNull();
    Polled.Poll second = pollPages(pages, first.cursor(), read);
    assertThat(second.gap()).as("once for each round").contains("не все обсуждения");
    assertThat(read).containsExactly("1", "2");
  }

  @Test
  void beginsTheListAnewWhenAPageOfItIsGone() {
    platform.answers(200, list("a1", 0, 1, 2));
    error(100);
    platform.answers(200, list("a1", 0, 1, 2));
    platform.answers(200, "{\"comments\":[],\"has_more\":false}");
    polled().poll("1\n\n\n\ntrue\na1");
    assertThat(platform.calls().get(3).form()).containsEntry("discussionId", "1");
  }

  private Polled.Poll pollPages(Map<String, String> pages, String cursor, Set<String> read) {
    platform.calls().clear();
    platform.answers(200, pages.get(""));
    String[] kept = cursor.split("\n", -1);
    boolean further = kept.length == 6;
    if (further) {
      platform.answers(200, pages.get(kept[5]));
    }
    platform.answers(200, "{\"comments\":[],\"has_more\":false}");
    Polled.Poll poll = polled().poll(cursor);
    read.add(platform.calls().get(further ? 2 : 1).form().get("discussionId"));
    return poll;
  }

  private static String list(String anchor, int fresh, int... topics) {
    String all =
        Arrays.stream(topics)
            .mapToObj(
                topic ->
                    "{\"object_type\":\"GROUP_TOPIC\",\"object_id\":\"%d\",\"new_comments_count\":%d}"
                        .formatted(topic, fresh))
            .collect(Collectors.joining(","));
    return "{\"discussions\":[%s],\"anchor\":\"%s\",\"has_more\":%s}"
        .formatted(all, anchor, !anchor.isEmpty());
  }

  @Test
  void leavesAloneWhatStoodThereBeforeTheDesk() {
    String old =
        comments().replace("1795341000000", String.valueOf(NOW.minusSeconds(7200).toEpochMilli()));
    String cursor = poll(null, old).cursor();

    assertThat(poll(cursor, old).events()).hasSize(1);
  }

  @Test
  void publishesAsTheGroupWithASignature() {
    platformAccepts();

    assertThat(channel().reply(commentReply())).isEqualTo("MTU2NQ~x==");
    Map<String, String> form = platform.call().form();
    assertThat(form)
        .containsEntry("method", "discussions.addDiscussionComment")
        .containsEntry("entityId", TOPIC)
        .containsEntry("entityType", "GROUP_TOPIC")
        .containsEntry("as_admin", "true")
        .containsEntry("reply_to_comment_id", "MTU2Mg/2w==")
        .containsEntry("access_token", "admin-" + TOKEN);
    assertThat(form.get("sig")).matches("[0-9a-f]{32}");
  }

  @Test
  void signsAsDocumented() {
    assertThat(OkRest.signature(new TreeMap<>(Map.of("b", "2", "a", "1")), "s"))
        .isEqualTo("7a6643dba2345e0f26b44b068e967357");
  }

  @Test
  void answersInTheChat() throws IOException {
    platform.answers(200, "{\"message_id\":\"mid:C3ecb9d02a600.99\"}");

    assertThat(channel().reply(privateReply())).isEqualTo("C3ecb9d02a600.99");
    assertThat(platform.call().path()).contains("/graph/me/messages/chat%3AC3ecb9d02a600?");
    JsonNode body = JSON.readTree(platform.call().body());
    assertThat(body.at("/recipient/chat_id").asText()).isEqualTo("chat:C3ecb9d02a600");
    assertThat(body.at("/message/text").asText()).isEqualTo("Уже смотрим");
  }

  @Test
  void answersACommentPrivately() throws IOException {
    platform.answers(200, "{\"success\":true}");
    Reply comment = commentReply();
    Reply inPrivate =
        new Reply(
            PUBLICATION,
            account(),
            Kind.PRIVATE,
            TOPIC,
            comment.replyTo(),
            "571",
            "Напишите нам",
            Kind.COMMENT,
            NOW,
            null,
            null);

    assertThat(channel().reply(inPrivate)).isEqualTo(TOPIC + "-" + PUBLICATION);
    assertThat(JSON.readTree(platform.call().body()).at("/recipient/user_id").asText())
        .isEqualTo("user:571");
  }

  @Test
  void sendsAPicture() throws IOException {
    platform.answers(200, "{\"url\":\"" + platform.base() + "/upload?sig=1\",\"file_id\":\"1\"}");
    platform.answers(200, "{\"photos\":{\"1\":{\"token\":\"tok\"}}}");
    platform.answers(200, "{\"message_id\":\"mid:C1.2\"}");
    Reply bare = privateReply();
    OutgoingAttachment picture = new OutgoingAttachment("a.png", "image/png", new byte[] {1, 2, 3});

    channel()
        .reply(
            new Reply(
                PUBLICATION,
                account(),
                Kind.PRIVATE,
                "C1",
                null,
                "5",
                bare.text(),
                Kind.PRIVATE,
                NOW,
                picture,
                null));

    assertThat(platform.calls().get(1).body()).contains("name=\"file\"; filename=\"a.png\"");
    assertThat(
            JSON.readTree(platform.calls().get(2).body())
                .at("/message/attachment/payload/token")
                .asText())
        .isEqualTo("tok");
  }

  @Test
  void readsACommentBack() {
    String ours = comments().replace("Здравствуйте!", "Здравствуйте!  ");
    Instant since = Instant.ofEpochMilli(1795341000000L);
    Reply reply = reply(Platform.OK, Kind.COMMENT, TOPIC, "MTU2Mg", "Здравствуйте!");
    platform.answers(200, ours);
    assertThat(channel().readBack(reply, since)).isEqualTo(new ReadBack.Found("MTU2Mw"));

    platform.answers(200, comments());
    assertThat(channel().readBack(reply, since.plusSeconds(999)))
        .isInstanceOf(ReadBack.Absent.class);
    platform.answers(
        200, comments().replace("И мне", "Здравствуйте!").replace("user:572", "group:1000006"));
    assertThat(
            channel()
                .readBack(reply(Platform.OK, Kind.COMMENT, TOPIC, null, "Здравствуйте!"), since))
        .isInstanceOf(ReadBack.CannotTell.class);
  }

  @Test
  void readsAMessageBack() {
    String one =
        "{\"sender\":{\"user_id\":\"group:1000006\"},\"message\":{\"text\":\"Уже смотрим\",\"mid\":\"mid:C1.9\"},\"timestamp\":%d}";
    long now = NOW.toEpochMilli();
    platform.answers(200, "{\"messages\":[" + one.formatted(now) + "]}");
    assertThat(channel().readBack(privateReply(), NOW)).isEqualTo(new ReadBack.Found("C1.9"));
    platform.answers(200, "{\"messages\":[" + one.formatted(now - 3_600_000) + "]}");
    assertThat(channel().readBack(privateReply(), NOW)).isEqualTo(new ReadBack.Absent());
    platform.answers(200, "{\"messages\":[" + one.formatted(now) + "," + one.formatted(now) + "]}");
    assertThat(channel().readBack(privateReply(), NOW)).isEqualTo(new ReadBack.CannotTell());
  }

  @Test
  void deletesAndTakesWhatIsGoneForDone() {
    platform.answers(200, "{\"success\":true}");
    error(300);
    error(10);

    channel().moderate(new Act.Delete("MTU2Mg~2w==", TOPIC));
    channel().moderate(new Act.Delete("MTU2Mg~2w==", "GROUP_PHOTO_77"));

    assertThat(platform.calls().get(0).form())
        .containsEntry("comment_id", "MTU2Mg/2w==")
        .containsEntry("discussionType", "GROUP_TOPIC");
    assertThat(platform.calls().get(1).form())
        .containsEntry("discussionId", "77")
        .containsEntry("discussionType", "GROUP_PHOTO");
    assertThatThrownBy(() -> channel().moderate(new Act.Delete("A", TOPIC)))
        .isInstanceOf(CallFailure.Refused.class);
    error(50);
    assertThatThrownBy(() -> channel().moderate(new Act.Delete("A", TOPIC)))
        .isInstanceOf(CallFailure.Refused.class);
    error(102);
    assertThatThrownBy(() -> channel().moderate(new Act.Delete("A", TOPIC)))
        .isInstanceOf(CallFailure.LockedOut.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2, Unsure",
    "9999, Unsure",
    "8, Busy",
    "11, Busy",
    "10, LockedOut",
    "104, LockedOut",
    "454, Refused",
    "458, Refused",
    "141, Refused"
  })
  void knowsTheCodes(int code, String kind) {
    error(code);

    Throwable failure = catchThrowable(() -> channel().reply(commentReply()));
    assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
    assertThat(failure.getMessage()).contains(String.valueOf(code));
  }

  @Test
  void hearsAPrivateMessageWithItsBareIds() {
    Message message = said(hear("private"));

    assertThat(message.externalId()).isEqualTo("C3ecb9d02a600.15cea67d78d2059");
    assertThat(message.threadId()).isEqualTo("C3ecb9d02a600");
    assertThat(message.author().id()).isEqualTo("571234567890");
    assertThat(said(hear("private_photo")).attachments())
        .extracting(Attachment::type)
        .containsExactly(Attachment.Type.IMAGE, Attachment.Type.FILE, Attachment.Type.OTHER);
    assertThat(said(hear("private_bare")).externalId()).startsWith("C404-");
    assertThat(hear("button")).isInstanceOf(InboundEvent.Ignored.class);
  }

  @Test
  void deniesAnotherGroupAndAnotherVerb() {
    String other = new String(example("private"), StandardCharsets.UTF_8).replace("1000006", "7");
    assertThat(channel().receive(delivery(other.getBytes(StandardCharsets.UTF_8), SECRET)))
        .isInstanceOf(Reception.Denied.class);
    assertThat(channel().receive(new Delivery("GET", Map.of(), Map.of(), new byte[0], SECRET)))
        .isInstanceOf(Reception.Denied.class);
  }

  @Test
  void checksBothKeysAndTheHook() {
    platform.answers(200, "{\"name\":\"Карта «Мир»\",\"group_id\":\"group:1000006\"}");
    platform.answers(
        200, "{\"subscriptions\":[{\"url\":\"https://desk.example/hooks/ok/main/test-secret\"}]}");
    platform.answers(200, "[{\"uid\":\"1000006\"}]");
    assertThat(channel().check()).isEqualTo(new Health("Карта «Мир»", null, true, null));

    platform.answers(200, "{\"name\":\"Чужая\",\"group_id\":\"group:7\"}");
    platform.answers(200, "{\"subscriptions\":[]}");
    error(102);
    assertThatThrownBy(() -> channel().check()).isInstanceOf(CallFailure.LockedOut.class);
  }

  @Test
  void namesPeople() {
    platform.answers(200, "[{\"uid\":\"571\",\"name\":\"Анна Ли\"}]");

    assertThat(((ProfileLookup) channel()).people(List.of("571")))
        .containsEntry("571", ProfileLookup.Known.named("Анна Ли"));
  }

  @Test
  void needsTheApplicationForComments() {
    ChannelSettings bare =
        Examples.settings(
            "own-id", "1", "token", "t", "secret", "12345678", "base-url", platform.base());
    Channel channel = guarded(maker().make("main", bare));

    assertThat(channel.capabilities().can(Capability.REPLY_COMMENT)).isFalse();
    assertThat(((Polled) channel).isAsked()).isFalse();
    assertThatThrownBy(() -> channel.reply(commentReply())).isInstanceOf(CallFailure.Refused.class);
    assertThatThrownBy(
            () ->
                maker()
                    .make(
                        "main",
                        Examples.settings(
                            "own-id", "1", "token", "t", "secret", "12345678", "admin-token", "a")))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining("desk.channel.ok.main.application-key");
  }

  @Test
  void showsNoTokenWhenTheConnectionIsCut() {
    platform.cuts();

    Throwable failure = catchThrowable(() -> channel().reply(privateReply()));
    assertThat(failure).isInstanceOf(CallFailure.Unsure.class);
    assertThat(failure.toString()).doesNotContain("token-that-must-not-show");
  }
}
