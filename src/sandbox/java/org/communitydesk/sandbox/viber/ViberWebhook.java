package org.communitydesk.sandbox.viber;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.communitydesk.http.Hmac;
import org.communitydesk.sandbox.world.Counters;
import org.communitydesk.sandbox.world.Hooks;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.Values;
import org.springframework.stereotype.Component;

/** The bot's one webhook, set to the desk from the start. */
@Component
class ViberWebhook {

  private static final String URL = "webhook url";
  private static final String EVENTS = "webhook events";
  private static final Set<String> ALWAYS = Set.of("message", "subscribed", "unsubscribed");
  private static final String CHOSEN = "delivered,seen,failed,conversation_started";

  private final Values values;
  private final Counters counters;
  private final Hooks hooks;
  private final Clock clock;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  ViberWebhook(Values values, Counters counters, Hooks hooks, Clock clock) {
    this.values = values;
    this.counters = counters;
    this.hooks = hooks;
    this.clock = clock;
  }

  /** Empty when there is none: then nobody can write to the bot. */
  String url() {
    return values.get(Viber.PLATFORM, URL).orElseGet(() -> hooks.address(Viber.PLATFORM));
  }

  boolean wants(String event) {
    return !url().isEmpty() && (ALWAYS.contains(event) || chosen().contains(event));
  }

  /** A signed delivery of a callback's text. */
  HttpRequest.Builder delivery(String body) {
    return HttpRequest.newBuilder(URI.create(url()))
        .header("Content-Type", "application/json")
        .header(
            "X-Viber-Content-Signature",
            Hmac.hex(Viber.TOKEN, body.getBytes(StandardCharsets.UTF_8)))
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  ObjectNode info(JsonNode request) {
    ObjectNode info =
        Json.object()
            .put("id", "pa:" + Viber.BOT)
            .put("name", Viber.TITLE)
            .put("uri", "mircard")
            .put("webhook", url())
            .put("subscribers_count", 0);
    info.set("event_types", types());
    return info;
  }

  /** The address is asked at once and must answer 200. */
  ObjectNode set(JsonNode request) {
    String before = url();
    String asked = request.path("url").asText("");
    if (!asked.isEmpty() && !asked.matches("https?://[^\\s/]+(/\\S*)?")) {
      throw new ViberError(1, "invalidUrl");
    }
    values.set(Viber.PLATFORM, URL, asked);
    if (!asked.isEmpty() && !answers()) {
      values.set(Viber.PLATFORM, URL, before);
      throw new ViberError(1, "failed to set webhook: the address did not answer 200");
    }
    if (request.path("event_types").isArray()) {
      StringBuilder chosen = new StringBuilder();
      request.path("event_types").forEach(type -> chosen.append(type.asText()).append(','));
      values.set(Viber.PLATFORM, EVENTS, chosen.toString());
    } else {
      values.remove(Viber.PLATFORM, EVENTS);
    }
    ObjectNode result = Json.object().put("chat_hostname", Viber.CHAT_HOST);
    result.set("event_types", types());
    return result;
  }

  private boolean answers() {
    String handshake =
        Json.write(
            Json.object()
                .put("event", "webhook")
                .put("timestamp", String.valueOf(clock.millis()))
                .put("chat_hostname", Viber.CHAT_HOST)
                .put(
                    "message_token",
                    counters.next(Viber.PLATFORM, Viber.TOKEN_COUNTER, Viber.FIRST_TOKEN)));
    try {
      return client
              .send(
                  delivery(handshake).timeout(Duration.ofSeconds(10)).build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private List<String> chosen() {
    return List.of(values.get(Viber.PLATFORM, EVENTS).orElse(CHOSEN).split(",", -1));
  }

  private ArrayNode types() {
    ArrayNode types = Json.array();
    ALWAYS.stream().sorted().forEach(types::add);
    chosen().stream().filter(type -> !type.isEmpty()).forEach(types::add);
    return types;
  }
}
