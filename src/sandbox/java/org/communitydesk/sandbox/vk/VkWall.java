package org.communitydesk.sandbox.vk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.communitydesk.conversation.Kind;
import org.communitydesk.sandbox.world.Counters;
import org.communitydesk.sandbox.world.Entries;
import org.communitydesk.sandbox.world.Entry;
import org.communitydesk.sandbox.world.Fault;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.Posts;
import org.springframework.stereotype.Component;

/** The methods {@code wall.*}. Posts and comments of one wall share one row of numbers. */
@Component
class VkWall implements VkSection {

  static final String COUNTER = "wall";

  /** 1 is the default post. */
  static final long FIRST = 2;

  private static final Duration GUID_LIFE = Duration.ofHours(1);

  private final Posts posts;
  private final Entries entries;
  private final Counters counters;
  private final VkNotices notices;
  private final VkJson json;
  private final Clock clock;

  VkWall(
      Posts posts,
      Entries entries,
      Counters counters,
      VkNotices notices,
      VkJson json,
      Clock clock) {
    this.posts = posts;
    this.entries = entries;
    this.counters = counters;
    this.notices = notices;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public Map<String, VkMethod> methods() {
    return Map.of(
        "wall.createComment",
            VkMethod.write(true, true, this::create, Fault.DELETED_PARENT, Fault.BLOCKED_BY_USER),
        "wall.deleteComment", VkMethod.write(false, true, this::delete, Fault.DELETED_PARENT),
        "wall.restoreComment", VkMethod.write(false, true, this::restore, Fault.DELETED_PARENT),
        "wall.getComment", VkMethod.read(false, true, this::one),
        "wall.getComments", VkMethod.read(false, true, this::list));
  }

  /** The comment under which answers to this one are nested: VK nests one level deep. */
  static String root(Entry entry) {
    return entry.rootId() == null ? entry.id() : entry.rootId();
  }

  private JsonNode create(VkRequest request) {
    request.mustBe("owner_id", Vk.OWNER);
    if (!request.token().equals(Vk.USER_TOKEN) || request.has("from_group")) {
      request.mustBe("from_group", Vk.GROUP);
    }
    String thread = Vk.onWall(request.number("post_id"));
    if (posts.find(Vk.PLATFORM, thread).isEmpty()) {
      throw new VkError(212, "Access to post comments denied");
    }
    if (request.text("message").isBlank() && !request.has("attachments")) {
      throw VkError.parameter("message is undefined");
    }
    String guid = request.has("guid") ? request.text("guid") : null;
    Entry made = guid == null ? null : made(thread, guid);
    return response(made == null ? write(request, thread, guid) : made);
  }

  private Entry write(VkRequest request, String thread, String guid) {
    Entry parent = request.has("reply_to_comment") ? parent(request, thread) : null;
    long number = counters.next(Vk.PLATFORM, COUNTER, FIRST);
    boolean asGroup = request.has("from_group");
    Entry entry =
        entries.add(
            Vk.PLATFORM,
            new Entry(
                Vk.onWall(number),
                number,
                0,
                Kind.COMMENT,
                thread,
                parent == null ? null : root(parent),
                String.valueOf(asGroup ? Vk.OWNER : Vk.ADMIN),
                asGroup,
                null,
                request.text("message"),
                parent == null ? null : parent.id(),
                clock.instant(),
                null,
                false,
                guid,
                VkUploads.files(request.text("attachments"))));
    notices.comment("wall_reply_new", entry);
    return entry;
  }

  private Entry parent(VkRequest request, String thread) {
    return entries
        .find(Vk.PLATFORM, Vk.onWall(request.number("reply_to_comment")))
        .filter(entry -> !entry.deleted() && entry.threadId().equals(thread))
        .orElseThrow(VkError::notFound);
  }

  private Entry made(String thread, String guid) {
    return entries.thread(Vk.PLATFORM, Kind.COMMENT, thread, Integer.MAX_VALUE).stream()
        .filter(entry -> guid.equals(entry.onceKey()))
        .filter(entry -> entry.at().isAfter(clock.instant().minus(GUID_LIFE)))
        .findFirst()
        .orElse(null);
  }

  private static ObjectNode response(Entry entry) {
    ObjectNode response = Json.object().put("comment_id", entry.number());
    ArrayNode parents = response.putArray("parents_stack");
    if (entry.rootId() != null) {
      parents.add(VkJson.after(entry.rootId()));
    }
    return response;
  }

  private JsonNode delete(VkRequest request) {
    Entry entry = named(request);
    if (entry.deleted()) {
      throw VkError.notFound();
    }
    entries.mark(Vk.PLATFORM, entry.id(), true);
    notices.commentDeleted(entry, Vk.ADMIN);
    return IntNode.valueOf(1);
  }

  private JsonNode restore(VkRequest request) {
    Entry entry = named(request);
    if (!entry.deleted()) {
      throw new VkError(243, "Comment has not been deleted");
    }
    entries.mark(Vk.PLATFORM, entry.id(), false);
    notices.comment("wall_reply_restore", entries.find(Vk.PLATFORM, entry.id()).orElseThrow());
    return IntNode.valueOf(1);
  }

  private JsonNode one(VkRequest request) {
    ObjectNode response = Json.object();
    response.putArray("items").add(json.comment(named(request)));
    return response;
  }

  private Entry named(VkRequest request) {
    request.mustBe("owner_id", Vk.OWNER);
    return entries
        .find(Vk.PLATFORM, Vk.onWall(request.number("comment_id")))
        .orElseThrow(VkError::notFound);
  }

  private JsonNode list(VkRequest request) {
    request.mustBe("owner_id", Vk.OWNER);
    String thread = Vk.onWall(request.number("post_id"));
    if (posts.find(Vk.PLATFORM, thread).isEmpty()) {
      throw new VkError(212, "Access to post comments denied");
    }
    String root = request.has("comment_id") ? Vk.onWall(request.number("comment_id")) : null;
    List<Entry> all = entries.thread(Vk.PLATFORM, Kind.COMMENT, thread, Integer.MAX_VALUE);
    List<Entry> level = new ArrayList<>();
    all.stream().filter(entry -> Objects.equals(entry.rootId(), root)).forEach(level::add);
    if (request.text("sort").equals("desc")) {
      Collections.reverse(level);
    }
    ObjectNode response =
        Json.object().put("count", all.size()).put("current_level_count", level.size());
    ArrayNode items = response.putArray("items");
    level.stream()
        .skip(request.number("offset", 0))
        .limit(Math.min(100, request.number("count", 10)))
        .forEach(entry -> items.add(withThread(entry, all, request)));
    return response.put("can_post", true).put("show_reply_button", true);
  }

  private ObjectNode withThread(Entry entry, List<Entry> all, VkRequest request) {
    ObjectNode comment = json.comment(entry);
    if (entry.rootId() == null) {
      List<Entry> nested =
          all.stream().filter(answer -> entry.id().equals(answer.rootId())).toList();
      ObjectNode thread = comment.putObject("thread").put("count", nested.size());
      ArrayNode items = thread.putArray("items");
      nested.stream()
          .limit(Math.min(10, request.number("thread_items_count", 0)))
          .forEach(answer -> items.add(json.comment(answer)));
    }
    return comment;
  }
}
