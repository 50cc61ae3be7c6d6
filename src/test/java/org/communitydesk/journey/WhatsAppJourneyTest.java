package org.communitydesk.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.communitydesk.http.Hmac;
import org.communitydesk.http.Secret;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Desk;
import org.junit.jupiter.api.Test;

class WhatsAppJourneyTest extends PrivateJourney {

  @Override
  String platform() {
    return "whatsapp";
  }

  @Override
  String externalId(long id) {
    return "wamid." + id + "==";
  }

  @Override
  HttpResponse<String> deliver(long id, String text) {
    String body =
        """
        {"object":"whatsapp_business_account","entry":[{"id":"2000004","changes":[{"field":"messages",
         "value":{"messaging_product":"whatsapp","metadata":{"phone_number_id":"1000004"},
          "contacts":[{"profile":{"name":"Анна"},"user_id":"RU.%d"}],
          "messages":[{"from_user_id":"RU.%d","id":"%s","timestamp":"1795000000","type":"text",
           "text":{"body":"%s"}}]}}]}]}
        """
            .formatted(id, id, externalId(id), text);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return Desk.asNobody()
        .post(
            "/hooks/whatsapp/main",
            body,
            Map.of(
                "X-Hub-Signature-256", "sha256=" + Hmac.hex(Secret.of("sandbox-secret"), bytes)));
  }

  @Test
  void anEditIsShownAsAnEdit() {
    Appeal appeal = begin("Карта не роботает");
    Desk.asNobody()
        .put(
            "/sandbox/api/whatsapp/messages/" + appeal.firstMessage(),
            "{\"text\":\"Карта не работает\"}");
    Appeal.idle();

    JsonNode entry = appeal.file().path("conversation").get(0);
    assertThat(entry.path("text").asText()).isEqualTo("Карта не работает");
    assertThat(entry.path("state").asText()).isEqualTo("EDITED");
  }
}
