package org.communitydesk.channel.viber;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.communitydesk.channel.Delivery;
import org.communitydesk.channel.Event;
import org.communitydesk.channel.Reception;
import org.communitydesk.channel.Sender;
import org.communitydesk.http.Hmac;
import org.communitydesk.http.Json;
import org.communitydesk.http.Secret;

/** The webhook: one callback per delivery, signed with the bot's token over the raw bytes. */
final class ViberHook {

  private static final Reception.Answer DONE = new Reception.Answer(200, "");
  private static final String HEADER = "x-viber-content-signature";
  private static final int HEX = 64;

  private final Secret token;

  ViberHook(Secret token) {
    this.token = token;
  }

  Sender sender(Delivery delivery) {
    String signature = delivery.headers().getOrDefault(HEADER, "");
    if (!delivery.method().equals("POST") || signature.length() != HEX) {
      return Sender.STRANGER;
    }
    if (delivery.body() == null) {
      return Sender.UNKNOWN;
    }
    return Hmac.matchesHex(token, delivery.body(), signature) ? Sender.PLATFORM : Sender.STRANGER;
  }

  Reception receive(Delivery delivery) {
    if (!delivery.method().equals("POST")) {
      return new Reception.Denied("Viber sends POST only");
    }
    if (sender(delivery) != Sender.PLATFORM) {
      return new Reception.Denied("the signature is missing or wrong");
    }
    try {
      JsonNode callback = Json.read(delivery.body());
      String event = callback.path("event").asText("");
      String message = callback.path("message_token").asText("");
      if (event.equals("webhook")) {
        return new Reception.Handshake(DONE);
      }
      if (!event.matches("\\w{1,50}") || !isToken(message)) {
        return new Reception.Unreadable("a callback without event or message_token", DONE);
      }
      String key = event + "-" + message + suffix(callback.path("user_id").asText(""));
      return new Reception.Accepted(List.of(new Event(key, Json.write(callback))), DONE);
    } catch (Json.Unreadable e) {
      return new Reception.Unreadable(e.getMessage(), DONE);
    }
  }

  private static String suffix(String person) {
    return ViberEvents.isPerson(person) ? "-" + person : "";
  }

  /** A message's number: 64 bits in JSON, so it is never taken for a floating-point number. */
  static boolean isToken(String text) {
    return text.matches("[1-9]\\d{0,30}");
  }
}
