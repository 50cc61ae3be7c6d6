package org.communitydesk.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.communitydesk.http.Hmac;
import org.communitydesk.http.Secret;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Desk;
import org.junit.jupiter.api.Test;

class XJourneyTest extends Journey {

  @Override
  String platform() {
    return "x";
  }

  /** On this tier only those are answered who name the brand. */
  @Override
  String asked(String question) {
    return "@mir " + question;
  }

  @Override
  String externalId(long id) {
    return String.valueOf(2_095_000_000_000_000_000L + id);
  }

  @Override
  HttpResponse<String> deliver(long author, long id, String text) {
    String body =
        """
        {"data":{"event_uuid":"-%d","filter":{"user_id":"1000005"},"event_type":"post.reply.create",
         "payload":{"id":"%s","author_id":"%d","conversation_id":"2090000000000000001",
          "text":"%s","created_at":"2026-11-18T10:00:00.000Z"},"includes":{}}}
        """
            .formatted(id, externalId(id), author, text);
    String signature =
        Hmac.base64(Secret.of("sandbox-secret"), body.getBytes(StandardCharsets.UTF_8));
    return Desk.asNobody()
        .post("/hooks/x/main", body, Map.of("x-twitter-webhooks-signature", "sha256=" + signature));
  }

  @Test
  void anAnswerToTheUnsummonedIsPublishedByHand() {
    Appeal appeal = Appeal.comment("x", "Почему не приходит кешбэк?").toReply();
    appeal.reply("Здравствуйте! Проверим.");

    assertThat(appeal.answers()).isEmpty();
    appeal.submit(
        "anna",
        "publishByHand",
        Map.of("handOutcome", "DONE", "postUrl", "https://x.com/mir/status/1"));
    assertThat(appeal.file().at("/publications/0/state").asText()).isNotEqualTo("SENDING");
  }

  @Test
  void theHookAnswersXsChallenge() {
    HttpResponse<String> answer = Desk.asNobody().get("/hooks/x/main?crc_token=challenge_string");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type").orElseThrow()).contains("json");
    assertThat(answer.body()).contains("\"response_token\":\"sha256=");
  }

  @Test
  void anAnswerToSomebodyElseIsFoundBySearch() {
    Appeal first = Appeal.comment("x", "@mir где кешбэк?");
    String deep =
        Desk.asNobody()
            .post(
                "/sandbox/api/x/messages",
                "{\"authorId\":\"830001\",\"text\":\"И у меня нет\",\"replyTo\":\""
                    + first.firstMessage()
                    + "\"}")
            .body()
            .replaceAll("\\D", "");
    Appeal.idle();

    assertThat(Appeal.find(deep).path("authorId").asText()).isEqualTo("830001");
  }
}
