package org.communitydesk.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.communitydesk.channel.Delivery;
import org.communitydesk.channel.Event;
import org.communitydesk.channel.Polled.Poll;
import org.communitydesk.channel.Reception;
import org.communitydesk.channel.Sender;
import org.communitydesk.http.Content;
import org.communitydesk.http.Json;
import org.communitydesk.http.PlatformApi;
import org.communitydesk.http.Secret;

/** The two ways in which updates come: the webhook brings one, {@code getUpdates} asks for them. */
final class TelegramHook {

  private static final Reception.Answer DONE = new Reception.Answer(200, "");
  private static final String HEADER = "x-telegram-bot-api-secret-token";
  private static final int WAIT_SECONDS = 10;
  private static final int PAGE = 100;

  // Some kinds come only when they are listed: https://core.telegram.org/bots/api#getupdates,
  // 2026-11.
  private static final List<String> KINDS =
      List.of(
          "message",
          "edited_message",
          "channel_post",
          "edited_channel_post",
          "my_chat_member",
          "chat_member");

  private final Secret secret;
  private final PlatformApi api;

  TelegramHook(Secret secret, PlatformApi api) {
    this.secret = secret;
    this.api = api;
  }

  Sender sender(Delivery delivery) {
    return delivery.method().equals("POST") && secret.matches(delivery.headers().get(HEADER))
        ? Sender.PLATFORM
        : Sender.STRANGER;
  }

  Reception receive(Delivery delivery) {
    if (!delivery.method().equals("POST")) {
      return new Reception.Denied("Telegram sends POST only");
    }
    if (sender(delivery) != Sender.PLATFORM) {
      return new Reception.Denied("the secret token is missing or wrong");
    }
    try {
      JsonNode update = Json.read(delivery.body());
      if (!isUpdate(update)) {
        return new Reception.Unreadable("an update without update_id", DONE);
      }
      return new Reception.Accepted(List.of(event(update)), DONE);
    } catch (Json.Unreadable e) {
      return new Reception.Unreadable(e.getMessage(), DONE);
    }
  }

  Poll poll(String cursor) {
    Map<String, Object> question = new LinkedHashMap<>();
    if (cursor != null) {
      question.put("offset", Long.parseLong(cursor));
    }
    question.put("limit", PAGE);
    question.put("timeout", WAIT_SECONDS);
    question.put("allowed_updates", KINDS);
    List<Event> events = new ArrayList<>();
    String next = cursor;
    for (JsonNode update : api.ask("getUpdates", Content.json(question)).path("result")) {
      if (isUpdate(update)) {
        events.add(event(update));
        next = String.valueOf(update.path("update_id").asLong() + 1);
      }
    }
    return new Poll(events, next);
  }

  private static boolean isUpdate(JsonNode update) {
    return update.path("update_id").isIntegralNumber();
  }

  private static Event event(JsonNode update) {
    return new Event(update.path("update_id").asText(), Json.write(update));
  }
}
