package org.communitydesk.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.ChannelFactory;
import org.communitydesk.channel.ChannelSettings;
import org.communitydesk.channel.Delivery;
import org.communitydesk.channel.Event;
import org.communitydesk.channel.Health;
import org.communitydesk.channel.ReadBack;
import org.communitydesk.channel.Reception;
import org.communitydesk.channel.Reply;
import org.communitydesk.channel.Sender;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.Author;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Message;
import org.communitydesk.conversation.Platform;

/** A platform as simple as can be: a JSON array of events under the header {@code x-secret: s}. */
record PlainChannel(Account account) implements Channel {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Reception.Answer OK = new Reception.Answer(200, "ok");

  static ChannelFactory maker(Platform platform) {
    return new ChannelFactory() {
      @Override
      public Platform platform() {
        return platform;
      }

      @Override
      public Channel make(String name, ChannelSettings settings) {
        return new PlainChannel(new Account(platform, name));
      }
    };
  }

  static String said(String id, String author, String text) {
    return event("said", id, author, text);
  }

  static String event(String what, String id, String author, String text) {
    return JSON.createObjectNode()
        .put("key", what + id)
        .put("what", what)
        .put("id", id)
        .put("author", author)
        .put("text", text)
        .toString();
  }

  @Override
  public Sender sender(Delivery delivery) {
    if (!"s".equals(delivery.headers().get("x-secret"))) {
      return Sender.STRANGER;
    }
    return delivery.body() == null ? Sender.UNKNOWN : Sender.PLATFORM;
  }

  @Override
  public Reception receive(Delivery delivery) {
    if (!"s".equals(delivery.headers().get("x-secret"))) {
      return new Reception.Denied("wrong secret");
    }
    if (delivery.method().equals("GET")) {
      return new Reception.Handshake(
          new Reception.Answer(200, delivery.query().getOrDefault("challenge", "")));
    }
    try {
      List<Event> events = new ArrayList<>();
      for (JsonNode event : JSON.readTree(delivery.body())) {
        events.add(new Event(event.path("key").asText(), JSON.writeValueAsBytes(event)));
      }
      return new Reception.Accepted(events, OK);
    } catch (IOException e) {
      String kept = new String(delivery.body(), UTF_8).replace("canary", "***");
      return new Reception.Unreadable("Not JSON", OK, kept.getBytes(UTF_8));
    }
  }

  @Override
  public InboundEvent understand(byte[] event) {
    JsonNode json;
    try {
      json = JSON.readTree(event);
    } catch (IOException e) {
      return new InboundEvent.Unclear("Not JSON");
    }
    String id = json.path("id").asText();
    return switch (json.path("what").asText()) {
      case "said" -> new InboundEvent.MessageReceived(message(json));
      case "edited" -> new InboundEvent.MessageEdited(message(json));
      case "removed" -> new InboundEvent.MessageRemoved(account, id, Instant.EPOCH);
      case "liked" -> new InboundEvent.Ignored("A like");
      case "crash" -> throw new IllegalStateException("A bug of the channel");
      default -> new InboundEvent.Unclear("Unknown kind of event");
    };
  }

  private Message message(JsonNode json) {
    String author = json.path("author").asText();
    return new Message(
        account,
        Kind.COMMENT,
        json.path("id").asText(),
        new Author(author, "Имя " + author),
        "post",
        null,
        Instant.EPOCH,
        json.path("text").asText(),
        List.of());
  }

  @Override
  public Health check() {
    throw new UnsupportedOperationException();
  }

  @Override
  public String reply(Reply reply) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ReadBack readBack(Reply reply, Instant since) {
    throw new UnsupportedOperationException();
  }

  @Override
  public byte[] fetch(Attachment attachment, int maxBytes) {
    throw new UnsupportedOperationException();
  }
}
