package org.communitydesk.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.communitydesk.conversation.Platform;
import org.communitydesk.sandbox.graph.Graph;
import org.communitydesk.sandbox.graph.GraphMethod;
import org.communitydesk.sandbox.graph.GraphRequest;
import org.communitydesk.sandbox.graph.GraphSection;
import org.communitydesk.sandbox.world.Json;
import org.springframework.stereotype.Component;

/** The number itself, and the app that hears of its business account. */
@Component
class WhatsAppAccount implements GraphSection {

  private final WhatsAppNotices notices;

  WhatsAppAccount(WhatsAppNotices notices) {
    this.notices = notices;
  }

  @Override
  public Platform platform() {
    return WhatsApp.PLATFORM;
  }

  @Override
  public Map<String, GraphMethod> methods() {
    return Map.of(
        "GET /" + WhatsApp.NUMBER,
        GraphMethod.read(this::number),
        "GET subscribed_apps",
        GraphMethod.read(this::apps),
        "POST subscribed_apps",
        GraphMethod.read(request -> subscribe(request, true)),
        "DELETE subscribed_apps",
        GraphMethod.read(request -> subscribe(request, false)));
  }

  private JsonNode number(GraphRequest request) {
    return Json.object()
        .put("verified_name", WhatsApp.TITLE)
        .put("display_phone_number", "+7 495 000-00-04")
        .put("quality_rating", "GREEN")
        .put("id", WhatsApp.NUMBER);
  }

  private JsonNode apps(GraphRequest request) {
    WhatsApp.ofBusiness(request);
    ObjectNode list = Json.object();
    list.putArray("data");
    if (notices.isSubscribed()) {
      list.withArray("data")
          .addObject()
          .putObject("whatsapp_business_api_data")
          .put("id", String.valueOf(Graph.APP_ID))
          .put("name", "Community Desk");
    }
    return list;
  }

  private JsonNode subscribe(GraphRequest request, boolean on) {
    WhatsApp.ofBusiness(request);
    notices.subscribe(on);
    return Json.object().put("success", true);
  }
}
