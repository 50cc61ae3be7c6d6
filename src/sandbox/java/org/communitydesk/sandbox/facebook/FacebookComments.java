package org.communitydesk.sandbox.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
import org.communitydesk.sandbox.world.Pictures;
import org.communitydesk.sandbox.world.Posts;
import org.communitydesk.sandbox.world.Values;
import org.springframework.stereotype.Component;

/** Comments: writing, listing, hiding, deleting, and the pictures that go into them. */
@Component
class FacebookComments implements GraphSection {

  private static final int MOST = 8000;

  private final Posts posts;
  private final Entries entries;
  private final Counters counters;
  private final Values values;
  private final Pictures pictures;
  private final FacebookNotices notices;
  private final Clock clock;

  FacebookComments(
      Posts posts,
      Entries entries,
      Counters counters,
      Values values,
      Pictures pictures,
      FacebookNotices notices,
      Clock clock) {
    this.posts = posts;
    this.entries = entries;
    this.counters = counters;
    this.values = values;
    this.pictures = pictures;
    this.notices = notices;
    this.clock = clock;
  }

  @Override
  public Platform platform() {
    return Facebook.PLATFORM;
  }

  @Override
  public Map<String, GraphMethod> methods() {
    GraphError gone = GraphError.gone("0");
    return Map.of(
        "POST comments",
            GraphMethod.write(Facebook.tooMany(), this::create)
                .failing(Fault.DELETED_PARENT, gone)
                .failing(Fault.BLOCKED_BY_USER, gone),
        "GET comments", GraphMethod.read(this::list),
        "POST photos", GraphMethod.write(Facebook.tooMany(), this::photo),
        "POST ",
            GraphMethod.write(Facebook.tooMany(), this::change).failing(Fault.DELETED_PARENT, gone),
        "DELETE ",
            GraphMethod.write(Facebook.tooMany(), this::delete)
                .failing(Fault.DELETED_PARENT, gone));
  }

  /** The comment under which answers to this one are nested: Facebook shows two levels. */
  static String root(Entry entry) {
    return entry.rootId() == null ? entry.id() : entry.rootId();
  }

  private JsonNode create(GraphRequest request) {
    Entry parent = entries.find(Facebook.PLATFORM, request.id()).orElse(null);
    boolean ofPost = posts.find(Facebook.PLATFORM, request.id()).isPresent();
    if (!ofPost && (parent == null || parent.deleted() || parent.kind() != Kind.COMMENT)) {
      throw GraphError.gone(request.id());
    }
    String text = request.text("message");
    List<String> attached = attached(request);
    if (text.isBlank() && attached.isEmpty()) {
      throw GraphError.parameter("The comment is empty");
    }
    if (text.length() > MOST) {
      throw GraphError.parameter("The comment is too long");
    }
    String thread = parent == null ? request.id() : parent.threadId();
    refuseRepetition(thread, text);
    long number = counters.next(Facebook.PLATFORM, Facebook.COUNTER, Facebook.FIRST);
    Entry entry =
        entries.add(
            Facebook.PLATFORM,
            new Entry(
                Facebook.comment(thread, number),
                number,
                0,
                Kind.COMMENT,
                thread,
                parent == null ? null : root(parent),
                Facebook.PAGE,
                true,
                null,
                text,
                parent == null ? null : parent.id(),
                clock.instant(),
                null,
                false,
                null,
                attached));
    notices.comment("add", entry);
    return Json.object().put("id", entry.id());
  }

  private void refuseRepetition(String thread, String text) {
    List<Entry> last = entries.thread(Facebook.PLATFORM, Kind.COMMENT, thread, 1);
    if (!last.isEmpty() && last.get(0).byBrand() && last.get(0).text().equals(text)) {
      throw GraphError.of(400, 506, 0, "Duplicate status message");
    }
  }

  private List<String> attached(GraphRequest request) {
    if (request.has("attachment_id")) {
      return List.of(
          values
              .get(Facebook.PLATFORM, "photo " + request.text("attachment_id"))
              .orElseThrow(() -> GraphError.parameter("Invalid attachment_id")));
    }
    return request.has("attachment_url")
        ? List.of(pictures.keep(request.text("attachment_url")))
        : List.of();
  }

  private JsonNode photo(GraphRequest request) {
    if (!request.id().equals(Facebook.PAGE) || request.upload() == null) {
      throw GraphError.parameter("The parameter source is required");
    }
    String id = String.valueOf(counters.next(Facebook.PLATFORM, "photo", 900_767_076_685_784L));
    values.set(Facebook.PLATFORM, "photo " + id, pictures.keep(request.upload()));
    return Json.object().put("id", id);
  }

  private JsonNode change(GraphRequest request) {
    Entry entry = standing(request.id());
    if (request.has("is_hidden")) {
      boolean hidden = request.flag("is_hidden");
      entries.hide(Facebook.PLATFORM, entry.id(), hidden);
      notices.comment(hidden ? "hide" : "unhide", entry);
    } else {
      entries.edit(Facebook.PLATFORM, entry.id(), request.required("message"), clock.instant());
      notices.comment("edited", standing(entry.id()));
    }
    return Json.object().put("success", true);
  }

  private JsonNode delete(GraphRequest request) {
    Entry entry = standing(request.id());
    entries.mark(Facebook.PLATFORM, entry.id(), true);
    notices.comment("remove", entry);
    return Json.object().put("success", true);
  }

  Entry standing(String id) {
    return entries
        .find(Facebook.PLATFORM, id)
        .filter(entry -> !entry.deleted() && entry.kind() == Kind.COMMENT)
        .orElseThrow(() -> GraphError.gone(id));
  }

  private JsonNode list(GraphRequest request) {
    boolean ofPost = posts.find(Facebook.PLATFORM, request.id()).isPresent();
    boolean stream = request.text("filter").equals("stream");
    String thread = ofPost ? request.id() : standing(request.id()).threadId();
    List<Entry> found =
        new ArrayList<>(
            entries.thread(Facebook.PLATFORM, Kind.COMMENT, thread, Integer.MAX_VALUE).stream()
                .filter(entry -> !entry.deleted())
                .filter(
                    entry ->
                        ofPost
                            ? stream || entry.rootId() == null
                            : request.id().equals(entry.rootId()))
                .filter(entry -> entry.at().getEpochSecond() >= request.number("since", 0))
                .toList());
    if (request.text("order").equals("reverse_chronological")) {
      Collections.reverse(found);
    }
    return GraphPage.of(found, request, 25, FacebookComments::shown);
  }

  static ObjectNode shown(Entry entry) {
    ObjectNode comment = Json.object().put("id", entry.id()).put("message", entry.text());
    comment.put("created_time", MailPeople.time(entry.at()));
    comment.put("is_hidden", entry.hidden()).put("can_hide", !entry.byBrand());
    comment.put("can_remove", true).putObject("from").put("id", entry.authorId());
    if (entry.rootId() != null) {
      comment.putObject("parent").put("id", entry.rootId());
    }
    return comment;
  }
}
