package org.communitydesk.channel.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.communitydesk.channel.Delivery;
import org.communitydesk.channel.Event;
import org.communitydesk.channel.Reception;
import org.communitydesk.channel.Sender;
import org.communitydesk.http.Hmac;
import org.communitydesk.http.Json;
import org.communitydesk.http.Secret;

/** The webhook: X's challenge, its signature, and events cut out of either envelope. */
final class XHook {

  private static final Reception.Answer OK = new Reception.Answer(200, "");
  private static final String SIGNATURE = "x-twitter-webhooks-signature";
  private static final String SCHEME = "sha256=";
  private static final int BASE64 = 44;

  // Base64, UUIDs and the "challenge_string" of https://docs.x.com/x-api/webhooks (2026-11): no
  // brace, bracket or quote, and a letter that stands in no number, true, false or null.
  private static final Pattern CHALLENGE =
      Pattern.compile("(?=.*[A-DF-Za-df-z_])[A-Za-z0-9_=+/-]{8,256}");

  private final String user;
  private final Secret secret;

  XHook(String user, Secret secret) {
    this.user = user;
    this.secret = secret;
  }

  Sender sender(Delivery delivery) {
    if (delivery.method().equals("GET")) {
      return Sender.UNKNOWN;
    }
    String signature = delivery.headers().getOrDefault(SIGNATURE, "");
    if (!signature.startsWith(SCHEME) || signature.length() != SCHEME.length() + BASE64) {
      return Sender.STRANGER;
    }
    if (delivery.body() == null) {
      return Sender.UNKNOWN;
    }
    return Hmac.matchesBase64(secret, delivery.body(), signature.substring(SCHEME.length()))
        ? Sender.PLATFORM
        : Sender.STRANGER;
  }

  Reception receive(Delivery delivery) {
    if (delivery.method().equals("GET")) {
      return challenge(delivery.query().get("crc_token"));
    }
    if (sender(delivery) != Sender.PLATFORM) {
      return new Reception.Denied("the signature is missing or wrong");
    }
    if (isChallenge(new String(delivery.body(), StandardCharsets.ISO_8859_1))) {
      return new Reception.Denied("anybody can have such a body signed: it is a challenge");
    }
    JsonNode body;
    try {
      body = Json.read(delivery.body());
    } catch (Json.Unreadable e) {
      return new Reception.Unreadable(e.getMessage(), OK);
    }
    List<JsonNode> data = data(body);
    if (!data.isEmpty() && data.stream().allMatch(this::isForeign)) {
      return new Reception.Denied("the event is of another account");
    }
    return new Reception.Accepted(data.stream().map(XHook::event).toList(), OK);
  }

  private Reception challenge(String token) {
    if (token == null || !isChallenge(token) || !secret.isSet()) {
      return new Reception.Denied("a challenge without a crc_token of X's form");
    }
    byte[] message = token.getBytes(StandardCharsets.UTF_8);
    byte[] answer = Json.write(Map.of("response_token", SCHEME + Hmac.base64(secret, message)));
    return new Reception.Handshake(
        new Reception.Answer(200, new String(answer, StandardCharsets.UTF_8)));
  }

  // We sign it with the key of deliveries, for whoever asks: it must never be what we read.
  private static boolean isChallenge(String token) {
    return CHALLENGE.matcher(token).matches();
  }

  /** What stands under {@code data}, one node an event; the older API's body is one by itself. */
  private static List<JsonNode> data(JsonNode body) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode one : body.isArray() ? body : List.of(body)) {
      JsonNode data = one.path("data");
      if (data.isArray()) {
        data.forEach(event -> found.addAll(alone(event)));
      } else {
        found.addAll(alone(data.isMissingNode() ? one : data));
      }
    }
    return found;
  }

  /** Several private messages may be told at once: each is an event of its own. */
  private static List<JsonNode> alone(JsonNode data) {
    JsonNode messages = XEvents.directMessages(data);
    if (!messages.isArray() || messages.size() < 2) {
      return List.of(data);
    }
    List<JsonNode> parts = new ArrayList<>();
    for (JsonNode message : messages) {
      JsonNode part = data.deepCopy();
      ((ArrayNode) XEvents.directMessages(part)).removeAll().add(message);
      parts.add(part);
    }
    return parts;
  }

  /** Whether the event is told because of somebody else's account. */
  boolean isForeign(JsonNode data) {
    String of = data.path("filter").path("user_id").asText(data.path("for_user_id").asText(""));
    return !of.isEmpty() && !of.equals(user);
  }

  /** A post is one event, however often and by whatever way it is told. */
  static Event event(JsonNode data) {
    byte[] body = Json.write(Map.of("data", data));
    String type = data.path("event_type").asText("");
    String id = data.path("payload").path("id").asText("");
    String dm = XEvents.directMessages(data).path(0).path("id").asText("");
    String uuid = data.path("event_uuid").asText("");
    if (dm.matches("\\d{1,20}")) {
      return new Event("dm-" + dm, body);
    }
    if (type.matches("post\\.(\\w+\\.)?create") && id.matches("\\d{1,20}")) {
      return new Event("post-" + id, body);
    }
    return new Event(
        uuid.matches("[\\w-]{1,80}") ? "event-" + uuid : "sha256-" + DigestUtils.sha256Hex(body),
        body);
  }
}
