package org.communitydesk.channel.vk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.communitydesk.channel.ChannelSettings;
import org.communitydesk.channel.Delivery;
import org.communitydesk.channel.Event;
import org.communitydesk.channel.Polled.Poll;
import org.communitydesk.channel.Reception;
import org.communitydesk.channel.Sender;
import org.communitydesk.http.Content;
import org.communitydesk.http.Json;
import org.communitydesk.http.PlatformApi;

/**
 * The two ways in which events come: the Callback API brings one per delivery with the secret in
 * the body, Bots Long Poll is asked for them.
 */
final class VkHook {

  // Any other answer counts as a failure and is repeated:
  // https://dev.vk.com/ru/api/callback/getting-started, 2026-11.
  private static final Reception.Answer OK = new Reception.Answer(200, "ok");
  private static final Pattern SECRET =
      Pattern.compile("\"secret\"\\s*:\\s*\"([^\"\\\\]{1,200})\"");

  private static final int WAIT_SECONDS = 10;

  private static final String GAP =
      "ВКонтакте потерял часть событий очереди: просмотрите комментарии и сообщения за это время"
          + " на его страницах";

  private final String group;
  private final ChannelSettings settings;
  private final PlatformApi api;
  private volatile LongPoll longPoll;

  private record LongPoll(String server, String key) {}

  VkHook(String group, ChannelSettings settings, PlatformApi api) {
    this.group = group;
    this.settings = settings;
    this.api = api;
  }

  Sender sender(Delivery delivery) {
    if (!delivery.method().equals("POST") || !settings.secret().isSet()) {
      return Sender.STRANGER;
    }
    if (delivery.body() == null) {
      return Sender.UNKNOWN;
    }
    return settings.secret().matches(Json.onlyText(delivery.body(), "secret"))
        ? Sender.PLATFORM
        : Sender.STRANGER;
  }

  Reception receive(Delivery delivery) {
    if (!delivery.method().equals("POST")) {
      return new Reception.Denied("VK sends POST only");
    }
    if (sender(delivery) != Sender.PLATFORM) {
      return new Reception.Denied("the secret is missing or wrong");
    }
    JsonNode body;
    try {
      body = Json.read(delivery.body());
    } catch (Json.Unreadable e) {
      return new Reception.Unreadable(e.getMessage(), OK, withoutSecret(delivery.body()));
    }
    if (!body.path("group_id").asText("").equals(group)) {
      return new Reception.Denied("the event is of another community");
    }
    if (body.path("type").asText("").equals("confirmation")) {
      return settings.confirmation() == null
          ? new Reception.Denied("no confirmation is set up")
          : new Reception.Handshake(new Reception.Answer(200, settings.confirmation().strip()));
    }
    return new Reception.Accepted(List.of(event(body)), OK);
  }

  /** The event as it is kept: without the secret. */
  static Event event(JsonNode envelope) {
    if (envelope instanceof ObjectNode object) {
      object.remove("secret");
    }
    byte[] body = Json.write(envelope);
    String id = envelope.path("event_id").asText("");
    return new Event(
        id.matches("[\\w-]{1,100}") ? id : "sha256-" + DigestUtils.sha256Hex(body), body);
  }

  Poll poll(String cursor) {
    if (longPoll == null || cursor == null) {
      String ts = open();
      if (cursor == null) {
        return new Poll(List.of(), ts);
      }
    }
    LongPoll at = longPoll;
    String query = "act=a_check&wait=" + WAIT_SECONDS + "&key=" + Content.encode(at.key());
    JsonNode answer =
        api.ask("a_check", URI.create(at.server() + "?" + query + "&ts=" + Content.encode(cursor)));
    return switch (answer.path("failed").asInt()) {
      case 0 -> new Poll(events(answer), answer.path("ts").asText(cursor));
      case 1 -> gap(answer.path("ts").asText(cursor));
      case 2 -> {
        open();
        yield new Poll(List.of(), cursor);
      }
      default -> gap(open());
    };
  }

  private static Poll gap(String cursor) {
    return new Poll(List.of(), cursor, Duration.ZERO, GAP);
  }

  private static List<Event> events(JsonNode answer) {
    List<Event> events = new ArrayList<>();
    answer.path("updates").forEach(update -> events.add(event(update)));
    return events;
  }

  private String open() {
    JsonNode server =
        api.ask(
                "groups.getLongPollServer",
                VkChannel.form(settings.token(), Map.of("group_id", group)))
            .path("response");
    longPoll = new LongPoll(server.path("server").asText(), server.path("key").asText());
    return server.path("ts").asText();
  }

  private static byte[] withoutSecret(byte[] body) {
    return SECRET
        .matcher(new String(body, StandardCharsets.ISO_8859_1))
        .replaceAll("\"secret\":\"***\"")
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
