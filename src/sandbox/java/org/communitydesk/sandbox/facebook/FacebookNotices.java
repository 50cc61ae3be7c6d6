package org.communitydesk.sandbox.facebook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import org.communitydesk.sandbox.graph.GraphHook;
import org.communitydesk.sandbox.graph.MailNotices;
import org.communitydesk.sandbox.world.Entry;
import org.communitydesk.sandbox.world.Hooks;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.People;
import org.communitydesk.sandbox.world.Post;
import org.springframework.stereotype.Component;

/** What the Page's webhooks tell of posts and comments; times are seconds here. */
@Component
class FacebookNotices {

  private final GraphHook hook;
  private final People people;
  private final Hooks hooks;
  private final Clock clock;

  FacebookNotices(GraphHook hook, People people, Hooks hooks, Clock clock) {
    this.hook = hook;
    this.people = people;
    this.hooks = hooks;
    this.clock = clock;
  }

  void post(Post post) {
    ObjectNode value =
        Json.object()
            .put("item", "status")
            .put("verb", "add")
            .put("post_id", post.id())
            .put("published", 1)
            .put("created_time", post.at().getEpochSecond())
            .put("message", post.text());
    value.putObject("from").put("id", Facebook.PAGE).put("name", Facebook.PAGE_NAME);
    tell(post.id(), "feed", value);
  }

  /**
   * @param verb add, edited, remove, hide or unhide
   */
  void comment(String verb, Entry entry) {
    ObjectNode value =
        Json.object()
            .put("item", "comment")
            .put("verb", verb)
            .put("comment_id", entry.id())
            .put("post_id", entry.threadId())
            .put("parent_id", entry.rootId() == null ? entry.threadId() : entry.rootId())
            .put("created_time", entry.at().getEpochSecond());
    value.putObject("from").put("id", entry.authorId()).put("name", name(entry));
    if (!verb.equals("remove")) {
      value.put("message", entry.text());
      entry
          .pictures()
          .forEach(id -> value.put("photo", hooks.home() + MailNotices.link(Facebook.BOX, id)));
    }
    tell(entry.threadId(), "feed", value);
  }

  /** A mention under somebody else's post comes without its author (recorded samples, 2021). */
  void mention(Entry entry) {
    tell(
        entry.threadId(),
        "mention",
        Json.object()
            .put("item", "comment")
            .put("verb", "add")
            .put("post_id", entry.threadId())
            .put("comment_id", entry.id())
            .put("created_time", entry.at().getEpochSecond())
            .put("message", entry.text()));
  }

  private String name(Entry entry) {
    return entry.byBrand()
        ? Facebook.PAGE_NAME
        : people.get(Facebook.PLATFORM, entry.authorId()).name();
  }

  private void tell(String lane, String field, ObjectNode value) {
    hook.tell(
        Facebook.PLATFORM,
        "page",
        lane,
        List.of(GraphHook.change(Facebook.PAGE, clock.instant().getEpochSecond(), field, value)));
  }
}
