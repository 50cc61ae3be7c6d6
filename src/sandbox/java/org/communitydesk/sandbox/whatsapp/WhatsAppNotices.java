package org.communitydesk.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import org.communitydesk.sandbox.graph.GraphHook;
import org.communitydesk.sandbox.world.Counters;
import org.communitydesk.sandbox.world.Entry;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.People;
import org.communitydesk.sandbox.world.Reach;
import org.communitydesk.sandbox.world.Reaches;
import org.communitydesk.sandbox.world.Values;
import org.springframework.stereotype.Component;

/** The changes of the field {@code messages}, in order within a chat. */
@Component
class WhatsAppNotices {

  static final List<String> SWITCHES = List.of("callbackData", "twice", "together");

  private static final String WAITING = "waiting messages";
  private static final String UNSUBSCRIBED = "unsubscribed";

  private final GraphHook hook;
  private final People people;
  private final Reaches reaches;
  private final Values values;
  private final Counters counters;
  private final WhatsAppMedia media;
  private final Clock clock;

  WhatsAppNotices(
      GraphHook hook,
      People people,
      Reaches reaches,
      Values values,
      Counters counters,
      WhatsAppMedia media,
      Clock clock) {
    this.hook = hook;
    this.people = people;
    this.reaches = reaches;
    this.values = values;
    this.counters = counters;
    this.media = media;
    this.clock = clock;
  }

  boolean isSubscribed() {
    return values.get(WhatsApp.PLATFORM, UNSUBSCRIBED).isEmpty();
  }

  void subscribe(boolean on) {
    if (on) {
      values.remove(WhatsApp.PLATFORM, UNSUBSCRIBED);
    } else {
      values.set(WhatsApp.PLATFORM, UNSUBSCRIBED, "yes");
    }
  }

  void said(Entry entry) {
    ObjectNode message = content(entry);
    if (entry.replyTo() != null) {
      message.putObject("context").put("from", WhatsApp.DISPLAYED).put("id", entry.replyTo());
    }
    message(entry.authorId(), entry.id(), message);
  }

  void edited(Entry entry) {
    ObjectNode message = Json.object().put("type", "edit");
    message.putObject("edit").put("original_message_id", entry.id()).set("message", content(entry));
    message(entry.authorId(), fresh(entry.authorId()), message);
  }

  void revoked(Entry entry) {
    ObjectNode message = Json.object().put("type", "revoke");
    message.putObject("revoke").put("original_message_id", entry.id());
    message(entry.authorId(), fresh(entry.authorId()), message);
  }

  private ObjectNode content(Entry entry) {
    if (entry.pictures().isEmpty()) {
      ObjectNode message = Json.object().put("type", "text");
      message.putObject("text").put("body", entry.text());
      return message;
    }
    return media.content(entry.pictures().get(0), entry.text());
  }

  private String fresh(String person) {
    return WhatsApp.id(person, WhatsApp.next(counters));
  }

  /** A message of a person; with others in one change when the switch says so. */
  void message(String person, String id, ObjectNode message) {
    message
        .put(WhatsApp.isScoped(person) ? "from_user_id" : "from", person)
        .put("id", id)
        .put("timestamp", String.valueOf(clock.instant().getEpochSecond()));
    ArrayNode waiting = waiting();
    waiting.addObject().put("person", person).set("message", message);
    values.set(WhatsApp.PLATFORM, WAITING, Json.write(waiting));
    if (waiting.size() >= together()) {
      letGo();
    }
  }

  /** Sends the messages that wait for each other. */
  void letGo() {
    ArrayNode waiting = waiting();
    values.remove(WhatsApp.PLATFORM, WAITING);
    if (waiting.isEmpty()) {
      return;
    }
    ObjectNode value = value();
    ArrayNode contacts = value.putArray("contacts");
    ArrayNode messages = value.putArray("messages");
    String lane = waiting.path(0).path("person").asText();
    for (JsonNode one : waiting) {
      ObjectNode contact = contact(one.path("person").asText());
      if (!has(contacts, contact)) {
        contacts.add(contact);
      }
      messages.add(one.path("message"));
    }
    tell(lane, value);
  }

  private static boolean has(ArrayNode contacts, ObjectNode contact) {
    for (JsonNode known : contacts) {
      if (known.equals(contact)) {
        return true;
      }
    }
    return false;
  }

  private ArrayNode waiting() {
    return values
        .get(WhatsApp.PLATFORM, WAITING)
        .map(text -> (ArrayNode) Json.read(text))
        .orElseGet(Json::array);
  }

  private int together() {
    return values.get(WhatsApp.PLATFORM, "together").map(Integer::parseInt).orElse(1);
  }

  /** What becomes of a message of the brand. */
  void statuses(Entry entry) {
    if (reaches.of(WhatsApp.PLATFORM, entry.recipientId()) == Reach.UNREACHABLE) {
      ObjectNode failed = status(entry, "failed");
      ObjectNode error = failed.putArray("errors").addObject();
      error.put("code", 131026).put("title", "Message undeliverable");
      error.putObject("error_data").put("details", "Message Undeliverable.");
      status(entry.recipientId(), failed);
      return;
    }
    for (String step : List.of("sent", "delivered", "read")) {
      status(entry.recipientId(), status(entry, step));
    }
  }

  private ObjectNode status(Entry entry, String step) {
    String person = entry.recipientId();
    ObjectNode status =
        Json.object()
            .put("id", entry.id())
            .put("status", step)
            .put("timestamp", String.valueOf(clock.instant().getEpochSecond()))
            .put(WhatsApp.isScoped(person) ? "recipient_user_id" : "recipient_id", person);
    boolean returned =
        !values.get(WhatsApp.PLATFORM, "callbackData").orElse("true").equals("false");
    if (returned && entry.onceKey() != null) {
      status.put("biz_opaque_callback_data", entry.onceKey());
    }
    return status;
  }

  private void status(String person, ObjectNode status) {
    ObjectNode value = value();
    value.putArray("contacts").add(contact(person));
    value.putArray("statuses").add(status);
    tell(person, value);
  }

  private ObjectNode contact(String person) {
    ObjectNode contact = Json.object();
    contact.putObject("profile").put("name", people.get(WhatsApp.PLATFORM, person).name());
    return contact.put(WhatsApp.isScoped(person) ? "user_id" : "wa_id", person);
  }

  private static ObjectNode value() {
    ObjectNode value = Json.object().put("messaging_product", "whatsapp");
    value
        .putObject("metadata")
        .put("display_phone_number", WhatsApp.DISPLAYED)
        .put("phone_number_id", WhatsApp.NUMBER);
    return value;
  }

  private void tell(String lane, ObjectNode value) {
    if (!isSubscribed()) {
      return;
    }
    ObjectNode entry =
        GraphHook.change(WhatsApp.BUSINESS, clock.instant().getEpochSecond(), "messages", value);
    boolean twice = values.get(WhatsApp.PLATFORM, "twice").orElse("false").equals("true");
    for (int i = 0; i < (twice ? 2 : 1); i++) {
      hook.tell(WhatsApp.PLATFORM, "whatsapp_business_account", lane, List.of(entry));
    }
  }
}
