package org.communitydesk.channel.instagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.communitydesk.channel.Act;
import org.communitydesk.channel.BadSetting;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.ChannelContract;
import org.communitydesk.channel.ChannelFactory;
import org.communitydesk.channel.ChannelSettings;
import org.communitydesk.channel.Delivery;
import org.communitydesk.channel.Event;
import org.communitydesk.channel.Examples;
import org.communitydesk.channel.Health;
import org.communitydesk.channel.Limit;
import org.communitydesk.channel.OutgoingAttachment;
import org.communitydesk.channel.ProfileLookup;
import org.communitydesk.channel.ReadBack;
import org.communitydesk.channel.Reception;
import org.communitydesk.channel.Reply;
import org.communitydesk.channel.graph.GraphDelivery;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.Author;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Message;
import org.communitydesk.conversation.Platform;
import org.communitydesk.http.CallFailure;
import org.communitydesk.http.Quota;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstagramChannelTest extends ChannelContract {

  private static final String OWN = "1000003";
  private static final String MEDIA = "17918195224117851";
  private static final String COMMENT = "17858893269000001";
  private static final OutgoingAttachment PICTURE =
      new OutgoingAttachment("чек.png", "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G'});

  @Override
  public EditFields editFields() {
    return new EditFields(
        "private_edited",
        "/entry/0/messaging/0/message_edit/num_edit",
        "/entry/0/messaging/0/message_edit/text");
  }

  @Override
  public ChannelFactory maker() {
    return new InstagramChannel.Maker(CLOCK);
  }

  @Override
  public ChannelSettings settings(URI base) {
    return settings(base, OWN, "1000002", false);
  }

  private static ChannelSettings settings(URI base, String own, String page, boolean humanAgent) {
    return Examples.settings(
        "own-id", own,
        "page-id", page,
        "token", TOKEN,
        "secret", SECRET,
        "verify-token", "verify",
        "human-agent", humanAgent,
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
        "bare_comment",
        "mention",
        "mention_in_caption",
        "private",
        "private_photo",
        "private_story",
        "private_edited",
        "own_private",
        "read");
  }

  /** Comments are texts. */
  @Override
  public String photo() {
    return "private_photo";
  }

  @Override
  public void platformAccepts() {
    platform.answers(200, "{\"id\":\"17858893269000099\",\"message_id\":\"aWdNew\"}");
  }

  @Override
  public Duration patience() {
    return Duration.ofMinutes(17);
  }

  @Override
  public void platformIsBusy(int seconds) {
    platform.answers(
        400,
        "{\"error\":{\"message\":\"x\",\"code\":80002}}",
        Map.of(
            "X-Business-Use-Case-Usage",
            "{\"1000003\":[{\"estimated_time_to_regain_access\":" + seconds / 60 + "}]}"));
  }

  @Override
  public void platformRefusesToken() {
    error(190, 0);
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
            + "\",\"type\":\"IGApiException\",\"code\":"
            + code
            + (subcode == 0 ? "" : ",\"error_subcode\":" + subcode)
            + "}}");
  }

  @Override
  public Reply commentReply() {
    return reply(Platform.INSTAGRAM, Kind.COMMENT, MEDIA, COMMENT, "Попробуйте ещё раз");
  }

  @Override
  public Reply privateReply() {
    return reply(Platform.INSTAGRAM, Kind.PRIVATE, "501", "aWdfZAG1", "Уже смотрим.");
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
  }

  @Test
  void hearsAPictureInAPrivateMessage() {
    assertThat(said(hear("private_photo")).attachments())
        .containsExactly(
            new Attachment(Attachment.Type.IMAGE, "https://lookaside.example/ig?asset_id=1", ""));
    assertThat(said(hear("private_story")).attachments())
        .containsExactly(
            new Attachment(Attachment.Type.FILE, "https://lookaside.example/story", "история"));
  }

  @Test
  void hearsWhereACommentStands() {
    Message message = said(hear("comment"));

    assertThat(message.externalId()).isEqualTo(COMMENT);
    assertThat(message.threadId()).isEqualTo(MEDIA);
    assertThat(message.replyTo()).isNull();
    assertThat(message.author()).isEqualTo(new Author("501", "anna.ilina"));
    assertThat(said(hear("comment_answer")).replyTo()).isEqualTo(COMMENT);
    assertThat(said(hear("comment_other_id")).externalId()).isEqualTo("17858893269000003");
  }

  @Test
  void hearsTheFormOfInstagramLoginToo() {
    assertThat(hear("bare_comment")).isEqualTo(hear("comment"));
    assertThat(((Reception.Accepted) receive("bare_comment")).events())
        .extracting(Event::key)
        .containsExactly(((Reception.Accepted) receive("comment")).events().get(0).key());
    assertThat(said(hear("private_page_id")).text()).isEqualTo("Через страницу");
    assertThat(receive("other_account")).isInstanceOf(Reception.Denied.class);
  }

  @Test
  void fetchesWhoMentionedUsAndHow() {
    Message message = said(hear("mention"));
    assertThat(message.externalId()).isEqualTo("17894227972186120");
    assertThat(message.text()).contains("упоминание.txt");
    Attachment words = message.attachments().get(0);

    String answer =
        "{\"mentioned_comment\":{\"id\":\"17894227972186120\",\"text\":\"@mir, где кешбэк?\","
            + "\"username\":\"petr.li\",\"timestamp\":\"2026-11-22T09:00:00+0000\","
            + "\"media\":{\"permalink\":\"https://www.instagram.com/p/Ab/\"}}}";
    platform.answers(200, answer);
    platform.answers(200, answer);

    assertThat(new String(channel().fetch(words, 1000), StandardCharsets.UTF_8))
        .isEqualTo(
            "@petr.li\n2026-11-22T09:00:00+0000\n@mir, где кешбэк?\n"
                + "https://www.instagram.com/p/Ab/");
    assertThat(((ProfileLookup) channel()).people(List.of(message.author().id())))
        .containsExactly(Map.entry(message.author().id(), ProfileLookup.Known.named("petr.li")));
    assertThat(platform.calls().get(0).path())
        .contains("/v26.0/1000003?")
        .contains("mentioned_comment.comment_id%2817894227972186120%29");
  }

  @Test
  void fetchesAMentionInACaption() {
    Message message = said(hear("mention_in_caption"));
    platform.answers(
        200,
        "{\"mentioned_media\":{\"caption\":\"Плачу картой @mir\",\"username\":\"petr.li\","
            + "\"permalink\":\"https://www.instagram.com/p/Ab/\"}}");

    assertThat(
            new String(channel().fetch(message.attachments().get(0), 1000), StandardCharsets.UTF_8))
        .startsWith("@petr.li")
        .endsWith("Плачу картой @mir\nhttps://www.instagram.com/p/Ab/");
    assertThat(message.externalId()).isEqualTo("mention_17918195224117852");
  }

  @Test
  void answersAMentionThroughTheAccount() throws IOException {
    Message message = said(hear("mention"));
    platformAccepts();

    channel()
        .reply(
            reply(
                Platform.INSTAGRAM,
                Kind.COMMENT,
                message.threadId(),
                message.externalId(),
                "Спасибо!"));

    assertThat(platform.call().path()).endsWith("/v26.0/1000003/mentions");
    var body = JSON.readTree(platform.call().body());
    assertThat(body.path("media_id").asText()).isEqualTo("17918195224117852");
    assertThat(body.path("comment_id").asText()).isEqualTo("17894227972186120");
  }

  @Test
  void hearsTheLifeOfAPrivateMessage() {
    Message first = said(hear("private"));
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
    assertThat(hear("own_private"))
        .isInstanceOfSatisfying(
            InboundEvent.EchoReceived.class,
            echoReceived -> assertThat(echoReceived.key()).isNull());
    assertThat(hear("read"))
        .isEqualTo(
            new InboundEvent.DeliveryReceipt(
                account(),
                "aWdfZAG1faXRlbToxOklL",
                null,
                "501",
                InboundEvent.DeliveryReceipt.Status.READ,
                null,
                Instant.ofEpochSecond(1792000000)));
    assertThat(List.of("reaction", "insights"))
        .allSatisfy(name -> assertThat(hear(name)).isInstanceOf(InboundEvent.Ignored.class));
  }

  @Test
  void answersACommentWhoseMediaWasNotToldAsAComment() {
    platformAccepts();
    channel().reply(reply(Platform.INSTAGRAM, Kind.COMMENT, COMMENT, COMMENT, "Ответ"));
    assertThat(platform.call().path()).endsWith("/v26.0/" + COMMENT + "/replies");
  }

  @Test
  void answersTheComment() throws IOException {
    platformAccepts();

    assertThat(channel().reply(commentReply())).isEqualTo("17858893269000099");
    assertThat(platform.call().path()).endsWith("/v26.0/" + COMMENT + "/replies");
    assertThat(JSON.readTree(platform.call().body()).path("message").asText())
        .isEqualTo("Попробуйте ещё раз");
  }

  @Test
  void putsNoPictureIntoAComment() {
    assertThatThrownBy(() -> channel().reply(like(commentReply(), Kind.COMMENT, NOW, PICTURE)))
        .isInstanceOf(CallFailure.Refused.class);
    assertThat(platform.calls()).isEmpty();
  }

  @Test
  void writesPrivatelyThroughThePageAndTagsOnlyWhatIsGranted() throws IOException {
    platformAccepts();
    Reply late = like(privateReply(), Kind.PRIVATE, NOW.minus(Duration.ofDays(2)), null);

    assertThat(channel().reply(late)).isEqualTo("aWdNew");

    assertThat(platform.call().path()).endsWith("/v26.0/1000002/messages");
    var body = JSON.readTree(platform.call().body());
    assertThat(body.has("tag")).isFalse();
    assertThat(body.path("message")).isEqualTo(JSON.valueToTree(Map.of("text", "Уже смотрим.")));
    assertThat(channel().capabilities().window(Kind.PRIVATE).orElseThrow().longest())
        .isEqualTo(Duration.ofHours(24));

    platformAccepts();
    maker().make("main", settings(platform.base(), OWN, "1000002", true)).reply(late);
    assertThat(JSON.readTree(platform.calls().get(1).body()).path("tag").asText())
        .isEqualTo("HUMAN_AGENT");
  }

  @Test
  void findsItsAnswerUnderTheTopComment() {
    platform.answers(200, "{\"id\":\"" + COMMENT + "\",\"parent_id\":\"178\"}");
    platform.answers(
        200,
        "{\"data\":[{\"id\":\"179\",\"text\":\"Попробуйте ещё раз\",\"from\":{\"id\":\"1000003\"},"
            + "\"timestamp\":\"2026-11-22T10:00:02+0000\"}]}");

    assertThat(channel().readBack(commentReply(), NOW)).isEqualTo(new ReadBack.Found("179"));
    assertThat(platform.calls().get(1).path()).contains("/v26.0/178/replies?");

    platform.answers(200, "{\"id\":\"" + COMMENT + "\"}");
    platform.answers(200, "{\"data\":[]}");
    assertThat(channel().readBack(commentReply(), NOW)).isEqualTo(new ReadBack.Absent());
    error(100, 33);
    assertThat(channel().readBack(commentReply(), NOW)).isEqualTo(new ReadBack.CannotTell());
  }

  @Test
  void hidesAndDeletes() throws IOException {
    platform.answers(200, "{\"success\":true}");
    channel().moderate(new Act.Hide(COMMENT, MEDIA));
    assertThat(JSON.readTree(platform.call().body()).path("hide").asBoolean()).isTrue();
    platform.answers(200, "{\"success\":true}");
    channel().moderate(new Act.Delete(COMMENT, MEDIA));
    assertThat(platform.calls().get(1).method()).isEqualTo("DELETE");
  }

  @Test
  void blocksOnlyWhoHasATalkWithUs() throws IOException {
    platform.answers(200, "{\"success\":true}");
    channel().moderate(new Act.Ban("501", null));
    var body = JSON.readTree(platform.call().body());
    assertThat(platform.call().path()).endsWith("/1000002/moderate_conversations");
    assertThat(body.path("user_ids")).isEqualTo(JSON.readTree("[{\"id\":\"501\"}]"));
    assertThat(body.path("actions")).isEqualTo(JSON.readTree("[\"block_user\"]"));

    platform.answers(200, "{\"success\":false}");
    assertThatThrownBy(() -> channel().moderate(new Act.Ban("501", null)))
        .isInstanceOf(CallFailure.Refused.class)
        .hasMessageContaining("вручную");
    error(1, 0);
    assertThatThrownBy(() -> channel().moderate(new Act.Unban("501")))
        .isInstanceOf(CallFailure.Refused.class);
  }

  @Test
  void provesItsToken() {
    platform.answers(200, "{\"id\":\"1000003\",\"username\":\"mir\"}");
    platform.answers(200, "{\"data\":[{\"id\":\"1\"}]}");
    platform.answers(200, "{\"data\":{\"expires_at\":0}}");

    assertThat(channel().check()).isEqualTo(new Health("mir", null, true, null));
  }

  @ParameterizedTest
  @CsvSource({"mir,1000002,own-id", "1000003,,page-id"})
  void namesTheWrongSetting(String own, String page, String setting) {
    assertThatThrownBy(() -> maker().make("main", settings(platform.base(), own, page, false)))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining("desk.channel.instagram.main." + setting);
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
            "{\"1000003\":[{\"type\":\"instagram\",\"call_count\":40,\"total_cputime\":95,\"total_time\":20,"
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
}
