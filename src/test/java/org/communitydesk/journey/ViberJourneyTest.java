package org.communitydesk.journey;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.communitydesk.http.Hmac;
import org.communitydesk.http.Secret;
import org.communitydesk.support.Desk;

class ViberJourneyTest extends PrivateJourney {

  @Override
  String platform() {
    return "viber";
  }

  @Override
  String externalId(long id) {
    return "59000000000" + id;
  }

  @Override
  HttpResponse<String> deliver(long id, String text) {
    String body =
        """
        {"event":"message","timestamp":"1795000000000","message_token":%s,
         "sender":{"id":"abc+/=","name":"Анна"},"message":{"type":"text","text":"%s"}}
        """
            .formatted(externalId(id), text);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return Desk.asNobody()
        .post(
            "/hooks/viber/main",
            body,
            Map.of("X-Viber-Content-Signature", Hmac.hex(Secret.of("sandbox-secret"), bytes)));
  }
}
