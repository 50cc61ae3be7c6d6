package org.communitydesk.sandbox.ok;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.communitydesk.sandbox.world.Entries;
import org.communitydesk.sandbox.world.Entry;
import org.communitydesk.sandbox.world.Hooks;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.People;
import org.springframework.stereotype.Component;

/** Comments and messages as OK writes them. */
@Component
class OkJson {

  /** {@code seq} exceeds 2^53 in every documented example. */
  private static final long FIRST_SEQ = 98_211_000_000_000_000L;

  private final Entries entries;
  private final People people;
  private final Hooks hooks;

  OkJson(Entries entries, People people, Hooks hooks) {
    this.entries = entries;
    this.people = people;
    this.hooks = hooks;
  }

  ObjectNode comment(Entry entry) {
    ObjectNode comment =
        Json.object()
            .put("id", entry.id())
            .put("author_id", entry.authorId())
            .put("author_name", name(entry))
            .put("author_ref", ref(entry))
            .put("text", entry.deleted() ? "" : entry.text())
            .put("date_ms", entry.at().toEpochMilli())
            .put("type", entry.deleted() ? "REMOVED" : "ACTIVE_MESSAGE")
            .put("reply_to_comment_id", entry.replyTo());
    Entry answered =
        entry.replyTo() == null ? null : entries.find(Ok.PLATFORM, entry.replyTo()).orElse(null);
    comment
        .put("reply_to_id", answered == null ? null : answered.authorId())
        .put("reply_to_name", answered == null ? null : name(answered));
    if (!entry.deleted()) {
      addPictures(comment, entry);
    }
    return comment;
  }

  /** One message as in the webhook and in {@code me/messages}. */
  ObjectNode message(Entry entry) {
    ObjectNode whole = Json.object();
    whole.putObject("sender").put("name", name(entry)).put("user_id", ref(entry));
    whole.putObject("recipient").put("chat_id", "chat:" + entry.threadId());
    ObjectNode message =
        whole
            .putObject("message")
            .put("text", entry.text())
            .put("seq", FIRST_SEQ + entry.number())
            .put("mid", "mid:" + entry.id());
    addPictures(message, entry);
    if (entry.replyTo() != null) {
      message.put("reply_to", "mid:" + entry.replyTo());
    }
    return whole.put("timestamp", entry.at().toEpochMilli());
  }

  static String link(String picture) {
    return "/sandbox/ok/photo/" + picture;
  }

  String name(Entry entry) {
    return entry.byBrand() ? Ok.GROUP_NAME : people.get(Ok.PLATFORM, entry.authorId()).name();
  }

  private static String ref(Entry entry) {
    return entry.byBrand() ? Ok.GROUP_REF : "user:" + entry.authorId();
  }

  private void addPictures(ObjectNode message, Entry entry) {
    if (entry.pictures().isEmpty()) {
      return;
    }
    ArrayNode attachments = message.putArray("attachments");
    for (String picture : entry.pictures()) {
      attachments
          .addObject()
          .put("type", "IMAGE")
          .putObject("payload")
          .put("url", hooks.home() + link(picture));
    }
  }
}
