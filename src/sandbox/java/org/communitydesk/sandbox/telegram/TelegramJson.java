package org.communitydesk.sandbox.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.communitydesk.conversation.Kind;
import org.communitydesk.sandbox.world.Entries;
import org.communitydesk.sandbox.world.Entry;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.People;
import org.communitydesk.sandbox.world.Person;
import org.communitydesk.sandbox.world.Pictures;
import org.communitydesk.sandbox.world.Post;
import org.communitydesk.sandbox.world.Posts;
import org.springframework.stereotype.Component;

/** Messages, chats and people as the Bot API writes them. */
@Component
class TelegramJson {

  private static final String FILE_ID = "AgACAgIAAxkBAA";

  private final Entries entries;
  private final People people;
  private final Posts posts;
  private final Pictures pictures;

  TelegramJson(Entries entries, People people, Posts posts, Pictures pictures) {
    this.entries = entries;
    this.pictures = pictures;
    this.people = people;
    this.posts = posts;
  }

  ObjectNode message(Entry entry) {
    ObjectNode message = bare(entry);
    if (entry.kind() == Kind.COMMENT && entry.threadId() != null) {
      message.put("message_thread_id", after(entry.threadId()));
    }
    answered(entry).ifPresent(to -> message.set("reply_to_message", to));
    return message;
  }

  private ObjectNode bare(Entry entry) {
    ObjectNode message = Json.object().put("message_id", entry.number());
    addSender(message, entry);
    message.set(
        "chat",
        entry.kind() == Kind.COMMENT
            ? chat(Telegram.GROUP, "supergroup", Telegram.TITLE + ": обсуждение")
            : privateChat(entry.threadId()));
    message.put("date", entry.at().getEpochSecond());
    if (entry.editedAt() != null) {
      message.put("edit_date", entry.editedAt().getEpochSecond());
    }
    if (entry.pictures().isEmpty()) {
      return message.put("text", entry.text());
    }
    String file = entry.pictures().get(0);
    if (pictures.isFile(file)) {
      message
          .putObject("document")
          .put("file_id", FILE_ID + "x" + file)
          .put("file_unique_id", "AQADx" + file.substring(0, 11))
          .put("file_name", "Документ");
    } else {
      photo(message.putArray("photo"), file);
    }
    return entry.text().isEmpty() ? message : message.put("caption", entry.text());
  }

  /** Who writes as a channel has a stand-in in {@code from} (specification). */
  private void addSender(ObjectNode message, Entry entry) {
    if (!entry.authorId().startsWith("-")) {
      message.set("from", entry.byBrand() ? bot() : user(entry.authorId()));
      return;
    }
    message
        .putObject("from")
        .put("id", 136_817_688)
        .put("is_bot", true)
        .put("first_name", "Channel");
    message.set(
        "sender_chat",
        chat(
            Long.parseLong(entry.authorId()),
            "channel",
            people.get(Telegram.PLATFORM, entry.authorId()).name()));
  }

  /** A comment that answers nobody answers the copy of the post in the group. */
  private Optional<ObjectNode> answered(Entry entry) {
    if (entry.replyTo() != null) {
      return entries.find(Telegram.PLATFORM, entry.replyTo()).map(this::bare);
    }
    return entry.kind() == Kind.COMMENT && entry.threadId() != null
        ? posts.find(Telegram.PLATFORM, entry.threadId()).map(this::forward)
        : Optional.empty();
  }

  /** The automatic copy of a channel post in the discussion group. */
  ObjectNode forward(Post post) {
    ObjectNode message = Json.object().put("message_id", post.number());
    message.putObject("from").put("id", 777_000).put("is_bot", false).put("first_name", "Telegram");
    ObjectNode channel = chat(Telegram.CHANNEL, "channel", Telegram.TITLE);
    message.set("sender_chat", channel);
    message.set("chat", chat(Telegram.GROUP, "supergroup", Telegram.TITLE + ": обсуждение"));
    message.put("date", post.at().getEpochSecond()).put("is_automatic_forward", true);
    message
        .putObject("forward_origin")
        .put("type", "channel")
        .put("message_id", 100 + post.number())
        .put("date", post.at().getEpochSecond())
        .set("chat", channel);
    return message.put("text", post.text());
  }

  ObjectNode bot() {
    return Json.object()
        .put("id", Telegram.BOT)
        .put("is_bot", true)
        .put("first_name", Telegram.TITLE)
        .put("username", "mir_card_bot");
  }

  ObjectNode user(String id) {
    ObjectNode user = named(people.get(Telegram.PLATFORM, id));
    return user.put("is_bot", false).put("language_code", "ru");
  }

  ObjectNode chat(long id, String type, String title) {
    return Json.object().put("id", id).put("type", type).put("title", title);
  }

  ObjectNode privateChat(String user) {
    return named(people.get(Telegram.PLATFORM, user)).put("type", "private");
  }

  private static ObjectNode named(Person person) {
    ObjectNode named =
        Json.object().put("id", Long.parseLong(person.id())).put("first_name", person.firstName());
    return person.lastName().isEmpty() ? named : named.put("last_name", person.lastName());
  }

  private static void photo(ArrayNode sizes, String picture) {
    size(sizes, picture, "s", 90);
    size(sizes, picture, "x", 800);
  }

  private static void size(ArrayNode sizes, String picture, String size, int width) {
    sizes
        .addObject()
        .put("file_id", FILE_ID + size + picture)
        .put("file_unique_id", "AQAD" + size + picture.substring(0, 11))
        .put("width", width)
        .put("height", width * 3 / 4);
  }

  /** The picture behind a file id; empty for an id that Telegram never gave. */
  static Optional<String> picture(String fileId) {
    return fileId.matches(FILE_ID + "[sx][0-9a-f]{32}")
        ? Optional.of(fileId.substring(FILE_ID.length() + 1))
        : Optional.empty();
  }

  private static long after(String id) {
    return Long.parseLong(id.substring(id.lastIndexOf('_') + 1));
  }
}
