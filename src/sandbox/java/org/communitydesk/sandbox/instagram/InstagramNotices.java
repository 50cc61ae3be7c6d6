package org.communitydesk.sandbox.instagram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import org.communitydesk.sandbox.graph.GraphHook;
import org.communitydesk.sandbox.world.Entry;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.People;
import org.springframework.stereotype.Component;

/** What the webhooks tell of comments: new ones only, neither edits nor removals. */
@Component
class InstagramNotices {

  private final GraphHook hook;
  private final People people;
  private final Clock clock;

  InstagramNotices(GraphHook hook, People people, Clock clock) {
    this.hook = hook;
    this.people = people;
    this.clock = clock;
  }

  void comment(Entry entry) {
    ObjectNode value = Json.object().put("id", entry.id()).put("text", entry.text());
    value.putObject("from").put("id", entry.authorId()).put("username", name(entry));
    if (entry.rootId() != null) {
      value.put("parent_id", entry.rootId());
    }
    value.putObject("media").put("id", entry.threadId()).put("media_product_type", "FEED");
    tell(entry, "comments", value);
  }

  /** A mention tells ids only; the text must be asked for. */
  void mention(Entry entry) {
    tell(
        entry,
        "mentions",
        Json.object().put("comment_id", entry.id()).put("media_id", entry.threadId()));
  }

  private String name(Entry entry) {
    return entry.byBrand()
        ? Instagram.USERNAME
        : people.get(Instagram.PLATFORM, entry.authorId()).name();
  }

  private void tell(Entry entry, String field, ObjectNode value) {
    hook.tell(
        Instagram.PLATFORM,
        "instagram",
        entry.threadId(),
        List.of(
            GraphHook.change(Instagram.ACCOUNT, clock.instant().getEpochSecond(), field, value)));
  }
}
