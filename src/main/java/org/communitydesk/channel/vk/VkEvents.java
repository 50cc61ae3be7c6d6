package org.communitydesk.channel.vk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.Author;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Message;
import org.communitydesk.http.Json;

/** What the Callback API's and Bots Long Poll's events mean. */
final class VkEvents {

  // Ids of talks of several people begin here: https://dev.vk.com/ru/method/messages.send, peer_id,
  // 2026-11.
  private static final long FIRST_GROUP_TALK = 2_000_000_000L;
  private static final long YEAR_2100 = 4_102_444_800L;

  /** Where comments stand: the thread's prefix, and the field that names what is commented. */
  private static final Map<String, Place> PLACES =
      Map.of(
          "wall_reply", new Place("", "post_id"),
          "board_post", new Place("topic", "topic_id"),
          "photo_comment", new Place("photo", "photo_id"),
          "video_comment", new Place("video", "video_id"),
          "market_comment", new Place("market", "item_id"));

  private static final Set<String> OF_NO_USE =
      Set.of(
          """
          message_allow message_read message_typing_state message_event
          message_reaction_event group_join group_leave group_change_photo
          group_change_settings group_officers_edit like_add like_remove audio_new photo_new
          video_new poll_vote_new wall_repost wall_schedule_post_new wall_schedule_post_delete
          lead_forms_new market_order_new market_order_edit\
          """
              .split("\\s+"));

  private record Place(String prefix, String field) {}

  private final Account account;
  private final String group;
  private final Clock clock;

  VkEvents(Account account, String group, Clock clock) {
    this.account = account;
    this.group = group;
    this.clock = clock;
  }

  InboundEvent understand(byte[] event) {
    JsonNode envelope;
    try {
      envelope = Json.read(event);
    } catch (Json.Unreadable e) {
      return new InboundEvent.Unclear(e.getMessage());
    }
    String type = envelope.path("type").asText("");
    JsonNode object = envelope.path("object");
    int last = type.lastIndexOf('_');
    Place place = PLACES.get(type.substring(0, Math.max(last, 0)));
    try {
      if (place != null) {
        return comment(place, type.substring(last + 1), object);
      }
      return switch (type) {
        case "message_new", "message_edit", "message_reply" ->
            talk(type, object.path("message").isObject() ? object.path("message") : object);
        case "wall_post_new" -> post(object);
        case "message_deny" ->
            new InboundEvent.UserUnsubscribed(account, id(object, "user_id"), clock.instant());
        case "user_block", "user_unblock" ->
            new InboundEvent.BanChanged(account, id(object, "user_id"), clock.instant());
        default ->
            OF_NO_USE.contains(type)
                ? new InboundEvent.Ignored(type + " does not concern the desk")
                : new InboundEvent.Unclear("an event of an unknown type");
      };
    } catch (Incomplete e) {
      return new InboundEvent.Unclear(type + " " + e.getMessage());
    }
  }

  private InboundEvent comment(Place place, String change, JsonNode comment) throws Incomplete {
    boolean onWall = place.prefix().isEmpty();
    String thread = (onWall ? owner(comment) + "_" : place.prefix()) + id(comment, place.field());
    // A comment's id is unique on the whole wall; elsewhere within what is commented.
    String scope = onWall ? owner(comment) : thread;
    String externalId = scope + "_" + id(comment, "id");
    if (change.equals("delete")) {
      return new InboundEvent.MessageRemoved(
          account, externalId, remover(comment), clock.instant());
    }
    String parent = comment.path("reply_to_comment").asText("");
    String answered = isId(parent) ? scope + "_" + parent : null;
    Message message = message(Kind.COMMENT, externalId, thread, answered, comment);
    if (isOurs(comment)) {
      return new InboundEvent.EchoReceived(message, null);
    }
    return switch (change) {
      case "new" -> new InboundEvent.MessageReceived(message);
      case "edit" -> edited(message, comment);
      case "restore" -> new InboundEvent.MessageRestored(message);
      default -> new InboundEvent.Unclear("an event of an unknown type");
    };
  }

  private InboundEvent talk(String type, JsonNode said) throws Incomplete {
    String peer = id(said, "peer_id");
    if (said.path("peer_id").asLong() >= FIRST_GROUP_TALK) {
      return new InboundEvent.Ignored("a talk of several people");
    }
    if (said.path("action").isObject()) {
      return new InboundEvent.Ignored("a service message");
    }
    String number =
        said.path("id").asLong() > 0 ? id(said, "id") : "c" + id(said, "conversation_message_id");
    String parent = said.path("reply_message").path("id").asText("");
    String answered = isId(parent) ? peer + "_" + parent : null;
    Message message = message(Kind.PRIVATE, peer + "_" + number, peer, answered, said);
    if (isOurs(said) || type.equals("message_reply") || said.path("out").asInt() == 1) {
      String key = said.path("random_id").asText("0");
      return new InboundEvent.EchoReceived(message, key.equals("0") || key.isEmpty() ? null : key);
    }
    return type.equals("message_edit")
        ? edited(message, said)
        : new InboundEvent.MessageReceived(message);
  }

  /** Private messages tell when they were changed, comments only when they were written. */
  private static InboundEvent edited(Message message, JsonNode said) {
    long version = Math.max(message.at().getEpochSecond(), said.path("update_time").asLong());
    return new InboundEvent.MessageEdited(message, version, said.path("text").isTextual());
  }

  /** Samples say {@code deleter_id}, the schema of 5.199 {@code user_id}; null for neither. */
  private static String remover(JsonNode comment) {
    return Stream.of("deleter_id", "user_id")
        .map(field -> comment.path(field).asText(""))
        .filter(VkEvents::isId)
        .findFirst()
        .orElse(null);
  }

  private InboundEvent post(JsonNode post) throws Incomplete {
    String kind = post.path("post_type").asText("post");
    if (kind.equals("suggest") || kind.equals("postpone")) {
      return new InboundEvent.Ignored("a post that is not published yet");
    }
    String id = owner(post) + "_" + id(post, "id");
    if (!post.has("from_id") || isOurs(post)) {
      return new InboundEvent.PostPublished(account, id, at(post), text(post.path("text")));
    }
    return new InboundEvent.MessageReceived(message(Kind.COMMENT, id, id, null, post));
  }

  private Message message(Kind kind, String id, String thread, String replyTo, JsonNode said)
      throws Incomplete {
    Author author = new Author(id(said, "from_id"), "");
    return new Message(
        account, kind, id, author, thread, replyTo, at(said), words(said), attachments(said));
  }

  private boolean isOurs(JsonNode said) {
    return said.path("from_id").asText("").equals("-" + group);
  }

  /** Samples say {@code post_owner_id}, the schema of 5.199 {@code owner_id}; both occur. */
  private String owner(JsonNode object) {
    return Stream.of("post_owner_id", "owner_id")
        .map(field -> object.path(field).asText(""))
        .filter(VkEvents::isId)
        .findFirst()
        .orElse("-" + group);
  }

  private static String id(JsonNode object, String field) throws Incomplete {
    String id = object.path(field).asText("");
    if (isId(id)) {
      return id;
    }
    throw new Incomplete("without " + field);
  }

  private static boolean isId(String text) {
    return text.matches("-?[1-9]\\d{0,18}");
  }

  private static Instant at(JsonNode object) throws Incomplete {
    long seconds = object.path("date").asLong();
    if (seconds <= 0 || seconds > YEAR_2100) {
      throw new Incomplete("without a possible date");
    }
    return Instant.ofEpochSecond(seconds);
  }

  private static String words(JsonNode said) {
    StringBuilder text = new StringBuilder(said.path("text").asText(""));
    for (JsonNode forwarded : said.path("fwd_messages")) {
      text.append(text.isEmpty() ? "> " : "\n> ").append(forwarded.path("text").asText(""));
    }
    return Json.clean(text.toString());
  }

  private static List<Attachment> attachments(JsonNode said) {
    List<Attachment> found = new ArrayList<>();
    for (JsonNode attached : said.path("attachments")) {
      String type = text(attached.path("type"));
      JsonNode content = attached.path(type);
      found.add(
          switch (type) {
            case "photo" -> image(widest(content.path("sizes")));
            case "sticker" -> image(widest(content.path("images")));
            case "graffiti" -> image(content.path("url"));
            case "doc" ->
                new Attachment(
                    Attachment.Type.FILE, text(content.path("url")), text(content.path("title")));
            case "audio_message" ->
                new Attachment(Attachment.Type.FILE, text(content.path("link_mp3")), "");
            case "link" -> new Attachment(Attachment.Type.OTHER, text(content.path("url")), "");
            default -> new Attachment(Attachment.Type.OTHER, "", type);
          });
    }
    return List.copyOf(found);
  }

  private static Attachment image(JsonNode url) {
    return new Attachment(Attachment.Type.IMAGE, text(url), "");
  }

  private static JsonNode widest(JsonNode sizes) {
    JsonNode widest = MissingNode.getInstance();
    for (JsonNode size : sizes) {
      if (size.path("width").asInt() >= widest.path("width").asInt()) {
        widest = size;
      }
    }
    return widest.path("url");
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
