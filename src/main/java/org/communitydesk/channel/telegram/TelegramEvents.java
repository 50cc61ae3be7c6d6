package org.communitydesk.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.Author;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Message;
import org.communitydesk.http.Json;

/** What the Bot API's updates mean. */
final class TelegramEvents {

  private static final long YEAR_2100 = 4_102_444_800L;

  private static final Set<String> OF_NO_USE =
      Set.of(
          """
          channel_post edited_channel_post chat_join_request
          message_reaction message_reaction_count inline_query chosen_inline_result callback_query
          shipping_query pre_checkout_query purchased_paid_media poll poll_answer chat_boost
          removed_chat_boost business_connection business_message edited_business_message
          deleted_business_messages guest_message managed_bot\
          """
              .split("\\s+"));

  private static final List<String> FILES =
      List.of("document", "video", "animation", "audio", "voice", "video_note");

  private static final List<String> OTHER_CONTENT =
      List.of(
          "contact",
          "location",
          "venue",
          "poll",
          "dice",
          "story",
          "game",
          "checklist",
          "paid_media",
          "live_photo",
          "rich_message");

  private final Account account;
  private final String bot;
  private final String discussion;
  private final String channel;

  /**
   * @param channel the brand's channel; null when it is not known
   */
  TelegramEvents(Account account, String bot, String discussion, String channel) {
    this.account = account;
    this.bot = bot;
    this.discussion = discussion;
    this.channel = channel == null ? "" : channel.strip();
  }

  InboundEvent understand(byte[] event) {
    JsonNode update;
    try {
      update = Json.read(event);
    } catch (Json.Unreadable e) {
      return new InboundEvent.Unclear(e.getMessage());
    }
    try {
      if (update.has("message")) {
        return message(update.path("message"), false);
      }
      if (update.has("edited_message")) {
        return message(update.path("edited_message"), true);
      }
      if (update.has("chat_member")) {
        return membership(update.path("chat_member"));
      }
      if (update.has("my_chat_member")) {
        return ownMembership(update.path("my_chat_member"));
      }
    } catch (Incomplete e) {
      return new InboundEvent.Unclear("an update " + e.getMessage());
    }
    return OF_NO_USE.stream()
        .filter(update::has)
        .findFirst()
        .<InboundEvent>map(kind -> new InboundEvent.Ignored(kind + " does not concern the desk"))
        .orElseGet(() -> new InboundEvent.Unclear("an update of an unknown kind"));
  }

  private InboundEvent message(JsonNode said, boolean edited) throws Incomplete {
    String chat = id(said.path("chat"), "id");
    boolean inGroup = chat.equals(discussion);
    if (!inGroup && (chat.startsWith("-") || isGroup(said.path("chat")))) {
      return new InboundEvent.Ignored("a chat that is not the discussion group");
    }
    if (inGroup && said.has("migrate_to_chat_id")) {
      return new InboundEvent.Unclear(
          "the discussion group has become " + id(said, "migrate_to_chat_id"));
    }
    String text = text(said.path(said.has("text") ? "text" : "caption"));
    String externalId = chat + "_" + id(said, "message_id");
    if (said.path("is_automatic_forward").asBoolean()) {
      return new InboundEvent.PostPublished(account, externalId, at(said), text);
    }
    List<Attachment> attachments = attachments(said);
    if (text.isEmpty() && attachments.isEmpty()) {
      return new InboundEvent.Ignored("a service message");
    }
    if (!inGroup && text.matches("/start( .*)?")) {
      return new InboundEvent.Ignored("the person has opened the chat");
    }
    Message message =
        new Message(
            account,
            inGroup ? Kind.COMMENT : Kind.PRIVATE,
            externalId,
            author(said),
            inGroup ? thread(chat, said) : chat,
            replyTo(chat, said.path("reply_to_message")),
            at(said),
            text,
            attachments);
    if (isOurs(said)) {
      return new InboundEvent.EchoReceived(message, null);
    }
    return edited
        ? new InboundEvent.MessageEdited(
            message, Math.max(1, said.path("edit_date").asLong()), true)
        : new InboundEvent.MessageReceived(message);
  }

  private InboundEvent membership(JsonNode change) throws Incomplete {
    if (!id(change.path("chat"), "id").equals(discussion)) {
      return new InboundEvent.Ignored("a chat that is not the discussion group");
    }
    JsonNode after = change.path("new_chat_member");
    boolean concerns =
        Stream.of(change.path("old_chat_member"), after)
            .map(member -> member.path("status").asText(""))
            .anyMatch(status -> status.equals("kicked") || status.equals("restricted"));
    return concerns
        ? new InboundEvent.BanChanged(account, id(after.path("user"), "id"), at(change))
        : new InboundEvent.Ignored("somebody has come or gone");
  }

  /** A person who blocks the bot in their private chat has kicked it there. */
  private InboundEvent ownMembership(JsonNode change) throws Incomplete {
    boolean blocked = change.path("new_chat_member").path("status").asText("").equals("kicked");
    return blocked && !isGroup(change.path("chat"))
        ? new InboundEvent.UserUnsubscribed(account, id(change.path("chat"), "id"), at(change))
        : new InboundEvent.Ignored("the bot's own place in a chat has changed");
  }

  private static boolean isGroup(JsonNode chat) {
    return !chat.path("type").asText("private").equals("private");
  }

  /** A message outside all threads begins one: answers to it carry its id. */
  private static String thread(String chat, JsonNode said) throws Incomplete {
    String root = said.path("message_thread_id").asText("");
    return chat + "_" + (isId(root) ? root : id(said, "message_id"));
  }

  private static String replyTo(String chat, JsonNode answered) {
    String id = answered.path("message_id").asText("");
    return isId(id) && !answered.path("is_automatic_forward").asBoolean() ? chat + "_" + id : null;
  }

  /** The bot, an administrator who writes as the group, or the channel that owns the post. */
  private boolean isOurs(JsonNode said) {
    String sender = said.path("sender_chat").path("id").asText("");
    return said.path("from").path("id").asText("").equals(bot)
        || (isId(sender)
            && (sender.equals(discussion)
                || sender.equals(channel)
                || sender.equals(poster(said.path("reply_to_message")))));
  }

  /** The channel whose post is answered; empty when no post is. */
  private static String poster(JsonNode answered) {
    return answered.path("is_automatic_forward").asBoolean()
        ? answered.path("sender_chat").path("id").asText("")
        : "";
  }

  /** Who speaks as a channel has a stand-in in {@code from}, the same for all. */
  private static Author author(JsonNode said) throws Incomplete {
    JsonNode channel = said.path("sender_chat");
    if (channel.isObject()) {
      return new Author(id(channel, "id"), text(channel.path("title")));
    }
    JsonNode person = said.path("from");
    String name = text(person.path("first_name")) + " " + text(person.path("last_name"));
    return new Author(id(person, "id"), name.strip());
  }

  private static List<Attachment> attachments(JsonNode said) {
    List<Attachment> found = new ArrayList<>();
    JsonNode photo = said.path("photo");
    if (photo.isArray() && !photo.isEmpty()) {
      found.add(file(Attachment.Type.IMAGE, photo.path(photo.size() - 1)));
    }
    JsonNode sticker = said.path("sticker");
    if (sticker.isObject()) {
      boolean moves =
          sticker.path("is_animated").asBoolean() || sticker.path("is_video").asBoolean();
      found.add(file(moves ? Attachment.Type.FILE : Attachment.Type.IMAGE, sticker));
    }
    // An animation comes as a document too, for older programs.
    FILES.stream()
        .filter(kind -> said.path(kind).isObject())
        .limit(1)
        .forEach(kind -> found.add(file(Attachment.Type.FILE, said.path(kind))));
    OTHER_CONTENT.stream()
        .filter(said::has)
        .forEach(kind -> found.add(new Attachment(Attachment.Type.OTHER, "", kind)));
    return List.copyOf(found);
  }

  private static Attachment file(Attachment.Type type, JsonNode file) {
    return new Attachment(type, text(file.path("file_id")), text(file.path("file_name")));
  }

  private static String text(JsonNode node) {
    return Json.clean(node.asText(""));
  }

  private static String id(JsonNode object, String field) throws Incomplete {
    return Optional.of(object.path(field).asText(""))
        .filter(TelegramEvents::isId)
        .orElseThrow(() -> new Incomplete("without " + field));
  }

  private static boolean isId(String text) {
    return text.matches("-?[1-9]\\d{0,18}");
  }

  private static Instant at(JsonNode said) throws Incomplete {
    return Stream.of(said.path("date").asLong())
        .filter(seconds -> seconds > 0 && seconds < YEAR_2100)
        .map(Instant::ofEpochSecond)
        .findFirst()
        .orElseThrow(() -> new Incomplete("without a possible date"));
  }

  private static final class Incomplete extends Exception {
    Incomplete(String what) {
      super(what);
    }
  }
}
