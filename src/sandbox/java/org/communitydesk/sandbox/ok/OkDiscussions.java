package org.communitydesk.sandbox.ok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.communitydesk.conversation.Kind;
import org.communitydesk.sandbox.world.Ban;
import org.communitydesk.sandbox.world.Bans;
import org.communitydesk.sandbox.world.Counters;
import org.communitydesk.sandbox.world.Entries;
import org.communitydesk.sandbox.world.Entry;
import org.communitydesk.sandbox.world.Events;
import org.communitydesk.sandbox.world.Fault;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.Post;
import org.communitydesk.sandbox.world.Posts;
import org.communitydesk.sandbox.world.Values;
import org.springframework.stereotype.Component;

/** The REST methods {@code discussions.*}: the group's posts and their comments. */
@Component
class OkDiscussions implements OkSection {

  private static final int TEXT_LIMIT = 3000;
  private static final String READ_UP_TO = "read up to in ";

  private final Posts posts;
  private final Entries entries;
  private final Bans bans;
  private final Counters counters;
  private final Values values;
  private final Events events;
  private final OkSimulator simulator;
  private final OkJson json;
  private final Clock clock;

  OkDiscussions(
      Posts posts,
      Entries entries,
      Bans bans,
      Counters counters,
      Values values,
      Events events,
      OkSimulator simulator,
      OkJson json,
      Clock clock) {
    this.posts = posts;
    this.entries = entries;
    this.bans = bans;
    this.counters = counters;
    this.values = values;
    this.events = events;
    this.simulator = simulator;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public Map<String, OkMethod> methods() {
    return Map.of(
        "discussions.getList", OkMethod.read(this::list),
        "discussions.getComments", OkMethod.read(this::comments),
        "discussions.addDiscussionComment",
            OkMethod.write(this::add, Fault.DELETED_PARENT, Fault.BLOCKED_BY_USER),
        "discussions.deleteDiscussionComment", OkMethod.write(this::delete, Fault.DELETED_PARENT));
  }

  /** The newest first; the anchor of a page is the number of its last post. */
  private JsonNode list(OkRequest request) {
    events.confirmShown(Ok.PLATFORM);
    ObjectNode response = Json.object();
    ArrayNode discussions = response.putArray("discussions");
    String anchor = request.has("anchor") ? request.text("anchor") : "";
    long before =
        anchor.matches("d\\d{1,18}") ? Long.parseLong(anchor.substring(1)) : Long.MAX_VALUE;
    List<Post> older =
        posts.all(Ok.PLATFORM).stream()
            .filter(post -> post.number() < before)
            .sorted((a, b) -> Long.compare(b.number(), a.number()))
            .toList();
    List<Post> page = older.stream().limit(count(request)).toList();
    page.forEach(post -> discussions.add(discussion(post)));
    if (!page.isEmpty()) {
      response.put("anchor", "d" + page.get(page.size() - 1).number());
    }
    return response.put("has_more", older.size() > page.size());
  }

  private ObjectNode discussion(Post post) {
    List<Entry> all = thread(post.id());
    long read = readUpTo(post.id());
    Instant newest = all.isEmpty() ? post.at() : all.get(all.size() - 1).at();
    return Json.object()
        .put("object_type", Ok.TOPIC)
        .put("object_id", post.id())
        .put("title", post.text())
        .put("creation_date_ms", post.at().toEpochMilli())
        .put("last_activity_date_ms", newest.toEpochMilli())
        .put("total_comments_count", all.stream().filter(entry -> !entry.deleted()).count())
        .put(
            "new_comments_count",
            all.stream().filter(entry -> !entry.byBrand() && entry.number() > read).count());
  }

  /** Pages go back from the newest comment, each in the order of writing. */
  private JsonNode comments(OkRequest request) {
    String topic = topic(request, "discussionId", "discussionType");
    String anchor = request.has("anchor") ? request.text("anchor") : "LAST";
    long before =
        anchor.matches("b\\d{1,18}") ? Long.parseLong(anchor.substring(1)) : Long.MAX_VALUE;
    List<Entry> older =
        thread(topic).stream()
            .filter(entry -> entry.number() < before)
            .filter(entry -> request.flag("includeRemoved") || !entry.deleted())
            .toList();
    int from = (int) Math.max(0, older.size() - count(request));
    List<Entry> page =
        anchor.equals("FIRST")
            ? older.subList(0, older.size() - from)
            : older.subList(from, older.size());
    events.shown(Ok.PLATFORM, page.stream().map(Entry::id).toList());
    if (request.flag("mark_as_read")) {
      page.stream()
          .mapToLong(Entry::number)
          .filter(number -> number > readUpTo(topic))
          .forEach(number -> values.set(Ok.PLATFORM, READ_UP_TO + topic, String.valueOf(number)));
    }
    ObjectNode response = Json.object();
    ArrayNode comments = response.putArray("comments");
    page.forEach(entry -> comments.add(json.comment(entry)));
    return response
        .put("discussionId", topic)
        .put("discussionType", Ok.TOPIC)
        .put("has_more", from > 0)
        .put("anchor", page.isEmpty() ? null : "b" + page.get(0).number());
  }

  private JsonNode add(OkRequest request) {
    String topic = topic(request, "entityId", "entityType");
    String text = request.text("comment");
    if (text.isBlank() || text.length() > TEXT_LIMIT) {
      throw OkError.parameter("comment is empty or longer than " + TEXT_LIMIT);
    }
    if (!request.flag("as_admin")) {
      throw new OkError(10, "PERMISSION_DENIED : the sandbox's application speaks as_admin only");
    }
    String parent = null;
    if (request.has("reply_to_comment_id")) {
      parent = named(topic, request.text("reply_to_comment_id")).id();
    }
    long number = counters.next(Ok.PLATFORM, OkSimulator.COMMENT_COUNTER, 1);
    Entry entry =
        entries.add(
            Ok.PLATFORM,
            new Entry(
                Ok.comment(topic, number),
                number,
                0,
                Kind.COMMENT,
                topic,
                null,
                Ok.GROUP,
                true,
                null,
                text,
                parent,
                clock.instant(),
                null,
                false,
                null,
                List.of()));
    return Json.object().put("id", entry.id());
  }

  private JsonNode delete(OkRequest request) {
    String topic = topic(request, "discussionId", "discussionType");
    Entry entry = named(topic, request.required("comment_id"));
    entries.mark(Ok.PLATFORM, entry.id(), true);
    simulator.offer(entry);
    if (request.flag("block_author")) {
      bans.set(Ok.PLATFORM, new Ban(entry.authorId(), null, clock.instant(), 0, ""));
    }
    return Json.object().put("success", true);
  }

  private Entry named(String topic, String id) {
    return entries
        .find(Ok.PLATFORM, id)
        .filter(entry -> entry.kind() == Kind.COMMENT && topic.equals(entry.threadId()))
        .filter(entry -> !entry.deleted())
        .orElseThrow(() -> OkError.notFound("comment"));
  }

  private String topic(OkRequest request, String id, String type) {
    if (!request.required(type).equals(Ok.TOPIC)) {
      throw OkError.parameter(type);
    }
    return posts
        .find(Ok.PLATFORM, request.required(id))
        .map(Post::id)
        .orElseThrow(() -> OkError.notFound("discussion"));
  }

  private List<Entry> thread(String topic) {
    return entries.thread(Ok.PLATFORM, Kind.COMMENT, topic, Integer.MAX_VALUE);
  }

  private long readUpTo(String topic) {
    return values.get(Ok.PLATFORM, READ_UP_TO + topic).map(Long::parseLong).orElse(0L);
  }

  private static long count(OkRequest request) {
    return Math.max(1, Math.min(100, request.number("count", 20)));
  }
}
