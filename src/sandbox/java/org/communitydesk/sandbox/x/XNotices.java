package org.communitydesk.sandbox.x;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import org.communitydesk.sandbox.world.Entries;
import org.communitydesk.sandbox.world.Entry;
import org.communitydesk.sandbox.world.Events;
import org.communitydesk.sandbox.world.Hooks;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.Post;
import org.springframework.stereotype.Component;

/** The events of the X Activity API that the brand has subscribed to. */
@Component
class XNotices {

  private final Events events;
  private final Entries entries;
  private final Hooks hooks;
  private final XJson json;

  XNotices(Events events, Entries entries, Hooks hooks, XJson json) {
    this.events = events;
    this.entries = entries;
    this.hooks = hooks;
    this.json = json;
  }

  void posted(Post post) {
    tell("post.create", post.id(), json.post(post), Json.object());
  }

  /**
   * A user's post raises up to two events, or none: an answer to somebody else that does not name
   * us in its text is found only by search (documentation, 2026-08).
   */
  void written(Entry entry) {
    boolean toUs =
        entry.replyTo() == null
            || entries.find(X.PLATFORM, entry.replyTo()).filter(Entry::byBrand).isPresent();
    ObjectNode includes = json.includes(List.of(entry));
    if (X.mentionsUs(entry.text())) {
      tell("post.mention.create", entry.threadId(), json.post(entry), includes);
    }
    if (toUs) {
      tell("post.reply.create", entry.threadId(), json.post(entry), includes);
    }
    if (!toUs && !X.mentionsUs(entry.text()) && hooks.polled(X.PLATFORM)) {
      events.offer(X.PLATFORM, entry.id());
    }
  }

  void ours(Entry entry) {
    tell("post.create", entry.threadId(), json.post(entry), json.includes(List.of(entry)));
  }

  void oursDeleted(Entry entry) {
    ObjectNode payload = Json.object().put("id", entry.id()).put("author_id", X.USER);
    tell("post.delete", entry.threadId(), payload, Json.object());
  }

  void privateMessage(Entry entry) {
    tell(
        entry.byBrand() ? "dm.sent" : "dm.received",
        entry.threadId(),
        json.directMessage(entry),
        null);
  }

  private void tell(String type, String lane, ObjectNode payload, ObjectNode includes) {
    events.add(
        X.PLATFORM,
        lane,
        number -> {
          ObjectNode envelope = Json.object();
          ObjectNode data = envelope.putObject("data");
          data.put("event_uuid", String.valueOf(new Random(number).nextLong()));
          data.putObject("filter").put("user_id", X.USER);
          data.put("event_type", type).put("tag", type.replaceFirst("\\..*", ""));
          data.set("payload", payload);
          if (includes != null) {
            data.set("includes", includes);
          }
          return envelope;
        });
  }
}
