package org.communitydesk.channel.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.Author;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Message;

/** What the items of {@code messaging} mean, on Messenger and Instagram. */
public final class MessengerEvents {

  private static final Set<String> OF_NO_USE =
      Set.of(
          """
          reaction postback referral optin account_linking pass_thread_control take_thread_control
          request_thread_control app_roles messaging_feedback customer_information call_permission_reply
          game_play order response_feedback\
          """
              .split("\\s+"));

  private static final List<String> KINDS = List.of("message", "message_edit", "delivery", "read");

  private static final Set<String> FRAME = Set.of("sender", "recipient");

  private final Account account;
  private final Clock clock;

  public MessengerEvents(Account account, Clock clock) {
    this.account = account;
    this.clock = clock;
  }

  /** The key of an item of {@code messaging} or {@code standby}; empty when it has no own. */
  public static String key(GraphEvent event) {
    JsonNode item = event.item();
    String about = about(item);
    JsonNode what = item.path(about);
    String mid = GraphValue.text(what.path("mid"));
    String sender = GraphValue.text(item.path("sender").path("id"));
    String own =
        switch (about) {
          case "message" -> mid.isEmpty() ? "" : mid + (isTrue(what, "is_deleted") ? ":gone" : "");
          case "message_edit" ->
              mid
                  + ":"
                  + what.path("num_edit").asText("")
                  + ":"
                  + DigestUtils.sha256Hex(text(what));
          case "delivery" ->
              sender + ":" + what.path("watermark").asText("") + ":" + firstMid(what);
          case "read" -> sender + ":" + what.path("watermark").asText("") + ":" + mid;
          case "reaction" ->
              String.join(":", mid, sender, what.path("action").asText(""), stamp(item));
          default -> "";
        };
    return own.isEmpty() ? "" : event.list() + ":" + about + ":" + own;
  }

  /** One event for each message that a delivery receipt names. */
  public static List<GraphEvent> parts(GraphEvent event) {
    JsonNode mids = event.item().path("delivery").path("mids");
    if (mids.size() < 2 || !mids.isArray()) {
      return List.of(event);
    }
    List<GraphEvent> parts = new ArrayList<>();
    for (JsonNode mid : mids) {
      ObjectNode part = event.item().deepCopy();
      part.withObject("/delivery").putArray("mids").add(mid);
      parts.add(event.with(part));
    }
    return parts;
  }

  /** What the item means. */
  public InboundEvent understand(GraphEvent event) {
    if (event.list().equals("standby")) {
      return new InboundEvent.Ignored("another app leads this talk (standby)");
    }
    JsonNode item = event.item();
    String about = about(item);
    return switch (about) {
      case "message" -> message(item, item.path("message"));
      case "message_edit" -> edit(item, item.path("message_edit"));
      case "delivery" ->
          receipt(
              item, firstMid(item.path("delivery")), InboundEvent.DeliveryReceipt.Status.DELIVERED);
      case "read" ->
          receipt(
              item,
              GraphValue.id(item.path("read").path("mid")),
              InboundEvent.DeliveryReceipt.Status.READ);
      case "policy-enforcement", "policy_enforcement" ->
          new InboundEvent.Unclear(
              "Meta enforces its policies against us: "
                  + GraphValue.text(item.path(about).path("action")));
      default ->
          OF_NO_USE.contains(about)
              ? new InboundEvent.Ignored(about + " does not concern the desk")
              : new InboundEvent.Unclear("an item of an unknown kind");
    };
  }

  private InboundEvent message(JsonNode item, JsonNode message) {
    String mid = GraphValue.id(message.path("mid"));
    if (mid.isEmpty()) {
      return new InboundEvent.Unclear("a message without mid");
    }
    Optional<Instant> at = GraphValue.millis(item.path("timestamp"));
    if (isTrue(message, "is_deleted")) {
      return new InboundEvent.MessageRemoved(account, mid, at.orElseGet(clock::instant));
    }
    boolean ours = isTrue(message, "is_echo");
    String person = id(item, ours ? "recipient" : "sender");
    String author = id(item, "sender");
    if (person.isEmpty() || author.isEmpty() || at.isEmpty()) {
      return new InboundEvent.Unclear("a message without sender, recipient or time");
    }
    Message said = said(message, mid, author, person, at.get());
    return ours
        ? new InboundEvent.EchoReceived(said, key(message))
        : new InboundEvent.MessageReceived(said);
  }

  private Message said(JsonNode message, String mid, String author, String person, Instant at) {
    String answered = GraphValue.id(message.path("reply_to").path("mid"));
    return new Message(
        account,
        Kind.PRIVATE,
        mid,
        new Author(author, ""),
        person,
        answered.isEmpty() ? null : answered,
        at,
        text(message),
        attachments(message));
  }

  private InboundEvent edit(JsonNode item, JsonNode edit) {
    String mid = GraphValue.id(edit.path("mid"));
    String person = id(item, "sender");
    Optional<Instant> at = GraphValue.millis(item.path("timestamp"));
    boolean worded = edit.path("text").isTextual();
    if (!mid.isEmpty() && person.isEmpty() && !worded) {
      return new InboundEvent.Ignored("a message is announced without its words and sender");
    }
    if (mid.isEmpty() || person.isEmpty() || at.isEmpty()) {
      return new InboundEvent.Unclear("an edit without mid, sender or time");
    }
    long version = Math.max(0, edit.path("num_edit").asInt()) + 1L;
    return new InboundEvent.MessageEdited(
        said(edit, mid, person, person, at.get()), version, worded);
  }

  private InboundEvent receipt(
      JsonNode item, String mid, InboundEvent.DeliveryReceipt.Status status) {
    String person = id(item, "sender");
    Optional<Instant> at = GraphValue.millis(item.path("timestamp"));
    return mid.isEmpty() || person.isEmpty() || at.isEmpty()
        ? new InboundEvent.Ignored("a receipt that names no message")
        : new InboundEvent.DeliveryReceipt(account, mid, null, person, status, null, at.get());
  }

  /** Our publication's id; other apps and people write other things there, or nothing. */
  private static String key(JsonNode message) {
    String metadata = message.path("metadata").asText("").toLowerCase(Locale.ROOT);
    return metadata.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? metadata : null;
  }

  private static List<Attachment> attachments(JsonNode message) {
    List<Attachment> found = new ArrayList<>();
    for (JsonNode attached : message.path("attachments")) {
      String type = GraphValue.text(attached.path("type"));
      String url = GraphValue.text(attached.path("payload").path("url"));
      found.add(attachment(type, url));
    }
    String story = GraphValue.text(message.path("reply_to").path("story").path("url"));
    if (!story.isEmpty()) {
      found.add(new Attachment(Attachment.Type.FILE, story, "история"));
    }
    if (isTrue(message, "is_unsupported")) {
      found.add(new Attachment(Attachment.Type.OTHER, "", "unsupported"));
    }
    return List.copyOf(found);
  }

  private static Attachment attachment(String type, String url) {
    return switch (url.isEmpty() ? "" : type) {
      case "image", "sticker" -> new Attachment(Attachment.Type.IMAGE, url, "");
      case "video", "audio", "file", "story_mention", "ig_story" ->
          new Attachment(Attachment.Type.FILE, url, "");
      default -> new Attachment(Attachment.Type.OTHER, url, type);
    };
  }

  /** The kind of the item; empty when it has none. Some items carry context beside their kind. */
  private static String about(JsonNode item) {
    return Stream.concat(KINDS.stream(), names(item))
        .filter(name -> !FRAME.contains(name) && item.path(name).isObject())
        .findFirst()
        .orElse("");
  }

  private static Stream<String> names(JsonNode item) {
    return item.properties().stream().map(Map.Entry::getKey);
  }

  private static String firstMid(JsonNode delivery) {
    return GraphValue.id(delivery.path("mids").path(0));
  }

  private static String id(JsonNode item, String side) {
    return GraphValue.id(item.path(side).path("id"));
  }

  private static String text(JsonNode message) {
    return GraphValue.text(message.path("text"));
  }

  private static String stamp(JsonNode item) {
    return item.path("timestamp").asText("");
  }

  private static boolean isTrue(JsonNode node, String field) {
    return node.path(field).asBoolean(false);
  }
}
