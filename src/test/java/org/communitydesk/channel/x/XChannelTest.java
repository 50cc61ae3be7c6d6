package org.communitydesk.channel.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.communitydesk.channel.Act;
import org.communitydesk.channel.BadSetting;
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
import org.communitydesk.channel.Polled;
import org.communitydesk.channel.ProfileLookup;
import org.communitydesk.channel.ReadBack;
import org.communitydesk.channel.Reception;
import org.communitydesk.channel.Renewals;
import org.communitydesk.channel.Reply;
import org.communitydesk.conversation.Attachment;
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
import org.junit.jupiter.params.provider.ValueSource;

class XChannelTest extends ChannelContract {

  private static final String POST = "2080761390344937796";
  private static final String HERS = "2090000000000000011";
  private static final String NOT_SUMMONED =
      "Reply to this conversation is not allowed because you have not been mentioned or otherwise"
          + " engaged";

  @Override
  public EditFields editFields() {
    return new EditFields("edited", "/data/payload/id", null);
  }

  @Override
  public ChannelFactory maker() {
    return new XChannel.Maker(CLOCK, Optional.empty());
  }

  @Override
  public ChannelSettings settings(URI base) {
    return settings(base, false);
  }

  private static ChannelSettings settings(URI base, boolean enterprise) {
    return Examples.settings(
        "own-id", "1000005",
        "handle", "mir",
        "token", TOKEN,
        "admin-token", "admin-" + TOKEN,
        "secret", SECRET,
        "enterprise", enterprise,
        "base-url", base);
  }

  @Override
  public Delivery delivery(byte[] body, String secret) {
    Map<String, String> headers = new HashMap<>();
    if (secret != null) {
      String signature = secret.isBlank() ? "" : "sha256=" + Hmac.base64(Secret.of(secret), body);
      headers.put("x-twitter-webhooks-signature", signature);
    }
    return new Delivery("POST", headers, Map.of(), body, "");
  }

  @Override
  public List<String> examples() {
    return List.of(
        "comment",
        "comment_photo",
        "mention",
        "answer_to_us",
        "edited",
        "own_comment",
        "own_post",
        "own_deleted",
        "private",
        "private_photo",
        "own_private",
        "encrypted",
        "like",
        "unknown",
        "old_private");
  }

  @Override
  public void platformAccepts() {
    platform.answers(201, "{\"data\":{\"id\":\"2090000000000000999\",\"text\":\"a\"}}");
  }

  @Override
  public void platformIsBusy(int seconds) {
    platform.answers(
        429,
        "{\"errors\":[{\"code\":88,\"message\":\"Rate limit exceeded\"}]}",
        Map.of("x-rate-limit-reset", String.valueOf(NOW.getEpochSecond() + seconds)));
  }

  @Override
  public void platformRefusesToken() {
    problem(401, "", "Unauthorized");
  }

  @Override
  public void platformMissesTarget() {
    problem(404, "resource-not-found", "Could not find tweet");
  }

  private void problem(int status, String type, String detail) {
    platform.answers(
        status,
        "{\"title\":\"T\",\"detail\":\"%s\",\"type\":\"https://api.twitter.com/2/problems/%s\",\"status\":%d}"
            .formatted(detail, type, status));
  }

  @Override
  public Reply commentReply() {
    return reply(Platform.X, Kind.COMMENT, POST, HERS, "Здравствуйте! https://mironline.ru/x");
  }

  @Override
  public Reply privateReply() {
    return reply(Platform.X, Kind.PRIVATE, "2222222222222222222", "2080765901528535096", "Смотрим");
  }

  private Reception signed(String body, String signature) {
    return channel()
        .receive(
            new Delivery(
                "POST",
                Map.of("x-twitter-webhooks-signature", signature),
                Map.of(),
                body.getBytes(StandardCharsets.UTF_8),
                ""));
  }

  @Test
  void holdsThePublishedVectors() {
    XHook hook = new XHook("1000005", Secret.of("consumer-secret"));
    byte[] body = "{\"object\":\"page\",\"entry\":[]}".getBytes(StandardCharsets.UTF_8);
    Map<String, String> right =
        Map.of(
            "x-twitter-webhooks-signature", "sha256=Ad5qXHUdbLN8aOznwtfM2BzBT3yfxMJDPq4cnbin0HQ=");
    Map<String, String> hex =
        Map.of(
            "x-twitter-webhooks-signature",
            "sha256=01de6a5c751d6cb37c68ece7c2d7ccd81cc14f7c9fc4c2433eae1c9db8a7d074");

    assertThat(hook.receive(new Delivery("POST", right, Map.of(), body, "")))
        .isInstanceOf(Reception.Accepted.class);
    assertThat(hook.receive(new Delivery("POST", hex, Map.of(), body, "")))
        .isInstanceOf(Reception.Denied.class);
    assertThat(
            hook.receive(
                new Delivery(
                    "GET", Map.of(), Map.of("crc_token", "challenge_string"), new byte[0], "")))
        .isEqualTo(
            new Reception.Handshake(
                new Reception.Answer(
                    200,
                    "{\"response_token\":\"sha256=S/mG8E9n5SjoGuCqHguvP8K8uuu5ogCPF0dOpIdyZlk=\"}")));
    assertThat(hook.receive(new Delivery("GET", Map.of(), Map.of(), new byte[0], "")))
        .isInstanceOf(Reception.Denied.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"data\":{}}",
        "[{\"for_user_id\":\"1000005\",\"direct_message_events\":[]}]",
        "\"text\"",
        " {} ",
        "{}",
        "[]",
        "123456789",
        "1234567e89",
        "-12345678E9",
        "true",
        "false",
        "null",
        "NaN",
        "short",
        "a b c d e f g h",
        "abcdefgh\n",
        "абвгдежзикл",
        "abcdefgh.ijk",
        ""
      })
  void signsNothingThatCouldBeADelivery(String token) {
    XHook hook = new XHook("1000005", Secret.of("consumer-secret"));

    assertThat(challenge(hook, token)).isInstanceOf(Reception.Denied.class);
    assertThat(challenge(hook, "a".repeat(257))).isInstanceOf(Reception.Denied.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "challenge_string",
        "MmUxYTQxY2YtNTlmZS00ZWI3LTlhZjctODM5NTdjNzQyMTA3",
        "2e1a41cf-59fe-4eb7-9af7-83957c742107",
        "AJ+/bGbK8hx6Z/3TkQ=="
      })
  void whatItSignsIsNoDelivery(String token) {
    Secret secret = Secret.of("consumer-secret");
    XHook hook = new XHook("1000005", secret);
    byte[] body = token.getBytes(StandardCharsets.UTF_8);
    Map<String, String> signed =
        Map.of("x-twitter-webhooks-signature", "sha256=" + Hmac.base64(secret, body));

    assertThat(challenge(hook, token)).isInstanceOf(Reception.Handshake.class);
    assertThat(hook.receive(new Delivery("POST", signed, Map.of(), body, "")))
        .isInstanceOf(Reception.Denied.class);
  }

  private static Reception challenge(XHook hook, String token) {
    return hook.receive(new Delivery("GET", Map.of(), Map.of("crc_token", token), new byte[0], ""));
  }

  @Test
  void deniesWhatIsOfAnotherAccountAltogether() {
    String body = new String(example("comment"), StandardCharsets.UTF_8);
    String other = body.replace("\"user_id\": \"1000005\"", "\"user_id\": \"7\"");
    assertThat(channel().receive(delivery(other.getBytes(StandardCharsets.UTF_8), SECRET)))
        .isInstanceOf(Reception.Denied.class);

    byte[] both = ("[" + body + "," + other + "]").getBytes(StandardCharsets.UTF_8);
    List<Event> events = ((Reception.Accepted) channel().receive(delivery(both, SECRET))).events();
    assertThat(channel().understand(events.get(0).body()))
        .isInstanceOf(InboundEvent.MessageReceived.class);
    assertThat(channel().understand(events.get(1).body())).isInstanceOf(InboundEvent.Ignored.class);
    assertThat(signed(body, "sha256=")).isInstanceOf(Reception.Denied.class);
  }

  @Test
  void takesAPostForOneEventHoweverItIsTold() {
    String asReply = new String(example("comment"), StandardCharsets.UTF_8);
    String asMention =
        asReply.replace("post.reply.create", "post.mention.create").replace("-685", "385");
    Reception other =
        channel().receive(delivery(asMention.getBytes(StandardCharsets.UTF_8), SECRET));

    assertThat(((Reception.Accepted) other).events().get(0).key())
        .isEqualTo(((Reception.Accepted) receive("comment")).events().get(0).key())
        .isEqualTo("post-" + HERS);
    assertThat(((Reception.Accepted) receive("like")).events().get(0).key())
        .isEqualTo("event--6850472171600526495");
  }

  @Test
  void hearsWhereAPostStands() {
    Message comment = said(hear("comment"));
    assertThat(comment.threadId()).isEqualTo(POST);
    assertThat(comment.replyTo()).isNull();
    assertThat(comment.author().name()).isEqualTo("Анна Ли");
    assertThat(said(hear("mention")).threadId()).isEqualTo("2090000000000000013");
    assertThat(said(hear("answer_to_us")).replyTo()).isEqualTo("2090000000000000900");
    assertThat(said(hear("edited")).externalId()).isEqualTo("2090000000000000020");
    assertThat(hear("own_post")).isInstanceOf(InboundEvent.PostPublished.class);
    assertThat(hear("own_deleted")).isInstanceOf(InboundEvent.MessageRemoved.class);
    assertThat(hear("like")).isInstanceOf(InboundEvent.Ignored.class);
  }

  @Test
  void hearsPicturesAndUnfoldsWhatXHasFolded() {
    Message message = said(hear("comment_photo"));

    assertThat(message.text()).isEqualTo("@mir смотрите https://shop.example/x & скажите");
    assertThat(message.attachments())
        .extracting(Attachment::source)
        .containsExactly("https://pbs.twimg.com/media/a.jpg", "post/2090000000000000012/3_78", "");
    assertThat(message.attachments().get(2).type()).isEqualTo(Attachment.Type.OTHER);
  }

  @Test
  void hearsPrivateMessagesOfBothApis() {
    Message message = said(hear("private"));
    assertThat(message.threadId()).isEqualTo("2222222222222222222");
    assertThat(said(hear("old_private"))).isEqualTo(message);
    assertThat(hear("own_private"))
        .isInstanceOfSatisfying(
            InboundEvent.EchoReceived.class,
            echo -> assertThat(echo.message().threadId()).isEqualTo("2222222222222222222"));
    assertThat(said(hear("encrypted")).text()).contains("открыть на x.com");
  }

  @Test
  void asksForAPictureThatTheEventDidNotName() {
    platform.answers(
        200,
        "{\"data\":{\"id\":\"12\"},\"includes\":{\"media\":[{\"media_key\":\"3_78\",\"type\":\"photo\",\"url\":\""
            + platform.base()
            + "/b.jpg\"}]}}");
    platform.answers(200, new byte[] {1, 2}, Map.of());
    Attachment asked = said(hear("comment_photo")).attachments().get(1);

    assertThat(channel().fetch(asked, 10)).containsExactly(1, 2);
  }

  @Test
  void fetchesPicturesOfPrivateMessagesWithOurToken() {
    platform.answers(200, new byte[] {1, 2}, Map.of());

    assertThat(channel().fetch(said(hear("private_photo")).attachments().get(0), 10))
        .containsExactly(1, 2);
    assertThat(platform.call().path())
        .endsWith("/2/dm_conversations/media/2080765901528535096/66/photo.jpg");
  }

  @Test
  void answersThePost() throws IOException {
    platformAccepts();

    assertThat(channel().reply(commentReply())).isEqualTo("2090000000000000999");
    FakePlatform.Call call = platform.call();
    assertThat(call.path()).endsWith("/2/tweets");
    assertThat(JSON.readTree(call.body()).at("/reply/in_reply_to_tweet_id").asText())
        .isEqualTo(HERS);
  }

  @Test
  void answersPrivatelyWithAPicture() throws IOException {
    platform.answers(200, "{\"data\":{\"id\":\"55\"}}");
    platform.answers(201, "{\"data\":{\"dm_conversation_id\":\"a\",\"dm_event_id\":\"2090\"}}");
    OutgoingAttachment picture = new OutgoingAttachment("a.png", "image/png", new byte[] {1});
    Reply reply =
        new Reply(
            PUBLICATION,
            account(),
            Kind.PRIVATE,
            POST,
            HERS,
            "2222",
            "Напишите",
            Kind.COMMENT,
            NOW,
            picture,
            null);

    assertThat(channel().reply(reply)).isEqualTo("2090");
    assertThat(platform.calls().get(0).body()).contains("dm_image");
    assertThat(platform.calls().get(1).path()).endsWith("/dm_conversations/with/2222/messages");
    JsonNode body = JSON.readTree(platform.calls().get(1).body());
    assertThat(body.at("/attachments/0/media_id").asText()).isEqualTo("55");
  }

  @ParameterizedTest
  @CsvSource({
    "403, '', " + NOT_SUMMONED + ", Refused, упомянул",
    "403, '', You are not allowed to create a Tweet with duplicate content., Unsure, возможно",
    "403, client-not-enrolled, no, LockedOut, доступа",
    "403, not-authorized-for-resource, no, Refused, заблокировал",
    "402, '', no, LockedOut, оплаченные",
    "400, invalid-request, no, Refused, 400"
  })
  void knowsTheRefusals(int status, String type, String detail, String kind, String word) {
    problem(status, type, detail);

    Throwable failure = catchThrowable(() -> channel().reply(commentReply()));
    assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
    assertThat(failure.getMessage()).contains(word);
  }

  @Test
  void readsErrorsInsteadOfData() {
    platform.answers(
        200,
        "{\"errors\":[{\"type\":\"https://api.twitter.com/2/problems/resource-not-found\",\"detail\":\"x\"}]}");

    assertThat(failure(CallFailure.Refused.class).getMessage()).contains("больше нет");
  }

  @Test
  void waitsAMinuteWhenNoResetIsNamedOrItIsOver() {
    platform.answers(429, "{}", Map.of("x-rate-limit-reset", "17"));
    assertThat(failure(CallFailure.Busy.class).retryAfter()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void hidesAndShowsAndBlocksOnTheEnterpriseTierOnly() {
    for (int i = 0; i < 4; i++) {
      platform.answers(200, "{\"data\":{}}");
    }
    Channel enterprise = maker().make("main", settings(platform.base(), true));

    channel().moderate(new Act.Hide(HERS, POST));
    channel().moderate(new Act.Show(HERS, POST));
    enterprise.moderate(new Act.Ban("2222", null));
    enterprise.moderate(new Act.Unban("2222"));

    assertThat(platform.calls())
        .extracting(
            call -> call.method() + " " + call.path().replaceFirst(".*/2/", "") + " " + call.body())
        .containsExactly(
            "PUT tweets/" + HERS + "/hidden {\"hidden\":true}",
            "PUT tweets/" + HERS + "/hidden {\"hidden\":false}",
            "POST users/1000005/blocking {\"target_user_id\":\"2222\"}",
            "DELETE users/1000005/blocking/2222 ");
  }

  private static String timeline(String... texts) {
    StringBuilder data = new StringBuilder();
    for (int i = 0; i < texts.length; i++) {
      data.append(
          "%s{\"id\":\"20%d\",\"text\":\"%s\",\"referenced_tweets\":[{\"type\":\"replied_to\",\"id\":\"%s\"}]}"
              .formatted(i == 0 ? "" : ",", i, texts[i], HERS));
    }
    return "{\"data\":[" + data + "],\"meta\":{\"result_count\":" + texts.length + "}}";
  }

  @Test
  void readsAPostBackWhateverXMadeOfItsLink() {
    platform.answers(200, timeline("другое", "@u1 Здравствуйте! https://t.co/1"));
    assertThat(channel().readBack(commentReply(), NOW)).isEqualTo(new ReadBack.Found("201"));
    assertThat(platform.call().path())
        .contains("users/1000005/tweets")
        .contains("since_id=" + HERS);

    platform.answers(200, timeline("другое"));
    assertThat(channel().readBack(commentReply(), NOW)).isEqualTo(new ReadBack.Absent());
    platform.answers(200, timeline("Здравствуйте!", "Здравствуйте!"));
    assertThat(channel().readBack(commentReply(), NOW)).isEqualTo(new ReadBack.CannotTell());
  }

  @Test
  void readsAPrivateMessageBack() {
    String event =
        "{\"id\":\"77\",\"text\":\"Смотрим\",\"sender_id\":\"%s\",\"created_at\":\"%s\"}";
    platform.answers(
        200,
        "{\"data\":["
            + event.formatted("2222", NOW)
            + ","
            + event.formatted("1000005", NOW)
            + ","
            + event.formatted("1000005", NOW.minusSeconds(3600))
            + "],\"meta\":{\"result_count\":3}}");

    assertThat(channel().readBack(privateReply(), NOW)).isEqualTo(new ReadBack.Found("77"));
    assertThat(platform.call().path()).contains("/with/2222222222222222222/dm_events");
  }

  @Test
  void readsInPortionsWhatOnePollDoesNotHold() {
    int id = 100;
    for (int page = 0; page < 8; page++) {
      platform.answers(200, mention(id--, true));
    }
    platform.answers(200, NOTHING);
    final Polled.Poll first = ((Polled) channel()).poll(null);

    platform.calls().clear();
    platform.answers(200, mention(id--, true));
    platform.answers(200, mention(id, false));
    platform.answers(200, NOTHING);
    final Polled.Poll second = ((Polled) channel()).poll(first.cursor());

    assertThat(first.events()).hasSize(8);
    assertThat(first.cursor()).hasSizeLessThan(4000);
    assertThat(platform.calls().get(0).path()).contains("until_id=93").contains("start_time=");
    assertThat(second.events()).extracting(Event::key).containsExactly("post-91", "post-92");

    platform.calls().clear();
    platform.answers(200, NOTHING);
    platform.answers(200, NOTHING);
    ((Polled) channel()).poll(second.cursor());
    assertThat(platform.calls().get(0).path()).contains("since_id=100").doesNotContain("until_id");
  }

  private static final String NOTHING = "{\"meta\":{\"result_count\":0}}";

  private static String mention(int id, boolean more) {
    return """
    {"data":[{"id":"%d","author_id":"2222","conversation_id":"%s","text":"А"}],
     "meta":{"newest_id":"%d"%s}}
    """
        .formatted(id, POST, id, more ? ",\"next_token\":\"t" + id + "\"" : "");
  }

  @Test
  void saysWhatIsOlderThanTheSearchReaches() {
    String longAgo =
        """
        {"mentions":{"id":"5","at":"2026-11-01T00:00:00Z","asked":"2026-11-01T00:00:00Z"}}
        """;
    platform.answers(200, NOTHING);
    platform.answers(200, NOTHING);
    Polled.Poll poll = ((Polled) channel()).poll(longAgo);

    assertThat(poll.gap()).contains("X не спрашивали дольше шести дней");
    platform.answers(200, NOTHING);
    platform.answers(200, NOTHING);
    assertThat(((Polled) channel()).poll(poll.cursor()).gap()).isNull();
  }

  @Test
  void asksForMentionsAndSearchesOurConversations() {
    String post =
        "{\"id\":\"%s\",\"author_id\":\"2222\",\"conversation_id\":\""
            + POST
            + "\",\"text\":\"А\"}";
    String page = "{\"data\":[%s],\"meta\":{\"newest_id\":\"%s\"%s}}";
    platform.answers(200, page.formatted(post.formatted("32"), "32", ",\"next_token\":\"t\""));
    platform.answers(200, page.formatted(post.formatted("31"), "31", ""));
    platform.answers(200, page.formatted(post.formatted("9"), "9", ""));
    platform.answers(200, page.formatted(post.formatted("33"), "33", ""));

    Polled.Poll poll = ((Polled) channel()).poll(null);

    assertThat(poll.events())
        .extracting(Event::key)
        .containsExactly("post-31", "post-32", "post-33");
    assertThat(channel().understand(poll.events().get(2).body()))
        .isInstanceOf(InboundEvent.MessageReceived.class);
    assertThat(poll.rest()).isPositive();
    assertThat(platform.calls().get(0).path())
        .contains("mentions")
        .contains("start_time=2026-11-22T09");
    assertThat(platform.calls().get(3).path())
        .contains("search/recent")
        .contains("conversation_id%3A" + POST)
        .contains("-from%3Amir");

    platform.calls().clear();
    platform.answers(200, "{\"meta\":{\"result_count\":0}}");
    platform.answers(200, "{\"meta\":{\"result_count\":0}}");
    Polled.Poll next = ((Polled) channel()).poll(poll.cursor());
    assertThat(platform.calls().get(0).path()).contains("since_id=32");
    assertThat(next.events()).isEmpty();
    assertThat(next.cursor()).isEqualTo(poll.cursor());
  }

  @Test
  void checksTheTokenAndTheHook() {
    platform.answers(200, "{\"data\":{\"id\":\"1000005\",\"username\":\"mir\"}}");
    platform.answers(
        200,
        "{\"data\":[{\"id\":\"1\",\"url\":\"https://desk.example/hooks/x/main\",\"valid\":true}]}");

    assertThat(channel().check()).isEqualTo(new Health("@mir", null, true, null));
  }

  @Test
  void namesPeople() {
    platform.answers(200, "{\"data\":[{\"id\":\"22\",\"name\":\"Анна\",\"username\":\"a\"}]}");

    assertThat(((ProfileLookup) channel()).people(List.of("22")))
        .containsEntry("22", ProfileLookup.Known.named("Анна"));
  }

  @Test
  void theLimitsOfPostsMessagesAndDeedsAreReadApart() {
    Channel channel = channel();
    platform.answers(201, "{\"data\":{\"id\":\"1\"}}", left(100, 99));
    channel.reply(commentReply());
    platform.answers(201, "{\"data\":{\"dm_event_id\":\"2\"}}", left(15, 0));
    channel.reply(privateReply());
    platform.answers(200, "{\"data\":{\"hidden\":true}}", left(50, 7));
    channel.moderate(new Act.Hide(HERS, null));
    platform.answers(200, "{\"data\":{\"id\":\"1000005\",\"username\":\"mir\"}}", left(75, 1));
    platform.answers(200, "{\"data\":[]}");
    channel.check();

    Instant reset = Instant.ofEpochSecond(1_795_000_000);
    assertThat(channel.limits())
        .containsExactlyInAnyOrder(
            new Limit(Limit.Of.COMMENTS, new Quota(100, 99, reset)),
            new Limit(Limit.Of.PRIVATE, new Quota(15, 0, reset)),
            new Limit(Limit.Of.DEEDS, new Quota(50, 7, reset)));
  }

  private static Map<String, String> left(int limit, int remaining) {
    return Map.of(
        "x-rate-limit-limit", String.valueOf(limit),
        "x-rate-limit-remaining", String.valueOf(remaining),
        "x-rate-limit-reset", "1795000000");
  }

  @Test
  void aBodyThatTellsNothingIsIgnored() {
    List<Event> events =
        ((Reception.Accepted)
                channel().receive(delivery("{}".getBytes(StandardCharsets.UTF_8), SECRET)))
            .events();
    assertThat(events)
        .allSatisfy(
            event ->
                assertThat(channel().understand(event.body()))
                    .isInstanceOf(InboundEvent.Ignored.class));
  }

  private Channel renewed(Renewals renewals, Map<String, Object> replaced) {
    Map<String, Object> set =
        new HashMap<>(
            Map.of(
                "own-id", "1000005",
                "handle", "mir",
                "token", TOKEN,
                "secret", SECRET,
                "refresh-token", "refresh",
                "client-id", "our app",
                "base-url", platform.base()));
    set.putAll(replaced);
    Object[] pairs =
        set.entrySet().stream().flatMap(one -> Stream.of(one.getKey(), one.getValue())).toArray();
    return new XChannel.Maker(CLOCK, Optional.ofNullable(renewals))
        .make("main", Examples.settings(pairs));
  }

  @Test
  void aWornTokenIsRenewedAndTheCallMadeOnceMore() {
    Channel channel = renewed(new OneNode(), Map.of("client-id", "our-app"));
    platformRefusesToken();
    platform.answers(
        200,
        "{\"token_type\":\"bearer\",\"expires_in\":7200,\"access_token\":\"new\",\"refresh_token\":\"next\"}");
    platformAccepts();

    assertThat(channel.reply(commentReply())).isEqualTo("2090000000000000999");

    FakePlatform.Call renewal = platform.calls().get(1);
    assertThat(renewal.path()).endsWith("/2/oauth2/token");
    assertThat(renewal.header("Authorization")).isNull();
    assertThat(renewal.form())
        .containsExactly(
            Map.entry("grant_type", "refresh_token"),
            Map.entry("refresh_token", "refresh"),
            Map.entry("client_id", "our-app"));
    assertThat(platform.calls().get(2).header("Authorization")).isEqualTo("Bearer new");
    assertThat(platform.calls().get(2).body()).isEqualTo(platform.calls().get(0).body());
  }

  @Test
  void aConfidentialClientSaysWhoItIs() {
    Channel channel =
        renewed(new OneNode(), Map.of("client-id", "our-app", "client-secret", "hush"));
    platformRefusesToken();
    platform.answers(400, "{\"error\":\"invalid_request\"}");

    assertThat(catchThrowable(() -> channel.reply(commentReply())))
        .isInstanceOf(CallFailure.LockedOut.class)
        .hasMessageContaining("не продлевает ключ");
    assertThat(platform.calls().get(1).header("Authorization")).isEqualTo("Basic b3VyLWFwcDpodXNo");
  }

  @Test
  void aTokenThatIsRefusedAlsoWhenNewIsNotRenewedAgain() {
    Channel channel = renewed(new OneNode(), Map.of("client-id", "our-app"));
    platformRefusesToken();
    platform.answers(200, "{\"access_token\":\"new\"}");
    platformRefusesToken();

    assertThat(catchThrowable(() -> channel.reply(commentReply())))
        .isInstanceOf(CallFailure.LockedOut.class);
    assertThat(platform.calls()).hasSize(3);
  }

  @Test
  void withoutARefreshTokenNothingIsRenewed() {
    platformRefusesToken();
    assertThat(catchThrowable(() -> channel().reply(commentReply())))
        .isInstanceOf(CallFailure.LockedOut.class);
    assertThat(platform.calls()).hasSize(1);
  }

  @Test
  void aRefreshTokenNeedsAnAppAndAPlaceToBeKept() {
    assertThat(catchThrowable(() -> renewed(new OneNode(), Map.of())))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining("client-id");
    assertThat(catchThrowable(() -> renewed(null, Map.of("client-id", "our-app"))))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining("desk.secret-key");
  }

  /** Keeps tokens as one node alone would. */
  private static final class OneNode implements Renewals {

    private Secret token;

    @Override
    public boolean canKeep() {
      return true;
    }

    @Override
    public Secret token(Lease lease) {
      return token == null ? lease.token() : token;
    }

    @Override
    public void renew(Lease lease, Secret worn) {
      assertThat(worn.reveal()).isEqualTo(TOKEN);
      token = lease.exchange().exchange(lease.refreshToken()).token();
    }
  }
}
