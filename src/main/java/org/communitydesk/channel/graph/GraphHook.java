package org.communitydesk.channel.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.communitydesk.channel.Delivery;
import org.communitydesk.channel.Event;
import org.communitydesk.channel.Reception;
import org.communitydesk.channel.Sender;
import org.communitydesk.http.Hmac;
import org.communitydesk.http.Json;
import org.communitydesk.http.Secret;

/** Meta's webhook: the handshake by GET, and POSTs signed with the app's secret. */
public final class GraphHook {

  /** A POST tells of at most 1000 updates; some of them have been said to take 3 MB. */
  public static final int LARGEST_DELIVERY = 4 * 1024 * 1024;

  private static final Reception.Answer OK = new Reception.Answer(200, "");
  private static final String SIGNATURE = "x-hub-signature-256";
  private static final String SCHEME = "sha256=";
  private static final int HEX = 64;

  private final Secret appSecret;
  private final Secret verifyToken;
  private final Reader reader;

  /** How a platform tells its events apart. */
  public interface Reader {

    /** Whether the event is of our Page, account or number. */
    boolean isOurs(GraphEvent event);

    /** Equal for the same event however often it is delivered; cut to 200 characters here. */
    String key(GraphEvent event);

    /** One item may tell of several things; each must be told apart. */
    default List<GraphEvent> parts(GraphEvent event) {
      return List.of(event);
    }
  }

  public GraphHook(Secret appSecret, Secret verifyToken, Reader reader) {
    this.appSecret = appSecret;
    this.verifyToken = verifyToken;
    this.reader = reader;
  }

  /** As {@link org.communitydesk.channel.Channel#sender}. */
  public Sender sender(Delivery delivery) {
    if (delivery.method().equals("GET")) {
      return Sender.UNKNOWN;
    }
    String signature = delivery.headers().getOrDefault(SIGNATURE, "");
    if (!signature.startsWith(SCHEME) || signature.length() != SCHEME.length() + HEX) {
      return Sender.STRANGER;
    }
    if (delivery.body() == null) {
      return Sender.UNKNOWN;
    }
    return Hmac.matchesHex(appSecret, delivery.body(), signature.substring(SCHEME.length()))
        ? Sender.PLATFORM
        : Sender.STRANGER;
  }

  /** As {@link org.communitydesk.channel.Channel#receive}. */
  public Reception receive(Delivery delivery) {
    return switch (delivery.method()) {
      case "GET" -> handshake(delivery);
      case "POST" -> events(delivery);
      default -> new Reception.Denied("Meta sends GET and POST only");
    };
  }

  private Reception handshake(Delivery delivery) {
    String challenge = delivery.query().getOrDefault("hub.challenge", "");
    boolean asked = "subscribe".equals(delivery.query().get("hub.mode"));
    if (!asked || !verifyToken.matches(delivery.query().get("hub.verify_token"))) {
      return new Reception.Denied("the handshake has another verify token");
    }
    return challenge.matches("[\\w.=-]{1,200}")
        ? new Reception.Handshake(new Reception.Answer(200, challenge))
        : new Reception.Denied("the handshake has no challenge");
  }

  private Reception events(Delivery delivery) {
    if (sender(delivery) != Sender.PLATFORM) {
      return new Reception.Denied("the signature is missing or wrong");
    }
    JsonNode body;
    try {
      body = Json.read(delivery.body());
    } catch (Json.Unreadable e) {
      return new Reception.Unreadable(e.getMessage(), OK);
    }
    if (!body.path("entry").isArray()) {
      return new Reception.Unreadable("a delivery without entries", OK);
    }
    List<GraphEvent> told = GraphEvent.all(body);
    if (!told.isEmpty() && told.stream().noneMatch(reader::isOurs)) {
      return new Reception.Denied("the events are of another page, account or number");
    }
    List<Event> events = new ArrayList<>();
    for (GraphEvent event : told) {
      reader.parts(event).forEach(part -> events.add(event(part)));
    }
    return new Reception.Accepted(List.copyOf(events), OK);
  }

  private Event event(GraphEvent event) {
    byte[] body = event.write();
    String key = reader.isOurs(event) ? reader.key(event) : "";
    return new Event(
        key.isEmpty()
            ? "sha256-" + DigestUtils.sha256Hex(new String(body, StandardCharsets.UTF_8))
            : GraphValue.key(Json.clean(key)),
        body);
  }
}
