package org.communitydesk.channel.viber;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.Author;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.conversation.InboundEvent.DeliveryReceipt.Status;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Message;
import org.communitydesk.http.Json;

/** What the bot's callbacks mean. */
final class ViberEvents {

  private static final long YEAR_2100_MILLIS = 4_102_444_800_000L;

  private static final Map<String, Attachment.Type> FILES =
      Map.of(
          "picture", Attachment.Type.IMAGE,
          "sticker", Attachment.Type.IMAGE,
          "video", Attachment.Type.FILE,
          "file", Attachment.Type.FILE);

  private final Account account;

  ViberEvents(Account account) {
    this.account = account;
  }

  InboundEvent understand(byte[] event) {
    try {
      JsonNode callback = Json.read(event);
      String kind = callback.path("event").asText("");
      return switch (kind) {
        case "message" -> new InboundEvent.MessageReceived(message(callback));
        case "delivered" -> receipt(callback, Status.DELIVERED, null);
        case "seen" -> receipt(callback, Status.READ, null);
        case "failed" ->
            receipt(callback, Status.FAILED, "Viber не смог доставить сообщение человеку");
        case "conversation_started" -> new InboundEvent.Ignored("the person has opened the chat");
        case "subscribed" -> new InboundEvent.Ignored("the person has subscribed");
        case "unsubscribed" ->
            new InboundEvent.UserUnsubscribed(account, person(callback, "user_id"), at(callback));
        case "webhook", "client_status" ->
            new InboundEvent.Ignored(kind + " does not concern the desk");
        default -> new InboundEvent.Unclear("a callback of an unknown kind");
      };
    } catch (Json.Unreadable e) {
      return new InboundEvent.Unclear(e.getMessage());
    } catch (Incomplete e) {
      return new InboundEvent.Unclear("a callback " + e.getMessage());
    }
  }

  private Message message(JsonNode callback) throws Incomplete {
    JsonNode sender = callback.path("sender");
    JsonNode content = callback.path("message");
    String type = content.path("type").asText("");
    if (type.isEmpty()) {
      throw new Incomplete("without the type of its message");
    }
    String person = person(sender, "id");
    return new Message(
        account,
        Kind.PRIVATE,
        token(callback),
        new Author(person, text(sender.path("name"))),
        person,
        null,
        at(callback),
        text(content.path(type.equals("url") ? "media" : "text")),
        attachments(type, content));
  }

  private static List<Attachment> attachments(String type, JsonNode content) {
    if (type.equals("text") || type.equals("url")) {
      return List.of();
    }
    String media = text(content.path("media"));
    if (FILES.containsKey(type) && !media.isBlank()) {
      return List.of(new Attachment(FILES.get(type), media, text(content.path("file_name"))));
    }
    return List.of(new Attachment(Attachment.Type.OTHER, "", Json.clean(type)));
  }

  private InboundEvent receipt(JsonNode callback, Status status, String reason) throws Incomplete {
    return new InboundEvent.DeliveryReceipt(
        account, token(callback), null, person(callback, "user_id"), status, reason, at(callback));
  }

  private static String token(JsonNode callback) throws Incomplete {
    String token = callback.path("message_token").asText("");
    if (!ViberHook.isToken(token)) {
      throw new Incomplete("without message_token");
    }
    return token;
  }

  private static String person(JsonNode object, String field) throws Incomplete {
    String id = object.path(field).asText("");
    if (!isPerson(id)) {
      throw new Incomplete("without " + field);
    }
    return id;
  }

  static boolean isPerson(String id) {
    return id.matches("[\\w+/=-]{1,100}");
  }

  // Samples of the documentation carry it as a number and as a text:
  // https://developers.viber.com/docs/api/rest-bot-api, 2026-11.
  private static Instant at(JsonNode callback) throws Incomplete {
    String millis = callback.path("timestamp").asText("");
    if (!millis.matches("[1-9]\\d{0,13}") || Long.parseLong(millis) > YEAR_2100_MILLIS) {
      throw new Incomplete("without a possible timestamp");
    }
    return Instant.ofEpochMilli(Long.parseLong(millis));
  }

  private static String text(JsonNode node) {
    return Json.clean(node.asText(""));
  }

  private static final class Incomplete extends Exception {
    Incomplete(String what) {
      super(what);
    }
  }
}
