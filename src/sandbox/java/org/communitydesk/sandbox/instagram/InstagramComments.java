package org.communitydesk.sandbox.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Platform;
import org.communitydesk.sandbox.graph.GraphError;
import org.communitydesk.sandbox.graph.GraphMethod;
import org.communitydesk.sandbox.graph.GraphPage;
import org.communitydesk.sandbox.graph.GraphRequest;
import org.communitydesk.sandbox.graph.GraphSection;
import org.communitydesk.sandbox.graph.MailPeople;
import org.communitydesk.sandbox.world.Counters;
import org.communitydesk.sandbox.world.Entries;
import org.communitydesk.sandbox.world.Entry;
import org.communitydesk.sandbox.world.Fault;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.People;
import org.communitydesk.sandbox.world.Posts;
import org.springframework.stereotype.Component;

/** Comments: texts only, two levels deep. */
@Component
class InstagramComments implements GraphSection {

  private static final int MOST = 2200;

  private final Posts posts;
  private final Entries entries;
  private final People people;
  private final Counters counters;
  private final InstagramNotices notices;
  private final Clock clock;

  InstagramComments(
      Posts posts,
      Entries entries,
      People people,
      Counters counters,
      InstagramNotices notices,
      Clock clock) {
    this.posts = posts;
    this.entries = entries;
    this.people = people;
    this.counters = counters;
    this.notices = notices;
    this.clock = clock;
  }

  @Override
  public Platform platform() {
    return Instagram.PLATFORM;
  }

  @Override
  public Map<String, GraphMethod> methods() {
    GraphError gone = GraphError.gone("0");
    return Map.of(
        "POST replies",
            GraphMethod.write(Instagram.tooMany(), this::answer)
                .failing(Fault.DELETED_PARENT, gone)
                .failing(Fault.BLOCKED_BY_USER, gone),
        "POST mentions",
            GraphMethod.write(Instagram.tooMany(), this::answerMention)
                .failing(Fault.DELETED_PARENT, gone),
        "POST comments", GraphMethod.write(Instagram.tooMany(), this::comment),
        "GET replies", GraphMethod.read(this::replies),
        "GET comments", GraphMethod.read(this::comments),
        "POST ",
            GraphMethod.write(Instagram.tooMany(), this::hide).failing(Fault.DELETED_PARENT, gone),
        "DELETE ",
            GraphMethod.write(Instagram.tooMany(), this::delete)
                .failing(Fault.DELETED_PARENT, gone));
  }

  static String root(Entry entry) {
    return entry.rootId() == null ? entry.id() : entry.rootId();
  }

  private JsonNode answer(GraphRequest request) {
    Entry parent = standing(request.id());
    if (parent.threadId().equals(Instagram.FOREIGN_MEDIA)) {
      throw GraphError.gone(request.id());
    }
    return write(request, parent.threadId(), parent);
  }

  private JsonNode answerMention(GraphRequest request) {
    String media = request.required("media_id");
    Entry parent = request.has("comment_id") ? standing(request.text("comment_id")) : null;
    if (!request.id().equals(Instagram.ACCOUNT)
        || (parent != null && !parent.threadId().equals(media))) {
      throw GraphError.gone(request.id());
    }
    return write(request, media, parent);
  }

  private JsonNode comment(GraphRequest request) {
    if (posts.find(Instagram.PLATFORM, request.id()).isEmpty()) {
      throw GraphError.gone(request.id());
    }
    return write(request, request.id(), null);
  }

  private JsonNode write(GraphRequest request, String media, Entry parent) {
    String text = request.required("message");
    if (text.length() > MOST) {
      throw GraphError.parameter("The comment is too long");
    }
    long number = counters.next(Instagram.PLATFORM, Instagram.COUNTER, Instagram.FIRST);
    Entry entry =
        entries.add(
            Instagram.PLATFORM,
            new Entry(
                String.valueOf(number),
                number,
                0,
                Kind.COMMENT,
                media,
                parent == null ? null : root(parent),
                Instagram.ACCOUNT,
                true,
                null,
                text,
                parent == null ? null : parent.id(),
                clock.instant(),
                null,
                false,
                null,
                List.of()));
    if (!media.equals(Instagram.FOREIGN_MEDIA)) {
      notices.comment(entry);
    }
    return Json.object().put("id", entry.id());
  }

  private JsonNode hide(GraphRequest request) {
    Entry entry = standing(request.id());
    request.required("hide");
    entries.hide(Instagram.PLATFORM, entry.id(), request.flag("hide"));
    return Json.object().put("success", true);
  }

  private JsonNode delete(GraphRequest request) {
    Entry entry = standing(request.id());
    entries.mark(Instagram.PLATFORM, entry.id(), true);
    return Json.object().put("success", true);
  }

  Entry standing(String id) {
    return entries
        .find(Instagram.PLATFORM, id)
        .filter(entry -> !entry.deleted() && entry.kind() == Kind.COMMENT)
        .orElseThrow(() -> GraphError.gone(id));
  }

  private JsonNode replies(GraphRequest request) {
    Entry parent = standing(request.id());
    return page(request, parent.threadId(), Optional.of(parent.id()));
  }

  private JsonNode comments(GraphRequest request) {
    if (posts.find(Instagram.PLATFORM, request.id()).isEmpty()) {
      throw GraphError.gone(request.id());
    }
    return page(request, request.id(), Optional.empty());
  }

  /** Newest first. */
  private JsonNode page(GraphRequest request, String media, Optional<String> root) {
    List<Entry> found =
        new ArrayList<>(
            entries.thread(Instagram.PLATFORM, Kind.COMMENT, media, Integer.MAX_VALUE).stream()
                .filter(entry -> !entry.deleted())
                .filter(entry -> Optional.ofNullable(entry.rootId()).equals(root))
                .toList());
    Collections.reverse(found);
    return GraphPage.of(found, request, 25, this::shown);
  }

  ObjectNode shown(Entry entry) {
    ObjectNode comment = Json.object().put("id", entry.id()).put("text", entry.text());
    comment.put("timestamp", MailPeople.time(entry.at())).put("hidden", entry.hidden());
    String name =
        entry.byBrand()
            ? Instagram.USERNAME
            : people.get(Instagram.PLATFORM, entry.authorId()).name();
    comment.put("username", name);
    comment.putObject("from").put("id", entry.authorId()).put("username", name);
    comment.putObject("media").put("id", entry.threadId());
    if (entry.rootId() != null) {
      comment.put("parent_id", entry.rootId());
    }
    return comment;
  }
}
