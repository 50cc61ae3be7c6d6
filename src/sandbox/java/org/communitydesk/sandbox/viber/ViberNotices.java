package org.communitydesk.sandbox.viber;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import org.communitydesk.sandbox.world.Counters;
import org.communitydesk.sandbox.world.Entry;
import org.communitydesk.sandbox.world.Events;
import org.communitydesk.sandbox.world.Hooks;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.People;
import org.communitydesk.sandbox.world.Person;
import org.communitydesk.sandbox.world.Reach;
import org.communitydesk.sandbox.world.Reaches;
import org.springframework.stereotype.Component;

/**
 * The callbacks of the bot, in order within a chat. Samples of the documentation carry the time
 * sometimes as a number and sometimes as a text; so do these.
 */
@Component
class ViberNotices {

  private final Events events;
  private final People people;
  private final Reaches reaches;
  private final Counters counters;
  private final ViberWebhook webhook;
  private final Hooks hooks;
  private final Clock clock;

  ViberNotices(
      Events events,
      People people,
      Reaches reaches,
      Counters counters,
      ViberWebhook webhook,
      Hooks hooks,
      Clock clock) {
    this.events = events;
    this.people = people;
    this.reaches = reaches;
    this.counters = counters;
    this.webhook = webhook;
    this.hooks = hooks;
    this.clock = clock;
  }

  /**
   * @param tracking what the bot sent along with its newest message; null for nothing
   */
  void message(Entry entry, String tracking) {
    ObjectNode message = Json.object();
    if (entry.pictures().isEmpty()) {
      message.put("type", "text").put("text", entry.text());
    } else {
      String address = hooks.home() + "/sandbox/viber/photo/" + entry.pictures().get(0);
      message
          .put("type", "picture")
          .put("text", entry.text())
          .put("media", address)
          .put("thumbnail", address)
          .put("file_name", "photo.jpg");
    }
    if (tracking != null) {
      message.put("tracking_data", tracking);
    }
    ObjectNode callback = Json.object().put("message_token", entry.number());
    callback.set("sender", user(entry.authorId()));
    callback.set("message", message);
    tell(entry.authorId(), "message", callback.put("silent", false));
  }

  /** What becomes of a message of the bot. */
  void receipts(long token, String receiver) {
    ObjectNode about = Json.object().put("message_token", token).put("user_id", receiver);
    if (reaches.of(Viber.PLATFORM, receiver) == Reach.UNREACHABLE) {
      tell(receiver, "failed", about.put("desc", "failure description"));
    } else {
      tell(receiver, "delivered", about);
      tell(receiver, "seen", about);
    }
  }

  /** A person opens the chat and has not written yet. */
  void conversationStarted(String user) {
    ObjectNode callback = fresh().put("type", "open").put("subscribed", false);
    callback.set("user", user(user));
    tell(user, "conversation_started", callback);
  }

  void subscribed(String user) {
    ObjectNode callback = fresh();
    callback.set("user", user(user));
    tell(user, "subscribed", callback);
  }

  void unsubscribed(String user) {
    tell(user, "unsubscribed", fresh().put("user_id", user));
  }

  private ObjectNode fresh() {
    return Json.object()
        .put(
            "message_token", counters.next(Viber.PLATFORM, Viber.TOKEN_COUNTER, Viber.FIRST_TOKEN));
  }

  private ObjectNode user(String id) {
    Person person = people.get(Viber.PLATFORM, id);
    return Json.object()
        .put("id", id)
        .put("name", person.name())
        .put("language", "ru")
        .put("country", "RU")
        .put("api_version", 10);
  }

  private void tell(String user, String event, ObjectNode content) {
    if (!webhook.wants(event)) {
      return;
    }
    long now = clock.millis();
    events.add(
        Viber.PLATFORM,
        user,
        number -> {
          ObjectNode callback = Json.object().put("event", event);
          if (number % 2 == 0) {
            callback.put("timestamp", now);
          } else {
            callback.put("timestamp", String.valueOf(now));
          }
          callback.setAll(content);
          return callback.put("chat_hostname", Viber.CHAT_HOST);
        });
  }
}
