package org.communitydesk.channel.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;
import org.communitydesk.channel.Delivery;
import org.communitydesk.channel.Event;
import org.communitydesk.channel.Reception;
import org.communitydesk.channel.Sender;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.Author;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Message;
import org.communitydesk.http.Json;
import org.communitydesk.http.Secret;

/** The webhook's messages, and what they and the comments that were read mean. */
final class OkEvents {

  private static final Reception.Answer OK = new Reception.Answer(200, "");
  private static final long YEAR_2100 = 4_102_444_800_000L;

  private final Account account;
  private final String group;
  private final Secret key;
  private final Clock clock;

  OkEvents(Account account, String group, Secret key, Clock clock) {
    this.account = account;
    this.group = group;
    this.key = key;
    this.clock = clock;
  }

  /** Only the key in the address tells who calls: OK signs nothing. */
  Sender sender(Delivery delivery) {
    return delivery.method().equals("POST") && key.matches(delivery.key())
        ? Sender.PLATFORM
        : Sender.STRANGER;
  }

  Reception receive(Delivery delivery) {
    if (!delivery.method().equals("POST")) {
      return new Reception.Denied("OK sends POST only");
    }
    if (sender(delivery) != Sender.PLATFORM) {
      return new Reception.Denied("the key in the address is missing or wrong");
    }
    JsonNode body;
    try {
      body = Json.read(delivery.body());
    } catch (Json.Unreadable e) {
      return new Reception.Unreadable(e.getMessage(), OK);
    }
    String from = bare(body.path("group_id"));
    if (!from.isEmpty() && !from.equals(group)) {
      return new Reception.Denied("the event is of another group");
    }
    byte[] kept = Json.write(body);
    String mid = bare(body.path("message").path("mid"));
    String name = mid.matches("[\\w.:-]{1,150}") ? "message-" + mid : "";
    return new Reception.Accepted(
        List.of(new Event(name.isEmpty() ? "sha256-" + DigestUtils.sha256Hex(kept) : name, kept)),
        OK);
  }

  InboundEvent understand(byte[] event) {
    JsonNode root;
    try {
      root = Json.read(event);
    } catch (Json.Unreadable e) {
      return new InboundEvent.Unclear(e.getMessage());
    }
    if (root.has("comment")) {
      return comment(root);
    }
    if (root.has("discussion")) {
      return post(root.path("discussion"));
    }
    String type = root.path("webhookType").asText("MESSAGE_CREATED");
    return switch (type) {
      case "MESSAGE_CREATED" -> message(root, event);
      case "MESSAGE_CALLBACK", "CHAT_SYSTEM", "CONFIRMATION" ->
          new InboundEvent.Ignored(type + " does not concern the desk");
      default -> new InboundEvent.Unclear("an event of an unknown type");
    };
  }

  private InboundEvent message(JsonNode root, byte[] event) {
    String chat = bare(root.path("recipient").path("chat_id"));
    String sender = bare(root.path("sender").path("user_id"));
    if (!isId(chat) || !isId(sender) || !root.path("message").isObject()) {
      return new InboundEvent.Unclear("a message without its chat, sender or content");
    }
    JsonNode said = root.path("message");
    String mid = bare(said.path("mid"));
    String id = isId(mid) ? mid : chat + "-" + DigestUtils.sha256Hex(event).substring(0, 16);
    String answered = bare(said.path("reply_to"));
    Message message =
        new Message(
            account,
            Kind.PRIVATE,
            id,
            new Author(sender, text(root.path("sender").path("name"))),
            chat,
            isId(answered) ? answered : null,
            at(root.path("timestamp")),
            text(said.path("text")),
            attachments(said));
    return isOurs(root.path("sender").path("user_id"))
        ? new InboundEvent.EchoReceived(message, null)
        : new InboundEvent.MessageReceived(message);
  }

  private InboundEvent comment(JsonNode root) {
    JsonNode said = root.path("comment");
    String thread = thread(root.path("discussionType").asText(""), root.path("discussionId"));
    String id = external(said.path("id"));
    String author = said.path("author_id").asText("");
    if (id.isEmpty() || thread.isEmpty()) {
      return new InboundEvent.Unclear("a comment without its id or discussion");
    }
    if (isRemoved(said)) {
      return new InboundEvent.MessageRemoved(account, id, clock.instant());
    }
    if (!isId(author)) {
      return new InboundEvent.Unclear("a comment without its author");
    }
    String answered = external(said.path("reply_to_comment_id"));
    Message message =
        new Message(
            account,
            Kind.COMMENT,
            id,
            new Author(author, text(said.path("author_name"))),
            thread,
            answered.isEmpty() ? null : answered,
            at(said.path("date_ms")),
            text(said.path("text")),
            attachments(said));
    boolean ours = author.equals(group) || isOurs(said.path("author_ref"));
    return ours
        ? new InboundEvent.EchoReceived(message, null)
        : new InboundEvent.MessageReceived(message);
  }

  private InboundEvent post(JsonNode discussion) {
    String thread = thread(discussion.path("object_type").asText(""), discussion.path("object_id"));
    return thread.isEmpty()
        ? new InboundEvent.Unclear("a discussion without its id")
        : new InboundEvent.PostPublished(
            account,
            thread,
            at(discussion.path("creation_date_ms")),
            text(discussion.path("title")));
  }

  /** The names of types are not documented; those seen say so (2026-11). */
  static boolean isRemoved(JsonNode comment) {
    String type = comment.path("type").asText("").toUpperCase(Locale.ROOT);
    return type.contains("REMOVED") || type.contains("DELETED");
  }

  /** Whether the reference is the group itself, by any prefix. */
  boolean isOurs(JsonNode reference) {
    return reference.asText("").equals("group:" + group);
  }

  /** A post of the group is called by its number; everything else by its type and number. */
  static String thread(String type, JsonNode id) {
    String number = id.asText("");
    if (!number.matches("\\d{1,30}") || !type.matches("[A-Z_]{1,40}")) {
      return "";
    }
    return type.equals("GROUP_TOPIC") ? number : type + "_" + number;
  }

  /** A comment's id without the one character that ours cannot have; empty when there is none. */
  private static String external(JsonNode id) {
    String own = id.asText("");
    return own.matches("[\\x21-\\x7e&&[^~]]{1,150}") ? own.replace('/', '~') : "";
  }

  static String internal(String externalId) {
    return externalId.replace('~', '/');
  }

  /** Without {@code user:}, {@code chat:}, {@code group:} or {@code mid:}. */
  static String bare(JsonNode id) {
    return id.isNull() ? "" : id.asText("").replaceFirst("(?i)^(user|chat|group|mid):", "");
  }

  private static boolean isId(String id) {
    return id.matches("[\\w.:-]{1,150}");
  }

  private Instant at(JsonNode millis) {
    long time = millis.asLong();
    return time > 0 && time < YEAR_2100 ? Instant.ofEpochMilli(time) : clock.instant();
  }

  private static List<Attachment> attachments(JsonNode said) {
    List<Attachment> found = new ArrayList<>();
    for (JsonNode one : said.path("attachments")) {
      String type = text(one.path("type"));
      String url = text(one.path("payload").path("url"));
      found.add(
          switch (type) {
            case "IMAGE", "STICKER" -> new Attachment(Attachment.Type.IMAGE, url, "");
            case "FILE", "AUDIO" ->
                new Attachment(
                    Attachment.Type.FILE, url, text(one.path("payload").path("file_name")));
            default -> new Attachment(Attachment.Type.OTHER, url, url.isEmpty() ? type : "");
          });
    }
    return List.copyOf(found);
  }

  private static String text(JsonNode node) {
    return node.isNull() ? "" : Json.clean(node.asText(""));
  }
}
