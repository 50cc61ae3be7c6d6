package org.communitydesk.sandbox.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import org.communitydesk.sandbox.world.Entry;
import org.communitydesk.sandbox.world.Events;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.Post;
import org.springframework.stereotype.Component;

/** The updates of the bot, in order within a chat. */
@Component
class TelegramNotices {

  private final Events events;
  private final TelegramJson json;
  private final Clock clock;

  TelegramNotices(Events events, TelegramJson json, Clock clock) {
    this.events = events;
    this.json = json;
    this.clock = clock;
  }

  void forwarded(Post post) {
    tell(String.valueOf(Telegram.GROUP), "message", json.forward(post));
  }

  /**
   * @param kind {@code message} or {@code edited_message}
   */
  void message(String kind, Entry entry) {
    ObjectNode message = json.message(entry);
    tell(message.path("chat").path("id").asText(), kind, message);
  }

  /** A member's place in the group has changed. */
  void member(String user, String before, String after, long until) {
    ObjectNode change = Json.object().put("date", clock.instant().getEpochSecond());
    change.set("chat", json.chat(Telegram.GROUP, "supergroup", Telegram.TITLE + ": обсуждение"));
    change.set("from", json.bot());
    change.set("old_chat_member", member(before, user));
    ObjectNode now = member(after, user);
    change.set(
        "new_chat_member",
        after.equals("kicked") || after.equals("restricted") ? now.put("until_date", until) : now);
    tell(String.valueOf(Telegram.GROUP), "chat_member", change);
  }

  /**
   * @param user null leaves the user out
   */
  ObjectNode member(String status, String user) {
    ObjectNode member = Json.object().put("status", status);
    if (user != null) {
      member.set("user", json.user(user));
    }
    return member;
  }

  private void tell(String lane, String kind, ObjectNode content) {
    events.add(
        Telegram.PLATFORM,
        lane,
        number -> {
          ObjectNode update = Json.object().put("update_id", number);
          update.set(kind, content);
          return update;
        });
  }
}
