package org.communitydesk.contactcenter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Locale;
import org.communitydesk.contactcenter.ContactCenterProperties.Rest;
import org.communitydesk.contactcenter.Requests.Request;
import org.communitydesk.http.Json;
import org.communitydesk.http.SignedCall;
import org.communitydesk.http.WebhookSignature;
import org.springframework.stereotype.Component;

@Component
class WebhookCourier implements Courier {

  private final Rest settings;
  private final Clock clock;

  WebhookCourier(SettingsCheck checked, ContactCenterProperties settings, Clock clock) {
    this.settings = settings.rest();
    this.clock = clock;
  }

  @Override
  public Form form() {
    return Form.REST;
  }

  @Override
  public void send(Letter letter) {
    new SignedCall(settings.url(), new WebhookSignature(settings.secrets(), settings.tolerance()))
        .send(letter.id(), clock.instant(), body(letter));
  }

  private byte[] body(Letter letter) {
    Request request = letter.request();
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("type", "contact_center." + letter.subject().name().toLowerCase(Locale.ROOT));
    body.put("timestamp", clock.instant().toString());
    ObjectNode data = body.putObject("data");
    data.put("requestId", String.valueOf(request.id()));
    data.put("caseId", request.caseId());
    data.put("platform", letter.file().account().platform().id());
    data.put("kind", letter.file().kind().name());
    data.put("question", request.question());
    data.put("dueAt", request.dueAt() == null ? null : request.dueAt().toString());
    ArrayNode conversation = data.putArray("conversation");
    letter
        .conversation()
        .forEach(
            line ->
                conversation
                    .addObject()
                    .put("at", line.at().toString())
                    .put("byBrand", line.byBrand())
                    .put("text", line.text()));
    return Json.write(body);
  }
}
