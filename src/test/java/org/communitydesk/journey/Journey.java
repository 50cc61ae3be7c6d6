package org.communitydesk.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.communitydesk.channel.Capabilities;
import org.communitydesk.channel.Capability;
import org.communitydesk.conversation.Platform;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.api.Test;

/** From a user's words on a platform to the brand's answer under them, through the real doors. */
@DeskTest
abstract class Journey {

  private static final String PNG =
      "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  /** The platform's id in addresses. */
  abstract String platform();

  /** A delivery as the platform sends it, signed; {@code id} makes it another message. */
  abstract HttpResponse<String> deliver(long author, long id, String text);

  /** The external id of that delivery's message. */
  abstract String externalId(long id);

  /** A question in words which the brand may answer here. */
  String asked(String question) {
    return question;
  }

  private boolean can(Capability capability) {
    return Capabilities.of(Platform.of(platform()).orElseThrow()).can(capability);
  }

  @Test
  void aCommentIsAnsweredUnderTheComment() {
    Appeal appeal = Appeal.comment(platform(), asked("Когда начислят кешбэк?")).toReply();
    appeal.reply("Здравствуйте! В течение пяти рабочих дней.");
    JsonNode answer = lastOfBrand(appeal);
    assertThat(answer.path("text").asText())
        .isEqualTo("Здравствуйте! В течение пяти рабочих дней.");
    assertThat(answer.path("replyTo").asText()).isEqualTo(appeal.firstMessage());
    assertThat(appeal.file().path("conversation").findValuesAsText("byBrand"))
        .containsExactly("false", "true");
    assertThat(appeal.file().path("publications").findValuesAsText("state"))
        .containsExactly("SENT");
    assertThat(appeal.file().path("authorName").asText()).isEqualTo("Пётр Иванов");
  }

  @Test
  void aPrivateMessageIsAnsweredInPrivate() {
    Appeal appeal = Appeal.privately(platform(), "Не вижу кешбэк").toReply();
    appeal.reply("Здравствуйте! Проверим.");
    JsonNode answer = lastOfBrand(appeal);
    assertThat(answer.path("to").asText()).isEqualTo(appeal.author());
    assertThat(answer.path("kind").asText()).isEqualTo("private");
  }

  @Test
  void theSameDeliveryTwiceIsOneMessage() {
    assertThat(deliver(810_001, 910_001, "Дважды").statusCode()).isEqualTo(200);
    assertThat(deliver(810_001, 910_001, "Дважды").statusCode()).isEqualTo(200);
    Appeal.idle();
    assertThat(Appeal.find(externalId(910_001)).path("messageIds")).hasSize(1);
  }

  @Test
  void messagesOfOneMomentAreOneOpenAppeal() {
    List<CompletableFuture<Integer>> sent =
        StreamSupport.stream(List.of(920_001L, 920_002L, 920_003L, 920_004L).spliterator(), false)
            .map(
                id ->
                    CompletableFuture.supplyAsync(
                        () -> deliver(820_001, id, "Сразу " + id).statusCode()))
            .toList();
    sent.forEach(answer -> assertThat(answer.join()).isEqualTo(200));
    Appeal.idle();
    assertThat(Appeal.find(externalId(920_001)).path("messageIds")).hasSize(4);
  }

  @Test
  void aScreenshotIsKept() {
    Appeal appeal = withPictures("Вот ошибка");
    String withPicture = appeal.send("Снимок экрана", PNG);
    Appeal.idle();
    JsonNode entry =
        StreamSupport.stream(appeal.file().path("conversation").spliterator(), false)
            .filter(one -> one.path("externalId").asText().equals(withPicture))
            .findFirst()
            .orElseThrow();
    JsonNode picture = entry.path("attachments").get(0);
    assertThat(picture.path("state").asText()).isEqualTo("KEPT");
    assertThat(picture.path("contentType").asText()).isEqualTo("image/png");
    HttpResponse<String> bytes =
        Desk.as("anna").get("/api/attachments/" + picture.path("id").asText());
    assertThat(bytes.statusCode()).isEqualTo(200);
    assertThat(bytes.headers().firstValue("content-security-policy"))
        .contains("default-src 'none'; sandbox");
    assertThat(Desk.asNobody().get("/api/attachments/" + picture.path("id").asText()).statusCode())
        .isEqualTo(401);
  }

  @Test
  void anEditIsShownAsAnEdit() {
    assumeTrue(can(Capability.HEAR_EDITS));
    Appeal appeal = Appeal.comment(platform(), "Карта не роботает");
    Desk.asNobody()
        .put(
            "/sandbox/api/" + platform() + "/messages/" + appeal.firstMessage(),
            "{\"text\":\"Карта не работает\"}");
    Appeal.idle();
    JsonNode entry = appeal.file().path("conversation").get(0);
    assertThat(entry.path("text").asText()).isEqualTo("Карта не работает");
    assertThat(entry.path("state").asText()).isEqualTo("EDITED");
  }

  @Test
  void aCardNumberIsMaskedBeforeItIsKept() {
    Appeal appeal = Appeal.comment(platform(), "Моя карта 2200 7001 2345 6781, помогите");
    assertThat(appeal.file().toString()).doesNotContain("7001 2345").contains("помогите");
    assertThat(Desk.as("anna").get("/api/inbox?platform=" + platform()).body())
        .doesNotContain("7001 2345");
  }

  /** An appeal where users may attach pictures. */
  Appeal withPictures(String text) {
    return Appeal.comment(platform(), text);
  }

  private static JsonNode lastOfBrand(Appeal appeal) {
    return StreamSupport.stream(appeal.state().path("messages").spliterator(), false)
        .filter(message -> message.path("byBrand").asBoolean())
        .filter(
            message ->
                message.path("replyTo").asText().equals(appeal.firstMessage())
                    || message.path("to").asText().equals(appeal.author()))
        .reduce((a, b) -> b)
        .orElseThrow();
  }
}
