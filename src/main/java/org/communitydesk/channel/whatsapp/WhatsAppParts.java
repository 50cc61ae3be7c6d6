package org.communitydesk.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.communitydesk.channel.graph.GraphValue;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.Author;

/** The parts of a message or status: the person, the text and the files. */
final class WhatsAppParts {

  private static final String NOT_SHOWN = "[содержимое недоступно: WhatsApp его не передаёт]";

  private static final Map<String, Attachment.Type> FILES =
      Map.of(
          "image", Attachment.Type.IMAGE,
          "sticker", Attachment.Type.IMAGE,
          "document", Attachment.Type.FILE,
          "video", Attachment.Type.FILE,
          "audio", Attachment.Type.FILE,
          "voice", Attachment.Type.FILE);

  private static final Set<String> TEXTS = Set.of("text", "button", "interactive");
  private static final Set<String> OTHERS = Set.of("location", "contacts", "order", "product");

  // Accounts without edits and removals hear of them as of a message that is not supported.
  private static final Set<String> NOT_SUPPORTED = Set.of("unsupported", "unknown");

  private WhatsAppParts() {}

  /**
   * Who wrote; the business-scoped id goes before the phone number, which may be missing. The id is
   * empty when nobody is named.
   */
  static Author author(JsonNode value, JsonNode said) {
    JsonNode contact = contact(value, said, "from_user_id", "from");
    String id = person(said, contact, "from_user_id", "from");
    return new Author(id, GraphValue.text(contact.path("profile").path("name")));
  }

  /** To whom a message of ours went; empty when nobody is named. */
  static String recipient(JsonNode value, JsonNode told) {
    JsonNode contact = contact(value, told, "recipient_user_id", "recipient_id");
    return person(told, contact, "recipient_user_id", "recipient_id");
  }

  private static String person(JsonNode about, JsonNode contact, String scoped, String phone) {
    return Stream.of(
            about.path(scoped), contact.path("user_id"), about.path(phone), contact.path("wa_id"))
        .map(GraphValue::text)
        .filter(id -> !id.isBlank())
        .findFirst()
        .orElse("");
  }

  /** One change may bring several people; who stands alone needs no comparing. */
  private static JsonNode contact(JsonNode value, JsonNode about, String scoped, String phone) {
    JsonNode contacts = value.path("contacts");
    for (JsonNode contact : contacts) {
      if (same(contact.path("user_id"), about.path(scoped))
          || same(contact.path("wa_id"), about.path(phone))) {
        return contact;
      }
    }
    return contacts.size() == 1 ? contacts.path(0) : MissingNode.getInstance();
  }

  private static boolean same(JsonNode one, JsonNode other) {
    return !GraphValue.text(one).isEmpty() && GraphValue.text(one).equals(GraphValue.text(other));
  }

  /** The first of the fields that is not empty; empty when all are. */
  static String first(JsonNode object, String... fields) {
    return Stream.of(fields)
        .map(field -> GraphValue.text(object.path(field)))
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("");
  }

  static boolean isKnown(JsonNode said) {
    String type = GraphValue.text(said.path("type"));
    return TEXTS.contains(type)
        || FILES.containsKey(type)
        || OTHERS.contains(type)
        || NOT_SUPPORTED.contains(type);
  }

  static String text(JsonNode said) {
    String type = GraphValue.text(said.path("type"));
    JsonNode part = said.path(type);
    if (NOT_SUPPORTED.contains(type)) {
      return NOT_SHOWN;
    }
    return switch (type) {
      case "text" -> first(part, "body");
      case "button", "order" -> first(part, "text");
      case "interactive" -> {
        JsonNode chosen = part.path(GraphValue.text(part.path("type")));
        yield first(chosen, "title", "body");
      }
      case "location" -> place(part);
      default -> first(part, "caption");
    };
  }

  private static String place(JsonNode location) {
    return Stream.of("name", "address")
        .map(field -> GraphValue.text(location.path(field)))
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining(", "));
  }

  static List<Attachment> attachments(JsonNode said) {
    String type = GraphValue.text(said.path("type"));
    JsonNode file = said.path(type);
    String id = GraphValue.text(file.path("id"));
    if (FILES.containsKey(type) && !id.isEmpty()) {
      return List.of(new Attachment(FILES.get(type), id, GraphValue.text(file.path("filename"))));
    }
    return FILES.containsKey(type) || OTHERS.contains(type)
        ? List.of(new Attachment(Attachment.Type.OTHER, "", type))
        : List.of();
  }
}
