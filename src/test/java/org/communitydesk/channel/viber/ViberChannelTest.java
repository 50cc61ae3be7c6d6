package org.communitydesk.channel.viber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.communitydesk.channel.BadSetting;
import org.communitydesk.channel.ChannelContract;
import org.communitydesk.channel.ChannelFactory;
import org.communitydesk.channel.ChannelSettings;
import org.communitydesk.channel.Delivery;
import org.communitydesk.channel.Examples;
import org.communitydesk.channel.FakePlatform;
import org.communitydesk.channel.Health;
import org.communitydesk.channel.OutgoingAttachment;
import org.communitydesk.channel.ReadBack;
import org.communitydesk.channel.Reception;
import org.communitydesk.channel.Reply;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.Author;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.conversation.InboundEvent.DeliveryReceipt.Status;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Message;
import org.communitydesk.conversation.Platform;
import org.communitydesk.http.CallFailure;
import org.communitydesk.http.Hmac;
import org.communitydesk.http.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViberChannelTest extends ChannelContract {

  private static final String PERSON = "qX7vN2c+LmK/9aBtE0sZ1A==";

  @Override
  public ChannelFactory maker() {
    return new ViberChannel.Maker();
  }

  /** The token is the key of the signature too. */
  @Override
  public ChannelSettings settings(URI base) {
    return settings("pa:1000008", SECRET, base);
  }

  private static ChannelSettings settings(String ownId, String token, URI base) {
    return Examples.settings(
        "own-id", ownId, "token", token, "base-url", base, "files-base-url", base + "/photo");
  }

  @Override
  public Delivery delivery(byte[] body, String secret) {
    Map<String, String> headers = new HashMap<>(Map.of("content-type", "application/json"));
    if (secret != null) {
      Secret key = Secret.of(secret);
      headers.put("x-viber-content-signature", key.isSet() ? Hmac.hex(key, body) : "0".repeat(64));
    }
    return new Delivery("POST", headers, Map.of(), body, "");
  }

  @Override
  public List<String> examples() {
    return List.of(
        "private",
        "private_text_timestamp",
        "private_photo",
        "private_file",
        "private_sticker",
        "private_link",
        "private_location",
        "delivered",
        "seen",
        "failed",
        "conversation_started",
        "subscribed",
        "unsubscribed",
        "webhook",
        "unknown");
  }

  @Override
  public String echo() {
    return null;
  }

  @Override
  public void platformAccepts() {
    platform.answers(
        200,
        "{\"status\":0,\"status_message\":\"ok\",\"message_token\":5925400810709476620,"
            + "\"billing_status\":1}");
  }

  @Override
  public void platformIsBusy(int seconds) {
    platform.answers(429, "", Map.of("Retry-After", String.valueOf(seconds)));
  }

  @Override
  public void platformRefusesToken() {
    error(2);
  }

  @Override
  public void platformMissesTarget() {
    error(6);
  }

  private void error(int status) {
    platform.answers(200, "{\"status\":" + status + ",\"status_message\":\"" + SECRET + "\"}");
  }

  @Override
  public Reply privateReply() {
    return reply(Platform.VIBER, Kind.PRIVATE, PERSON, "5900000000000000021", "Уже смотрим.");
  }

  // https://github.com/Viber/viber-bot-java, ViberSignatureValidatorTest, 2026-11.
  @Test
  void verifiesTheOfficialVector() {
    String token = "44dafb7e0f40021e-61a47a1e6778d187-f2c5a676a07050b3";
    byte[] body =
        "{\"event\":\"webhook\",\"timestamp\":4977069964384421269,\"message_token\":1478683725125}"
            .getBytes(StandardCharsets.UTF_8);
    Delivery delivery =
        new Delivery(
            "POST",
            Map.of(
                "x-viber-content-signature",
                "d21b343448c8aee33b8e93768ef6ceb64a6ba6163099973a2b8bd028fea510ef"),
            Map.of(),
            body,
            "");

    assertThat(maker().make("main", settings("1", token, platform.base())).receive(delivery))
        .isEqualTo(new Reception.Handshake(new Reception.Answer(200, "")));
  }

  @Test
  void signsTheRawBytes() {
    byte[] body = example("private");
    String signature = Hmac.hex(Secret.of(SECRET), body);
    byte[] spaced =
        (" " + new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);

    assertThat(channel().receive(signed(spaced, signature))).isInstanceOf(Reception.Denied.class);
    assertThat(channel().receive(signed(body, signature.toUpperCase(Locale.ROOT))))
        .isInstanceOf(Reception.Denied.class);
    assertThat(channel().receive(new Delivery("GET", Map.of(), Map.of(), body, "")))
        .isInstanceOf(Reception.Denied.class);
  }

  private static Delivery signed(byte[] body, String signature) {
    return new Delivery("POST", Map.of("x-viber-content-signature", signature), Map.of(), body, "");
  }

  @Test
  void answersTheHandshake() {
    assertThat(receive("webhook"))
        .isEqualTo(new Reception.Handshake(new Reception.Answer(200, "")));
  }

  @Test
  void hearsWhoWroteWhat() {
    assertThat(said(hear("private")))
        .isEqualTo(
            new Message(
                account(),
                Kind.PRIVATE,
                "5900000000000000021",
                new Author(PERSON, "Анна Ли"),
                PERSON,
                null,
                Instant.ofEpochSecond(1792000000),
                "Почему карту не принимают в кассе?",
                List.of()));
    assertThat(said(hear("private_text_timestamp")).at())
        .isEqualTo(Instant.ofEpochSecond(1792000060));
    assertThat(said(hear("private_link")).text()).isEqualTo("https://mironline.example/rules");
  }

  @Test
  void takesPicturesAndFilesAndNamesTheRest() {
    Message photo = said(hear("private_photo"));

    assertThat(photo.text()).isEqualTo("Вот чек");
    assertThat(photo.attachments())
        .containsExactly(
            new Attachment(
                Attachment.Type.IMAGE, "https://media.example.com/check.jpg", "check.jpg"));
    assertThat(said(hear("private_file")).attachments())
        .containsExactly(
            new Attachment(Attachment.Type.FILE, "https://media.example.com/act.pdf", "акт.pdf"));
    assertThat(said(hear("private_sticker")).attachments())
        .containsExactly(new Attachment(Attachment.Type.OTHER, "", "sticker"));
    assertThat(said(hear("private_location")).attachments())
        .containsExactly(new Attachment(Attachment.Type.OTHER, "", "location"));
  }

  @Test
  void hearsReceipts() {
    assertThat(hear("delivered")).isEqualTo(receipt(Status.DELIVERED, null));
    assertThat(hear("seen")).isEqualTo(receipt(Status.READ, null));
    assertThat(hear("failed"))
        .isEqualTo(receipt(Status.FAILED, "Viber не смог доставить сообщение человеку"));
    assertThat(List.of("delivered", "seen", "failed"))
        .extracting(name -> ((Reception.Accepted) receive(name)).events().get(0).key())
        .containsExactly(
            "delivered-5900000000000000030-" + PERSON,
            "seen-5900000000000000030-" + PERSON,
            "failed-5900000000000000030-" + PERSON);
  }

  private InboundEvent receipt(Status status, String reason) {
    return new InboundEvent.DeliveryReceipt(
        account(),
        "5900000000000000030",
        null,
        PERSON,
        status,
        reason,
        Instant.ofEpochSecond(1792000200));
  }

  @Test
  void ignoresComingAndGoing() {
    assertThat(List.of("conversation_started", "subscribed"))
        .allSatisfy(name -> assertThat(hear(name)).isInstanceOf(InboundEvent.Ignored.class));
  }

  @Test
  void hearsThatAPersonHasLeft() {
    assertThat(hear("unsubscribed"))
        .isInstanceOfSatisfying(
            InboundEvent.UserUnsubscribed.class,
            userUnsubscribed -> {
              assertThat(userUnsubscribed.personId()).isEqualTo("qX7vN2c+LmK/9aBtE0sZ1A==");
              assertThat(userUnsubscribed.at().toEpochMilli()).isEqualTo(1_792_000_300_000L);
            });
  }

  @Test
  void keepsWhatHasNoNumber() {
    for (String body : List.of("{", "[]", "{}", "{\"event\":\"message\"}", "null")) {
      assertThat(channel().receive(delivery(body.getBytes(StandardCharsets.UTF_8), SECRET)))
          .isInstanceOf(Reception.Unreadable.class);
    }
  }

  @Test
  void sendsWithTheKeyInTheHeader() throws IOException {
    platformAccepts();

    assertThat(channel().reply(privateReply())).isEqualTo("5925400810709476620");

    FakePlatform.Call call = platform.call();
    assertThat(call.path()).isEqualTo("/sandbox/platform/pa/send_message");
    assertThat(call.header("X-Viber-Auth-Token")).isEqualTo(SECRET);
    assertThat(JSON.readTree(call.body()))
        .isEqualTo(
            JSON.readTree(
                "{\"receiver\":\""
                    + PERSON
                    + "\",\"min_api_version\":1,\"sender\":{\"name\":\"Карта «Мир»\"},"
                    + "\"tracking_data\":\""
                    + PUBLICATION
                    + "\",\"type\":\"text\",\"text\":\"Уже смотрим.\"}"));
  }

  @Test
  void refusesCommentsAndPicturesWithoutACall() {
    Reply comment = reply(Platform.VIBER, Kind.COMMENT, "1", "2", "Ответ");
    Reply picture =
        new Reply(
            PUBLICATION,
            account(),
            Kind.PRIVATE,
            PERSON,
            "1",
            PERSON,
            "Схема",
            Kind.PRIVATE,
            NOW,
            new OutgoingAttachment("scheme.png", "image/png", new byte[] {1}),
            null);

    for (Reply reply : List.of(comment, picture)) {
      assertThatThrownBy(() -> channel().reply(reply)).isInstanceOf(CallFailure.Refused.class);
    }
    assertThat(platform.calls()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1,LockedOut", "2,LockedOut", "3,Refused", "4,Refused", "5,Refused", "6,Refused",
    "7,LockedOut", "8,LockedOut", "9,LockedOut", "10,LockedOut", "11,Refused", "12,Busy",
    "13,Refused", "14,Refused", "15,LockedOut", "16,Refused", "21,Refused", "22,Refused",
    "23,Refused", "24,Refused", "99,Unsure"
  })
  void readsTheErrorCode(int code, String kind) {
    error(code);

    CallFailure failure =
        catchThrowableOfType(CallFailure.class, () -> channel().reply(privateReply()));

    assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
    assertThat(failure.getMessage()).contains("ошибка " + code).doesNotContain(SECRET);
  }

  @Test
  void waitsForAPersonWhoDoesNotAnswer() {
    error(12);

    assertThat(failure(CallFailure.Busy.class).retryAfter()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void cannotReadBack() {
    assertThat(channel().readBack(privateReply(), NOW)).isEqualTo(new ReadBack.CannotTell());
  }

  @Test
  void checksTheBot() {
    account(
        "pa:1000008", "https://desk.example/hooks/viber/main", "\"delivered\",\"seen\",\"failed\"");
    account("pa:1000008", "", "");
    account("pa:1000008", "https://desk.example/hooks/viber/main", "\"failed\"");
    account("pa:7", "https://desk.example/hooks/viber/main", "");

    assertThat(channel().check()).isEqualTo(new Health("Карта", null, true, null));
    assertThat(channel().check()).isEqualTo(new Health("Карта", null, false, null));
    assertThat(channel().check().note()).isEqualTo("Вебхук не сообщает о доставке");
    assertThat(channel().check().note()).isEqualTo("Ключ принадлежит другому боту");
    error(2);
    assertThatThrownBy(() -> channel().check()).isInstanceOf(CallFailure.LockedOut.class);
  }

  private void account(String id, String webhook, String types) {
    platform.answers(
        200,
        "{\"status\":0,\"id\":\"%s\",\"name\":\"Карта\",\"webhook\":\"%s\",\"event_types\":[%s]}"
            .formatted(id, webhook, types));
  }

  @Test
  void fetchesAPicture() {
    platform.answers(200, new byte[] {1, 2, 3}, Map.of());
    String link = platform.base() + "/photo/1";

    assertThat(channel().fetch(new Attachment(Attachment.Type.IMAGE, link, ""), 100))
        .containsExactly(1, 2, 3);
    for (String outside : List.of("/photo", "/photos/1", "/photo/../x", "/photo/%2e%2e/x", "/")) {
      Attachment stranger = new Attachment(Attachment.Type.IMAGE, platform.base() + outside, "");
      assertThatThrownBy(() -> channel().fetch(stranger, 100))
          .as(outside)
          .isInstanceOf(CallFailure.Refused.class);
    }
    assertThatThrownBy(
            () -> channel().fetch(new Attachment(Attachment.Type.OTHER, "", "sticker"), 100))
        .isInstanceOf(CallFailure.Refused.class);
  }

  @ParameterizedTest
  @CsvSource({
    "@bot,key,own-id",
    "pa:1,,token",
    "pa:1,two words,token",
  })
  void namesTheWrongSetting(String ownId, String token, String setting) {
    assertThatThrownBy(() -> maker().make("main", settings(ownId, token, platform.base())))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining("desk.channel.viber.main." + setting);
  }

  @Test
  void needsANameThatFits() {
    ChannelSettings settings =
        Examples.settings("own-id", "1", "token", "key", "sender-name", "я".repeat(29));

    assertThatThrownBy(() -> maker().make("main", settings))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining("desk.channel.viber.main.sender-name");
  }
}
