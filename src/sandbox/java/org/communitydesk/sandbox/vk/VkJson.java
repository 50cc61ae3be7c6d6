package org.communitydesk.sandbox.vk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.communitydesk.sandbox.world.Entries;
import org.communitydesk.sandbox.world.Entry;
import org.communitydesk.sandbox.world.Hooks;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.Person;
import org.communitydesk.sandbox.world.Pictures;
import org.springframework.stereotype.Component;

/** Comments, messages and people as VK writes them. */
@Component
class VkJson {

  private final Entries entries;
  private final Pictures pictures;
  private final Hooks hooks;

  VkJson(Entries entries, Pictures pictures, Hooks hooks) {
    this.entries = entries;
    this.pictures = pictures;
    this.hooks = hooks;
  }

  ObjectNode comment(Entry entry) {
    ObjectNode comment = Json.object().put("id", entry.number());
    if (entry.deleted()) {
      return comment.put("date", entry.at().getEpochSecond()).put("deleted", true);
    }
    comment
        .put("from_id", Long.parseLong(entry.authorId()))
        .put("date", entry.at().getEpochSecond())
        .put("text", entry.text())
        .put("post_id", after(entry.threadId()))
        .put("owner_id", Vk.OWNER);
    ArrayNode parents = comment.putArray("parents_stack");
    if (entry.rootId() != null) {
      parents.add(after(entry.rootId()));
    }
    if (entry.replyTo() != null) {
      comment.put("reply_to_comment", after(entry.replyTo()));
      entries
          .find(Vk.PLATFORM, entry.replyTo())
          .ifPresent(to -> comment.put("reply_to_user", Long.parseLong(to.authorId())));
    }
    addPictures(comment, entry);
    return comment;
  }

  ObjectNode privateMessage(Entry entry) {
    ObjectNode message =
        Json.object()
            .put("date", entry.at().getEpochSecond())
            .put("from_id", Long.parseLong(entry.authorId()))
            .put("id", entry.number())
            .put("version", 10_000_000 + entry.number())
            .put("out", entry.byBrand() ? 1 : 0)
            .put("important", false)
            .put("is_hidden", false)
            .put("conversation_message_id", entry.place())
            .put("peer_id", Long.parseLong(entry.threadId()))
            .put("random_id", entry.onceKey() == null ? 0 : Long.parseLong(entry.onceKey()))
            .put("text", entry.text());
    if (entry.editedAt() != null) {
      message.put("update_time", entry.editedAt().getEpochSecond());
    }
    message.putArray("fwd_messages");
    message.putArray("attachments");
    addPictures(message, entry);
    if (entry.replyTo() != null) {
      entries
          .find(Vk.PLATFORM, entry.replyTo())
          .ifPresent(
              to ->
                  message.set(
                      "reply_message",
                      Json.object()
                          .put("date", to.at().getEpochSecond())
                          .put("from_id", Long.parseLong(to.authorId()))
                          .put("id", to.number())
                          .put("conversation_message_id", to.place())
                          .put("peer_id", Long.parseLong(to.threadId()))
                          .put("text", to.text())));
    }
    return message;
  }

  ObjectNode profile(Person person) {
    return Json.object()
        .put("id", Long.parseLong(person.id()))
        .put("first_name", person.firstName())
        .put("last_name", person.lastName())
        .put("can_access_closed", true)
        .put("is_closed", false);
  }

  /** The last number of one of our ids. */
  static long after(String id) {
    return Long.parseLong(id.substring(id.lastIndexOf('_') + 1));
  }

  private void addPictures(ObjectNode message, Entry entry) {
    if (entry.pictures().isEmpty()) {
      return;
    }
    ArrayNode attachments = message.putArray("attachments");
    for (String picture : entry.pictures()) {
      if (pictures.isFile(picture)) {
        attachments
            .addObject()
            .put("type", "doc")
            .putObject("doc")
            .put("id", 457_000_000 + entry.number())
            .put("owner_id", Long.parseLong(entry.authorId()))
            .put("title", "Документ")
            .put("url", hooks.home() + link(picture));
        continue;
      }
      ObjectNode photo = attachments.addObject().put("type", "photo").putObject("photo");
      photo
          .put("album_id", -7)
          .put("date", entry.at().getEpochSecond())
          .put("id", 457_000_000 + entry.number())
          .put("owner_id", Long.parseLong(entry.authorId()))
          .put("access_key", picture.substring(0, 18))
          .put("text", "");
      ArrayNode sizes = photo.putArray("sizes");
      size(sizes, picture, "s", 75);
      size(sizes, picture, "m", 130);
      size(sizes, picture, "x", 604);
    }
  }

  private void size(ArrayNode sizes, String picture, String type, int width) {
    sizes
        .addObject()
        .put("type", type)
        .put("url", hooks.home() + link(picture) + "?size=" + type)
        .put("width", width)
        .put("height", width * 3 / 4);
  }

  static String link(String picture) {
    return "/sandbox/vk/photo/" + picture;
  }
}
