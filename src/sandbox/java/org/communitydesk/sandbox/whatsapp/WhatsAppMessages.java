package org.communitydesk.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Platform;
import org.communitydesk.sandbox.graph.GraphError;
import org.communitydesk.sandbox.graph.GraphMethod;
import org.communitydesk.sandbox.graph.GraphRequest;
import org.communitydesk.sandbox.graph.GraphSection;
import org.communitydesk.sandbox.world.Bans;
import org.communitydesk.sandbox.world.Counters;
import org.communitydesk.sandbox.world.Entries;
import org.communitydesk.sandbox.world.Entry;
import org.communitydesk.sandbox.world.Fault;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.Pictures;
import org.communitydesk.sandbox.world.Reach;
import org.communitydesk.sandbox.world.Reaches;
import org.springframework.stereotype.Component;

/** What the number sends. An answer means accepted; what becomes of it the statuses tell. */
@Component
class WhatsAppMessages implements GraphSection {

  private static final int TEXT_LIMIT = 4096;
  private static final int CAPTION_LIMIT = 1024;

  private final Entries entries;
  private final Pictures pictures;
  private final Bans bans;
  private final Reaches reaches;
  private final Counters counters;
  private final WhatsAppMedia media;
  private final WhatsAppTemplates templates;
  private final WhatsAppNotices notices;
  private final Clock clock;

  WhatsAppMessages(
      Entries entries,
      Pictures pictures,
      Bans bans,
      Reaches reaches,
      Counters counters,
      WhatsAppMedia media,
      WhatsAppTemplates templates,
      WhatsAppNotices notices,
      Clock clock) {
    this.entries = entries;
    this.pictures = pictures;
    this.bans = bans;
    this.reaches = reaches;
    this.counters = counters;
    this.media = media;
    this.templates = templates;
    this.notices = notices;
    this.clock = clock;
  }

  @Override
  public Platform platform() {
    return WhatsApp.PLATFORM;
  }

  @Override
  public Map<String, GraphMethod> methods() {
    return Map.of(
        "POST messages",
        GraphMethod.write(WhatsApp.limit(), this::send)
            .failing(Fault.BLOCKED_BY_USER, undeliverable()),
        "GET message_history",
        GraphMethod.read(this::history));
  }

  private static GraphError undeliverable() {
    return GraphError.of(400, 131026, 0, "Message undeliverable");
  }

  private JsonNode send(GraphRequest request) {
    WhatsApp.ofNumber(request);
    String person = person(request);
    String type = request.has("type") ? request.text("type") : "text";
    Content content = content(type, request);
    if (bans.find(WhatsApp.PLATFORM, person).isPresent()
        || reaches.of(WhatsApp.PLATFORM, person) == Reach.LEFT) {
      throw undeliverable();
    }
    if (!type.equals("template") && !isOpen(person)) {
      throw GraphError.of(400, 131047, 0, "Re-engagement message");
    }
    long number = WhatsApp.next(counters);
    String data = request.text("biz_opaque_callback_data");
    Entry entry =
        new Entry(
            WhatsApp.id(person, number),
            number,
            0,
            Kind.PRIVATE,
            person,
            null,
            WhatsApp.NUMBER,
            true,
            person,
            content.text(),
            answered(request).orElse(null),
            clock.instant(),
            null,
            false,
            data.isEmpty() ? null : data,
            content.pictures());
    notices.statuses(entries.add(WhatsApp.PLATFORM, entry));
    return accepted(request, person, entry.id());
  }

  private static ObjectNode accepted(GraphRequest request, String person, String id) {
    ObjectNode answer = Json.object().put("messaging_product", "whatsapp");
    answer
        .putArray("contacts")
        .addObject()
        .put("input", request.has("to") ? request.text("to") : request.text("recipient"))
        .put(WhatsApp.isScoped(person) ? "user_id" : "wa_id", person);
    answer.putArray("messages").addObject().put("id", id);
    return answer;
  }

  /** A phone number stands in {@code to}, and goes first; an id without one in another field. */
  private static String person(GraphRequest request) {
    String phone = request.text("to").replaceAll("[ +()-]", "");
    if (WhatsApp.isPhone(phone)) {
      return phone;
    }
    if (!request.has("to") && WhatsApp.isScoped(request.text("recipient"))) {
      return request.text("recipient");
    }
    throw GraphError.parameter("The parameter to is required");
  }

  private record Content(String text, List<String> pictures) {}

  private Content content(String type, GraphRequest request) {
    JsonNode part = request.node(type);
    return switch (type) {
      case "text" -> new Content(limited(part.path("body"), TEXT_LIMIT, true), List.of());
      case "image", "document" ->
          new Content(limited(part.path("caption"), CAPTION_LIMIT, false), List.of(file(part)));
      case "template" -> new Content(templates.filled(part), List.of());
      default -> throw GraphError.of(400, 131051, 0, "Unsupported message type");
    };
  }

  private static String limited(JsonNode text, int limit, boolean required) {
    String value = text.asText("");
    if (required && value.isBlank()) {
      throw GraphError.of(400, 131008, 0, "Required parameter is missing");
    }
    if (value.length() > limit) {
      throw GraphError.parameter("The text must be at most " + limit + " characters long");
    }
    return value;
  }

  private String file(JsonNode part) {
    String link = part.path("link").asText("");
    if (link.matches("https?://\\S+")) {
      return pictures.keep(link);
    }
    return media
        .find(part.path("id").asText(""))
        .orElseThrow(() -> GraphError.of(400, 131009, 0, "Parameter value is not valid"));
  }

  private boolean isOpen(String person) {
    return entries.thread(WhatsApp.PLATFORM, Kind.PRIVATE, person, 1000).stream()
        .anyMatch(
            entry ->
                !entry.byBrand() && entry.at().isAfter(clock.instant().minus(WhatsApp.WINDOW)));
  }

  private Optional<String> answered(GraphRequest request) {
    String id = request.node("context").path("message_id").asText("");
    return entries.find(WhatsApp.PLATFORM, id).map(Entry::id);
  }

  /** What became of one message, without its text. */
  private JsonNode history(GraphRequest request) {
    WhatsApp.ofNumber(request);
    ObjectNode history = Json.object();
    ArrayNode data = history.putArray("data");
    entries
        .find(WhatsApp.PLATFORM, request.required("message_id"))
        .filter(Entry::byBrand)
        .ifPresent(
            entry -> {
              ArrayNode steps =
                  data.addObject()
                      .put("message_id", entry.id())
                      .putObject("events")
                      .putArray("data");
              boolean reached =
                  reaches.of(WhatsApp.PLATFORM, entry.recipientId()) == Reach.REACHABLE;
              (reached ? List.of("SENT", "DELIVERED", "READ") : List.of("ERROR"))
                  .forEach(
                      step ->
                          steps
                              .addObject()
                              .put("delivery_status", step)
                              .put("timestamp", entry.at().getEpochSecond()));
            });
    return history;
  }
}
