package org.communitydesk.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.communitydesk.channel.Act;
import org.communitydesk.channel.Capability;
import org.communitydesk.channel.ChannelContract;
import org.communitydesk.channel.FakePlatform;
import org.communitydesk.channel.OutgoingAttachment;
import org.communitydesk.channel.ReadBack;
import org.communitydesk.channel.Reply;
import org.communitydesk.channel.Template;
import org.communitydesk.channel.Templated;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Platform;
import org.communitydesk.http.CallFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What WhatsApp is asked, word for word, and what its refusals mean. */
class WhatsAppCallsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TOKEN = "token-that-must-not-show";
  private static final UUID KEY = UUID.fromString("7b0a3c1e-52d1-4c43-9a5e-0f8f3f1f6a77");
  private static final String PHONE = "79160000001";
  private static final String SCOPED = "RU.13491208655302741918";
  private static final String PATH = "/sandbox/platform/v26.0/1000004/";

  private final FakePlatform platform = new FakePlatform();
  private final WhatsAppChannel channel = channel("2000004");

  private WhatsAppChannel channel(String business) {
    return (WhatsAppChannel)
        new WhatsAppChannel.Maker(Clock.systemUTC())
            .make(
                "main", WhatsAppChannelTest.whatsApp("1000004", business, TOKEN, platform.base()));
  }

  @AfterEach
  void stop() {
    platform.close();
  }

  private static Reply reply(
      String person, String text, OutgoingAttachment outgoingAttachment, Template template) {
    return new Reply(
        KEY,
        new Account(Platform.WHATSAPP, "main"),
        Kind.PRIVATE,
        person,
        "wamid.HBgLQUFB~w==",
        person,
        text,
        Kind.PRIVATE,
        Instant.parse("2026-11-22T10:00:00Z"),
        outgoingAttachment,
        template);
  }

  private void accepts() {
    platform.answers(200, "{\"messages\":[{\"id\":\"wamid.HBgLT1VS/w==\"}]}");
  }

  private void error(int code) {
    platform.answers(400, "{\"error\":{\"message\":\"" + TOKEN + "\",\"code\":" + code + "}}");
  }

  private ObjectNode body(int call) throws IOException {
    ObjectNode body = (ObjectNode) JSON.readTree(platform.calls().get(call).body());
    assertThat(body.remove("appsecret_proof").asText()).hasSize(64);
    return body;
  }

  @Test
  void quotesTheMessageThatItAnswers() throws IOException {
    accepts();

    assertThat(channel.reply(reply(PHONE, "Уже едет", null, null))).isEqualTo("wamid.HBgLT1VS~w==");

    FakePlatform.Call call = platform.call();
    assertThat(call.path()).isEqualTo(PATH + "messages");
    assertThat(call.header("Authorization")).isEqualTo("Bearer " + TOKEN);
    assertThat(body(0))
        .isEqualTo(
            JSON.readTree(
                """
                {"messaging_product":"whatsapp","recipient_type":"individual","to":"79160000001",
                 "context":{"message_id":"wamid.HBgLQUFB/w=="},
                 "type":"text","text":{"preview_url":false,"body":"Уже едет"},
                 "biz_opaque_callback_data":"7b0a3c1e-52d1-4c43-9a5e-0f8f3f1f6a77"}
                """));
  }

  @Test
  void addressesAPersonWithoutANumber() throws IOException {
    accepts();

    channel.reply(reply(SCOPED, "Уже едет", null, null));

    assertThat(body(0).path("recipient").asText()).isEqualTo(SCOPED);
    assertThat(body(0).has("to")).isFalse();
  }

  @Test
  void uploadsAPictureAndADocument() throws IOException {
    for (String type : List.of("image/png", "application/pdf")) {
      platform.answers(200, "{\"id\":\"77\"}");
      accepts();
      channel.reply(
          reply(PHONE, "Схема", new OutgoingAttachment("схема", type, new byte[] {1}), null));
    }

    assertThat(platform.calls().get(0).path()).isEqualTo(PATH + "media");
    assertThat(platform.calls().get(0).body())
        .contains("name=\"messaging_product\"", "name=\"file\"; filename=\"схема\"", "image/png");
    assertThat(body(1).path("type").asText()).isEqualTo("image");
    assertThat(body(1).path("image"))
        .isEqualTo(JSON.readTree("{\"id\":\"77\",\"caption\":\"Схема\"}"));
    assertThat(body(3).path("document"))
        .isEqualTo(JSON.readTree("{\"id\":\"77\",\"caption\":\"Схема\",\"filename\":\"схема\"}"));
  }

  @Test
  void refusesALongTextUnderAPictureWithoutACall() {
    OutgoingAttachment picture = new OutgoingAttachment("a.png", "image/png", new byte[] {1});

    assertThatThrownBy(() -> channel.reply(reply(PHONE, "я".repeat(1025), picture, null)))
        .isInstanceOf(CallFailure.Refused.class);
    assertThat(platform.calls()).isEmpty();
  }

  @Test
  void sendsATemplate() throws IOException {
    accepts();
    Template template = new Template("answer_is_ready", "ru", "Мы подготовили ответ.");

    channel.reply(reply(PHONE, "Мы подготовили ответ.", null, template));

    assertThat(body(0).path("type").asText()).isEqualTo("template");
    assertThat(body(0).path("template"))
        .isEqualTo(JSON.readTree("{\"name\":\"answer_is_ready\",\"language\":{\"code\":\"ru\"}}"));
    assertThat(body(0).has("text")).isFalse();
    assertThat(body(0).has("context")).isFalse();
  }

  @Test
  void offersApprovedTemplatesWithNothingToFillIn() {
    platform.answers(
        200,
        """
        {"data":[
          {"name":"plain","language":"ru","status":"APPROVED","category":"UTILITY","components":[
            {"type":"HEADER","format":"TEXT","text":"Мир"},{"type":"BODY","text":"Ответ готов"},
            {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Хорошо"}]}]},
          {"name":"filled","language":"ru","status":"APPROVED","components":[
            {"type":"BODY","text":"Здравствуйте, {{1}}"}]},
          {"name":"pictured","language":"ru","status":"APPROVED","components":[
            {"type":"HEADER","format":"IMAGE"},{"type":"BODY","text":"Схема"}]},
          {"name":"code","language":"ru","status":"APPROVED","category":"AUTHENTICATION",
           "components":[{"type":"BODY","text":"Код"}]},
          {"name":"waiting","language":"ru","status":"PENDING","components":[
            {"type":"BODY","text":"Рано"}]}],
         "paging":{"cursors":{"after":"abc"},"next":"https://graph.facebook.com/next"}}
        """);
    platform.answers(
        200,
        "{\"data\":[{\"name\":\"second\",\"language\":\"ru\",\"status\":\"APPROVED\","
            + "\"components\":[{\"type\":\"BODY\",\"text\":\"Ещё\"}]}]}");

    assertThat(channel.templates())
        .containsExactly(
            new Template("plain", "ru", "Мир\nОтвет готов"), new Template("second", "ru", "Ещё"));
    assertThat(platform.calls().get(1).path()).contains("/2000004/message_templates", "after=abc");
  }

  @Test
  void hasNoTemplatesWithoutABusinessAccount() {
    Templated bare = (Templated) ChannelContract.guarded(channel(null));

    assertThat(bare.capabilities().can(Capability.TEMPLATE)).isFalse();
    assertThatThrownBy(bare::templates).isInstanceOf(CallFailure.Refused.class);
    assertThat(platform.calls()).isEmpty();
  }

  @Test
  void blocksAndUnblocks() throws IOException {
    platform.answers(200, "{\"block_users\":{\"added_users\":[{\"wa_id\":\"79160000001\"}]}}");
    platform.answers(200, "{\"block_users\":{\"removed_users\":[{\"user_id\":\"RU.1\"}]}}");

    channel.moderate(new Act.Ban(PHONE, Instant.parse("2026-11-29T10:00:00Z")));
    channel.moderate(new Act.Unban(SCOPED));

    assertThat(platform.calls())
        .extracting(FakePlatform.Call::method, FakePlatform.Call::path)
        .containsExactly(
            tuple("POST", PATH + "block_users"), tuple("DELETE", PATH + "block_users"));
    assertThat(body(0).path("block_users"))
        .isEqualTo(JSON.readTree("[{\"user\":\"+79160000001\"}]"));
    assertThat(body(1).path("block_users"))
        .isEqualTo(JSON.readTree("[{\"user_id\":\"" + SCOPED + "\"}]"));
  }

  @Test
  void looksAtEveryPersonOfABlock() {
    platform.answers(
        200,
        "{\"block_users\":{\"failed_users\":[{\"wa_id\":\"79160000001\","
            + "\"errors\":[{\"code\":131047}]}]}}");

    assertThatThrownBy(() -> channel.moderate(new Act.Ban(PHONE, null)))
        .isInstanceOf(CallFailure.Refused.class)
        .hasMessageContaining("131047");
    error(139100);
    assertThatThrownBy(() -> channel.moderate(new Act.Ban(PHONE, null)))
        .isInstanceOf(CallFailure.Refused.class)
        .hasMessageContaining("24 часа");
  }

  @ParameterizedTest
  @CsvSource({
    "131047,Refused", "131026,Refused", "131056,Busy", "130429,Busy", "131048,LockedOut",
    "80007,Busy", "4,Busy", "130472,Refused", "131051,Refused", "131052,Refused",
    "131053,Refused", "131000,Unsure", "135000,Unsure", "131008,Refused", "131009,Refused",
    "131030,Refused", "131031,LockedOut", "368,LockedOut", "132000,Refused", "132001,Refused",
    "132005,Refused", "132007,Refused", "132008,Refused", "132012,Refused", "132015,Refused",
    "132016,Refused", "190,LockedOut", "0,LockedOut", "3,LockedOut", "10,LockedOut",
    "200,LockedOut", "299,LockedOut", "139101,Refused", "139103,Unsure"
  })
  void readsTheErrorCode(int code, String kind) {
    error(code);

    CallFailure failure =
        catchThrowableOfType(
            CallFailure.class, () -> channel.reply(reply(PHONE, "Ответ", null, null)));

    assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
    assertThat(failure.getMessage()).contains("ошибка " + code).doesNotContain(TOKEN);
  }

  @Test
  void waitsAsLongAsMetaStates() {
    platform.answers(
        400,
        "{\"error\":{\"code\":80007}}",
        Map.of(
            "X-Business-Use-Case-Usage",
            "{\"2000004\":[{\"type\":\"whatsapp\",\"estimated_time_to_regain_access\":7}]}"));

    CallFailure.Busy busy =
        catchThrowableOfType(
            CallFailure.Busy.class, () -> channel.reply(reply(PHONE, "Ответ", null, null)));

    assertThat(busy.retryAfter()).isEqualTo(Duration.ofMinutes(7));
  }

  @Test
  void cannotReadBack() {
    assertThat(channel.readBack(reply(PHONE, "Ответ", null, null), Instant.EPOCH))
        .isEqualTo(new ReadBack.CannotTell());
  }

  @Test
  void fetchesAFileWithTheKeyAndComparesIt() {
    Attachment photo = new Attachment(Attachment.Type.IMAGE, "600000000000001", "");
    String sha256 = "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81";
    media(sha256, 3);
    platform.answers(200, new byte[] {1, 2, 3}, Map.of());

    assertThat(channel.fetch(photo, 100)).containsExactly(1, 2, 3);

    assertThat(platform.calls().get(0).path()).contains("/v26.0/600000000000001?");
    assertThat(platform.calls().get(1).header("Authorization")).isEqualTo("Bearer " + TOKEN);
    media("ff".repeat(32), 3);
    platform.answers(200, new byte[] {1, 2, 3}, Map.of());
    assertThatThrownBy(() -> channel.fetch(photo, 100)).isInstanceOf(CallFailure.Busy.class);
    media(sha256, 101);
    assertThatThrownBy(() -> channel.fetch(photo, 100)).isInstanceOf(CallFailure.Refused.class);
    error(100);
    assertThatThrownBy(() -> channel.fetch(photo, 100)).isInstanceOf(CallFailure.Refused.class);
  }

  private void media(String sha256, int size) {
    platform.answers(
        200,
        "{\"url\":\"%s/media/1\",\"sha256\":\"%s\",\"file_size\":%d}"
            .formatted(platform.base(), sha256, size));
  }

  @Test
  void sendsTheKeyToNoStranger() {
    try (FakePlatform stranger = new FakePlatform()) {
      platform.answers(200, "{\"url\":\"" + stranger.base() + "/media/1\",\"file_size\":3}");
      Attachment photo = new Attachment(Attachment.Type.IMAGE, "600000000000001", "");

      assertThatThrownBy(() -> channel.fetch(photo, 100)).isInstanceOf(CallFailure.Refused.class);
      assertThat(stranger.calls()).isEmpty();
    }
  }

  @Test
  void checksTheNumberAndTheSubscription() {
    platform.answers(200, "{\"id\":\"1000004\",\"verified_name\":\"Карта «Мир»\"}");
    platform.answers(200, "{\"data\":[{\"whatsapp_business_api_data\":{\"id\":\"1\"}}]}");
    platform.answers(200, "{\"data\":{\"expires_at\":0}}");

    assertThat(channel.check().name()).isEqualTo("Карта «Мир»");
    assertThat(platform.calls().get(1).path()).contains("/2000004/subscribed_apps");
    error(190);
    assertThatThrownBy(channel::check).isInstanceOf(CallFailure.LockedOut.class);
  }
}
