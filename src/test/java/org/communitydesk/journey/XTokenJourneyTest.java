package org.communitydesk.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.api.Test;

/** X's tokens live two hours; the desk goes on by itself. */
@DeskTest
class XTokenJourneyTest {

  @Test
  void anAnswerAfterTwoHoursGoesOutWithARenewedToken() {
    Appeal appeal = Appeal.privately("x", "Не вижу кешбэк").toReply();
    appeal.passTime("PT3H");
    appeal.reply("Здравствуйте! Проверим.");
    assertThat(appeal.answers()).containsExactly("Здравствуйте! Проверим.");

    Appeal later = Appeal.privately("x", "А сейчас?").toReply();
    later.passTime("PT3H");
    later.reply("Уже начислен.");

    assertThat(later.answers()).containsExactly("Уже начислен.");
    assertThat(renewals(later)).hasSizeGreaterThanOrEqualTo(2).containsOnly(200);
    assertThat(later.channel().path("state").asText()).isNotEqualTo("RED");
    assertThat(later.state().toString()).doesNotContain("sandbox-refresh-token");
  }

  @Test
  void aRefusedRenewalShutsTheChannelAndTheAnswerWaits() {
    Appeal appeal = Appeal.privately("x", "Где мой кешбэк?").toReply().fault("tokenExpired");

    appeal.reply("Здравствуйте! Ищем.");
    assertThat(appeal.answers()).isEmpty();
    assertThat(appeal.channel().path("state").asText()).isEqualTo("RED");
    assertThat(appeal.channel().path("reason").asText()).contains("X не продлевает ключ");

    // Other journeys may have used up X's quarter of an hour.
    appeal.renewToken().passTime("PT16M");
    // The channel opens when its next check has come through, then what it held goes out.
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(appeal.answers()).containsExactly("Здравствуйте! Ищем."));
    assertThat(appeal.channel().path("state").asText()).isNotEqualTo("RED");
  }

  private static List<Integer> renewals(Appeal appeal) {
    List<Integer> answers = new ArrayList<>();
    for (JsonNode call : appeal.state().path("calls")) {
      if (call.path("path").asText().equals("/2/oauth2/token")
          && call.path("status").asInt() == 200) {
        answers.add(call.path("status").asInt());
      }
    }
    return answers;
  }
}
