package org.communitydesk.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.communitydesk.channel.BadSetting;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.ChannelContract;
import org.communitydesk.channel.ChannelFactory;
import org.communitydesk.channel.ChannelSettings;
import org.communitydesk.channel.Delivery;
import org.communitydesk.channel.Event;
import org.communitydesk.channel.Examples;
import org.communitydesk.channel.Limit;
import org.communitydesk.channel.Reception;
import org.communitydesk.channel.Reply;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.Author;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.conversation.InboundEvent.DeliveryReceipt.Status;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Message;
import org.communitydesk.conversation.Platform;
import org.communitydesk.http.Hmac;
import org.communitydesk.http.Quota;
import org.communitydesk.http.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatsAppChannelTest extends ChannelContract {

  private static final String PHONE = "79160000001";
  private static final String SCOPED = "RU.13491208655302741918";
  private static final String FIRST = "wamid.HBgLNzkxNjAwMDAwMDEVAgASGBQzQUZGRTAxMDAA";

  @Override
  public EditFields editFields() {
    return new EditFields(
        "private_edited",
        "/entry/0/changes/0/value/messages/0/timestamp",
        "/entry/0/changes/0/value/messages/0/edit/message/text/body");
  }

  @Override
  public ChannelFactory maker() {
    return new WhatsAppChannel.Maker(CLOCK);
  }

  @Override
  public ChannelSettings settings(URI base) {
    return whatsApp("1000004", "2000004", TOKEN, base);
  }

  static ChannelSettings whatsApp(String ownId, String business, String token, URI base) {
    return Examples.settings(
        "own-id", ownId,
        "business-id", business,
        "token", token,
        "secret", SECRET,
        "verify-token", "verify-me",
        "base-url", base);
  }

  @Override
  public Delivery delivery(byte[] body, String secret) {
    Map<String, String> headers = new HashMap<>(Map.of("content-type", "application/json"));
    if (secret != null) {
      Secret key = Secret.of(secret);
      headers.put(
          "x-hub-signature-256", "sha256=" + (key.isSet() ? Hmac.hex(key, body) : "0".repeat(64)));
    }
    return new Delivery("POST", headers, Map.of(), body, "");
  }

  @Override
  public List<String> examples() {
    return List.of(
        "private",
        "private_scoped",
        "private_photo",
        "private_document",
        "private_button",
        "private_unsupported",
        "private_edited",
        "private_revoked",
        "batch",
        "status_failed",
        "status_scoped",
        "own_private",
        "own_revoked",
        "async_error",
        "mixed_numbers");
  }

  @Override
  public void platformAccepts() {
    platform.answers(
        200,
        "{\"messaging_product\":\"whatsapp\",\"contacts\":[{\"input\":\"79160000001\","
            + "\"wa_id\":\"79160000001\"}],\"messages\":[{\"id\":\"wamid.HBgLT1VS/w==\"}]}");
  }

  @Override
  public void platformIsBusy(int seconds) {
    platform.answers(429, "", Map.of("Retry-After", String.valueOf(seconds)));
  }

  @Override
  public void platformRefusesToken() {
    error(190);
  }

  @Override
  public void platformMissesTarget() {
    error(131026);
  }

  private void error(int code) {
    platform.answers(400, "{\"error\":{\"message\":\"" + TOKEN + "\",\"code\":" + code + "}}");
  }

  @Override
  public Reply privateReply() {
    return reply(Platform.WHATSAPP, Kind.PRIVATE, PHONE, FIRST, "Уже смотрим.");
  }

  // Computed from the documented scheme with another implementation, 2026-11.
  @Test
  void verifiesTheVector() {
    ChannelSettings settings =
        Examples.settings(
            "own-id", "1", "token", "page-token", "secret", "app-secret", "verify-token", "v");
    Map<String, String> headers =
        Map.of(
            "x-hub-signature-256",
            "sha256=e6e9d7a842a48e17f43a34d6125d0d933e2aab92ee37f0993a4d493b50e3d438");
    byte[] body = "{\"object\":\"page\",\"entry\":[]}".getBytes(StandardCharsets.UTF_8);

    assertThat(
            maker()
                .make("main", settings)
                .receive(new Delivery("POST", headers, Map.of(), body, "")))
        .isEqualTo(new Reception.Accepted(List.of(), new Reception.Answer(200, "")));
  }

  @Test
  void answersTheHandshake() {
    Map<String, String> query =
        Map.of("hub.mode", "subscribe", "hub.challenge", "1158", "hub.verify_token", "verify-me");
    Map<String, String> wrong = new HashMap<>(query);
    wrong.put("hub.verify_token", "verify-you");

    assertThat(channel().receive(new Delivery("GET", Map.of(), query, new byte[0], "")))
        .isEqualTo(new Reception.Handshake(new Reception.Answer(200, "1158")));
    assertThat(channel().receive(new Delivery("GET", Map.of(), wrong, new byte[0], "")))
        .isInstanceOf(Reception.Denied.class);
  }

  @Test
  void hearsWhoWroteWhat() {
    assertThat(said(hear("private")))
        .isEqualTo(
            new Message(
                account(),
                Kind.PRIVATE,
                FIRST,
                new Author(PHONE, "Анна Ли"),
                PHONE,
                null,
                Instant.ofEpochSecond(1792000000),
                "Почему карту не принимают в кассе?",
                List.of()));
  }

  @Test
  void knowsAPersonWithoutANumber() {
    Message message = said(hear("private_scoped"));

    assertThat(message.author()).isEqualTo(new Author(SCOPED, "Борис"));
    assertThat(message.threadId()).isEqualTo(SCOPED);
    assertThat(message.externalId()).isEqualTo("wamid.HBgTUlUuMTM0OTEyMDg2NTUzMDI3~4SAA==");
    assertThat(said(hear("private_both_ids")).author().id()).isEqualTo("RU.555");
  }

  @Test
  void findsTheAnsweredMessage() {
    assertThat(said(hear("private_answer")).replyTo()).isEqualTo("wamid.HBgLQUFB~w==");
  }

  @Test
  void takesFilesByTheirNumber() {
    assertThat(said(hear("private_photo")).attachments())
        .containsExactly(new Attachment(Attachment.Type.IMAGE, "600000000000001", ""));
    assertThat(said(hear("private_photo")).text()).isEqualTo("Вот чек");
    assertThat(said(hear("private_document")).attachments())
        .containsExactly(new Attachment(Attachment.Type.FILE, "600000000000002", "выписка.pdf"));
  }

  @Test
  void showsWhatCanBeShownOfTheRest() {
    assertThat(said(hear("private_location")).text()).isEqualTo("Касса 3, Москва, Арбат, 1");
    assertThat(said(hear("private_location")).attachments())
        .containsExactly(new Attachment(Attachment.Type.OTHER, "", "location"));
    assertThat(said(hear("private_button")).text()).isEqualTo("Да");
    assertThat(said(hear("private_unsupported")).text()).contains("содержимое недоступно");
  }

  @Test
  void hearsEditsAndRemovals() {
    InboundEvent.MessageEdited messageEdited = (InboundEvent.MessageEdited) hear("private_edited");

    assertThat(messageEdited.message().text()).isEqualTo("Почему карту не принимают в магазине?");
    assertThat(messageEdited.message().author().id()).isEqualTo(PHONE);
    assertThat(hear("private_revoked"))
        .isEqualTo(
            new InboundEvent.MessageRemoved(account(), FIRST, Instant.ofEpochSecond(1792000120)));
    assertThat(hear("own_revoked"))
        .isEqualTo(
            new InboundEvent.MessageRemoved(
                account(), "wamid.EA==", Instant.ofEpochSecond(1792000401)));
  }

  @Test
  void hearsReceiptsWithOurKey() {
    assertThat(hear("status_sent")).isEqualTo(receipt(Status.ACCEPTED, null));
    assertThat(hear("status_delivered")).isEqualTo(receipt(Status.DELIVERED, null));
    assertThat(hear("status_read")).isEqualTo(receipt(Status.READ, null));
    assertThat(hear("status_failed"))
        .isEqualTo(
            receipt(
                Status.FAILED,
                "Meta, ошибка 131026: доставить нельзя: нет WhatsApp, старая программа"
                    + " или нас заблокировали"));
    InboundEvent.DeliveryReceipt keyless = (InboundEvent.DeliveryReceipt) hear("status_scoped");
    assertThat(keyless.key()).isNull();
    assertThat(keyless.personId()).isEqualTo(SCOPED);
  }

  private InboundEvent receipt(Status status, String reason) {
    return new InboundEvent.DeliveryReceipt(
        account(),
        "wamid.HBgLUFVC~w==",
        PUBLICATION.toString(),
        PHONE,
        status,
        reason,
        Instant.ofEpochSecond(1792000300));
  }

  @Test
  void tellsStatusesOfOneMessageApart() {
    assertThat(List.of("status_sent", "status_delivered", "status_read"))
        .extracting(name -> ((Reception.Accepted) receive(name)).events().get(0).key())
        .doesNotHaveDuplicates();
  }

  @Test
  void takesABatchApart() {
    List<Event> events = ((Reception.Accepted) receive("batch")).events();

    assertThat(events).extracting(Event::key).doesNotHaveDuplicates();
    assertThat(events)
        .extracting(event -> said(channel().understand(event.body())))
        .extracting(Message::text, message -> message.author().id())
        .containsExactly(tuple("Раз", PHONE), tuple("Два", SCOPED));
  }

  @Test
  void ignoresWhatIsNoAppeal() {
    assertThat(List.of("reaction", "number_changed", "account_update", "async_error"))
        .allSatisfy(name -> assertThat(hear(name)).isInstanceOf(InboundEvent.Ignored.class));
  }

  @Test
  void hearsItsOwnNumberOnly() {
    assertThat(receive("other_number")).isInstanceOf(Reception.Denied.class);
    List<Event> events = ((Reception.Accepted) receive("mixed_numbers")).events();
    assertThat(events).hasSize(2);
    assertThat(channel().understand(events.get(0).body()))
        .isInstanceOf(InboundEvent.MessageReceived.class);
    assertThat(channel().understand(events.get(1).body())).isInstanceOf(InboundEvent.Ignored.class);
  }

  @ParameterizedTest
  @CsvSource({
    "+7 495,2000004,own-id",
    "1000004,mine,business-id",
  })
  void namesTheWrongSetting(String ownId, String business, String setting) {
    ChannelSettings settings = whatsApp(ownId, business, TOKEN, platform.base());

    assertThatThrownBy(() -> maker().make("main", settings))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining("desk.channel.whatsapp.main." + setting);
  }

  @Test
  void metasWordsOnItsLimitsAreRead() {
    platform.answers(
        200,
        "{\"messages\":[{\"id\":\"wamid.1\"}]}",
        Map.of(
            "X-Business-Use-Case-Usage",
            "{\"2000004\":[{\"type\":\"whatsapp\",\"call_count\":100,\"total_cputime\":0,"
                + "\"total_time\":0,\"estimated_time_to_regain_access\":1}]}"));
    Channel channel = channel();
    channel.reply(privateReply());

    assertThat(channel.limits())
        .containsExactly(
            new Limit(Limit.Of.PRIVATE, new Quota(100, 0, NOW.plus(Duration.ofMinutes(1)))));
  }

  @Test
  void anEmptyListIsIgnored() {
    byte[] body =
        """
        {"object":"whatsapp_business_account","entry":[{"id":"2000004","changes":[{"field":"messages",
         "value":{"messaging_product":"whatsapp","metadata":{"phone_number_id":"1000004"},
          "messages":[]}}]}]}
        """
            .getBytes(StandardCharsets.UTF_8);
    List<Event> events = ((Reception.Accepted) channel().receive(delivery(body, SECRET))).events();
    assertThat(events)
        .singleElement()
        .satisfies(
            event ->
                assertThat(channel().understand(event.body()))
                    .isInstanceOf(InboundEvent.Ignored.class));
  }
}
