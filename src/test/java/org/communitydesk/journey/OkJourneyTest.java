package org.communitydesk.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Desk;
import org.junit.jupiter.api.Test;

class OkJourneyTest extends Journey {

  @Override
  String platform() {
    return "ok";
  }

  @Override
  String externalId(long id) {
    return "C3ecb9d02a600." + id;
  }

  @Override
  HttpResponse<String> deliver(long author, long id, String text) {
    return Desk.asNobody()
        .post(
            "/hooks/ok/main/sandbox-secret",
            """
            {"webhookType":"MESSAGE_CREATED","group_id":"group:1000006",
             "sender":{"name":"Анна","user_id":"user:%d"},"recipient":{"chat_id":"chat:C%x"},
             "message":{"text":"%s","seq":98211023614189660,"mid":"mid:C3ecb9d02a600.%d"},
             "timestamp":1795000000000}
            """
                .formatted(author, author, text, id));
  }

  @Test
  void aRemovedCommentIsFoundByReadingAgain() {
    Appeal appeal = Appeal.comment("ok", "Удалю это");
    Desk.asNobody().delete("/sandbox/api/ok/messages/" + appeal.firstMessage());
    Appeal.idle();

    assertThat(appeal.file().at("/conversation/0/state").asText()).isEqualTo("DELETED");
  }

  @Test
  void aReplyOfUnknownOutcomeIsFoundByReading() {
    Appeal appeal = Appeal.comment("ok", "Где карта?").toReply();
    appeal.fault("acceptThenReset").reply("Здравствуйте! Уже едет.");
    appeal.passTime("PT10M");

    JsonNode publication = appeal.file().path("publications").path(0);
    assertThat(publication.path("state").asText()).isEqualTo("SENT");
    assertThat(appeal.answers()).containsExactly("Здравствуйте! Уже едет.");
  }
}
