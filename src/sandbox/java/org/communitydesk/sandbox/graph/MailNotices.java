package org.communitydesk.sandbox.graph;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.communitydesk.conversation.Kind;
import org.communitydesk.sandbox.world.Entries;
import org.communitydesk.sandbox.world.Entry;
import org.communitydesk.sandbox.world.Hooks;
import org.communitydesk.sandbox.world.Json;
import org.springframework.stereotype.Component;

/** What Meta tells of private messages; times are milliseconds here. */
@Component
public class MailNotices {

  private final GraphHook hook;
  private final Entries entries;
  private final Hooks hooks;
  private final Clock clock;

  MailNotices(GraphHook hook, Entries entries, Hooks hooks, Clock clock) {
    this.hook = hook;
    this.entries = entries;
    this.hooks = hooks;
    this.clock = clock;
  }

  /** A user writes; whoever writes has read, and both come in one POST. */
  public void said(Mailbox box, Entry entry) {
    List<ObjectNode> told = new ArrayList<>();
    List<Entry> talk = entries.thread(box.platform(), Kind.PRIVATE, entry.threadId(), 2);
    if (talk.size() == 2 && talk.get(0).byBrand()) {
      ObjectNode item = item(box, entry, false);
      item.putObject("read").setAll(readMark(box, talk.get(0)));
      told.add(entryOf(box, item));
    }
    ObjectNode item = item(box, entry, false);
    item.set("message", message(box, entry));
    told.add(entryOf(box, item));
    tell(box, entry, told);
  }

  private static ObjectNode readMark(Mailbox box, Entry last) {
    return box.remembers()
        ? Json.object().put("watermark", last.at().toEpochMilli())
        : Json.object().put("mid", last.id());
  }

  /** A user changes a message of his. */
  public void edited(Mailbox box, Entry entry) {
    ObjectNode item = item(box, entry, false);
    item.putObject("message_edit")
        .put("mid", entry.id())
        .put("text", entry.text())
        .put("num_edit", entry.editedAt().getEpochSecond() - entry.at().getEpochSecond() + 1);
    tell(box, entry, List.of(entryOf(box, item)));
  }

  /** A user unsends a message of his. */
  public void unsent(Mailbox box, Entry entry) {
    ObjectNode item = item(box, entry, false);
    item.putObject("message").put("mid", entry.id()).put("is_deleted", true);
    tell(box, entry, List.of(entryOf(box, item)));
  }

  /** The brand's message comes back; Facebook's delivery comes along in the same POST. */
  void echoed(Mailbox box, Entry entry) {
    ObjectNode item = item(box, entry, true);
    ObjectNode message = message(box, entry).put("is_echo", true).put("app_id", Graph.APP_ID);
    if (box.remembers() && entry.onceKey() != null) {
      message.put("metadata", entry.onceKey());
    }
    item.set("message", message);
    List<ObjectNode> told = new ArrayList<>(List.of(entryOf(box, item)));
    if (box.remembers()) {
      ObjectNode delivered = item(box, entry, false);
      ObjectNode delivery = delivered.putObject("delivery");
      delivery.putArray("mids").add(entry.id());
      delivery.put("watermark", entry.at().toEpochMilli());
      told.add(entryOf(box, delivered));
    }
    tell(box, entry, told);
  }

  private ObjectNode message(Mailbox box, Entry entry) {
    ObjectNode message = Json.object().put("mid", entry.id());
    if (!entry.text().isEmpty()) {
      message.put("text", entry.text());
    }
    if (entry.replyTo() != null) {
      message.putObject("reply_to").put("mid", entry.replyTo());
    }
    if (!entry.pictures().isEmpty()) {
      ArrayNode attachments = message.putArray("attachments");
      for (String picture : entry.pictures()) {
        attachments
            .addObject()
            .put("type", "image")
            .putObject("payload")
            .put("url", hooks.home() + link(box, picture));
      }
    }
    return message;
  }

  /** The path of a picture. */
  public static String link(Mailbox box, String picture) {
    return "/sandbox/" + box.platform().id() + "/photo/" + picture;
  }

  private ObjectNode item(Mailbox box, Entry entry, boolean fromUs) {
    ObjectNode item = Json.object();
    item.putObject("sender").put("id", fromUs ? box.ownId() : entry.threadId());
    item.putObject("recipient").put("id", fromUs ? entry.threadId() : box.ownId());
    return item.put("timestamp", clock.millis());
  }

  private ObjectNode entryOf(Mailbox box, ObjectNode item) {
    return GraphHook.messaging(box.ownId(), clock.millis(), item);
  }

  private void tell(Mailbox box, Entry entry, List<ObjectNode> told) {
    hook.tell(box.platform(), box.object(), entry.threadId(), told);
  }
}
