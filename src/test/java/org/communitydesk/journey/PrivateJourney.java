package org.communitydesk.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.stream.StreamSupport;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.api.Test;

/** From a person's words in a messenger to the brand's answer, through the real doors. */
@DeskTest
abstract class PrivateJourney {

  private static final String PNG =
      "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  /** The platform's id in addresses. */
  abstract String platform();

  /** A delivery as the platform sends it, signed; {@code id} makes it another message. */
  abstract HttpResponse<String> deliver(long id, String text);

  /** The external id of that delivery's message. */
  abstract String externalId(long id);

  Appeal begin(String text) {
    return Appeal.privately(platform(), text);
  }

  @Test
  void aMessageIsAnsweredInPrivate() {
    Appeal appeal = begin("Не вижу кешбэк").toReply();

    appeal.reply("Здравствуйте! Проверим.");

    assertThat(appeal.answers()).containsExactly("Здравствуйте! Проверим.");
    assertThat(appeal.file().path("authorName").asText()).isEqualTo("Пётр Иванов");
    assertThat(states(appeal)).containsExactly("SENT");
    JsonNode answer = appeal.file().path("conversation").get(1);
    assertThat(answer.path("byBrand").asBoolean()).isTrue();
  }

  @Test
  void theSameDeliveryTwiceIsOneMessage() {
    assertThat(deliver(910_001, "Дважды").statusCode()).isEqualTo(200);
    assertThat(deliver(910_001, "Дважды").statusCode()).isEqualTo(200);
    Appeal.idle();

    assertThat(Appeal.find(externalId(910_001)).path("messageIds")).hasSize(1);
  }

  @Test
  void aScreenshotIsKept() {
    Appeal appeal = begin("Вот ошибка");
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
  }

  @Test
  void aCardNumberIsMaskedBeforeItIsKept() {
    Appeal appeal = begin("Моя карта 2200 7001 2345 6781, помогите");

    assertThat(appeal.file().toString()).doesNotContain("7001 2345").contains("помогите");
  }

  @Test
  void anAnswerWhoseOutcomeWasLostIsProvedByItsReceipt() {
    Appeal appeal = begin("Ответ потеряется").toReply().fault("acceptThenReset");

    appeal.reply("Этот ответ дошёл.");

    assertThat(appeal.answers()).containsExactly("Этот ответ дошёл.");
    assertThat(states(appeal)).containsExactly("SENT");
  }

  static Iterable<String> states(Appeal appeal) {
    return appeal.file().path("publications").findValuesAsText("state");
  }
}
