package org.communitydesk.sandbox.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.communitydesk.conversation.Kind;
import org.communitydesk.sandbox.world.Answer;
import org.communitydesk.sandbox.world.Counters;
import org.communitydesk.sandbox.world.Entries;
import org.communitydesk.sandbox.world.Entry;
import org.communitydesk.sandbox.world.Fault;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.Pictures;
import org.communitydesk.sandbox.world.Posts;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The calls of {@code /2/tweets} for one post. */
@Component
class XTweets implements XSection {

  private static final int TEXT_LIMIT = 280;
  private static final Duration DUPLICATE_MEMORY = Duration.ofDays(1);

  private final Posts posts;
  private final Entries entries;
  private final Counters counters;
  private final Pictures pictures;
  private final XNotices notices;
  private final XJson json;
  private final Environment environment;
  private final Clock clock;

  XTweets(
      Posts posts,
      Entries entries,
      Counters counters,
      Pictures pictures,
      XNotices notices,
      XJson json,
      Environment environment,
      Clock clock) {
    this.posts = posts;
    this.entries = entries;
    this.counters = counters;
    this.pictures = pictures;
    this.notices = notices;
    this.json = json;
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public List<XMethod> methods() {
    return List.of(
        XMethod.write("POST", "tweets", this::create, Fault.DELETED_PARENT, Fault.BLOCKED_BY_USER),
        XMethod.write("DELETE", "tweets/(\\d+)", this::delete),
        XMethod.write("PUT", "tweets/(\\d+)/hidden", this::hide, Fault.DELETED_PARENT),
        XMethod.read("tweets/(\\d+)", this::one));
  }

  private Answer create(XRequest request) {
    String text = request.body().path("text").asText("");
    List<String> media = new ArrayList<>();
    request.body().path("media").path("media_ids").forEach(id -> media.add(id.asText()));
    if (media.size() > 4 || media.stream().anyMatch(id -> pictures.find(id).isEmpty())) {
      throw XError.invalid("Your media IDs are invalid.");
    }
    if (text.length() > 2 * TEXT_LIMIT || (text.isBlank() && media.isEmpty())) {
      throw XError.invalid("Your Tweet text is too long or missing.");
    }
    String parent = request.body().path("reply").path("in_reply_to_tweet_id").asText("");
    Entry answered = entries.find(X.PLATFORM, parent).orElse(null);
    boolean gone = answered == null ? posts.find(X.PLATFORM, parent).isEmpty() : answered.deleted();
    if (gone) {
      throw XError.notFound("tweet with in_reply_to_tweet_id: [" + parent + "]");
    }
    if (answered != null && !isSummoned(answered)) {
      throw XError.notSummoned();
    }
    String thread = answered == null ? parent : answered.threadId();
    if (isRepeated(thread, parent, text)) {
      throw XError.duplicate();
    }
    long number = counters.next(X.PLATFORM, X.COUNTER, 2);
    Entry entry =
        entries.add(
            X.PLATFORM,
            new Entry(
                X.id(number),
                number,
                0,
                Kind.COMMENT,
                thread,
                null,
                X.USER,
                true,
                null,
                text,
                answered == null ? null : parent,
                clock.instant(),
                null,
                false,
                null,
                media));
    notices.ours(entry);
    ObjectNode data = Json.object().put("id", entry.id()).put("text", text);
    data.putArray("edit_history_post_ids").add(entry.id());
    return answer(201, data);
  }

  /** Since 23 February 2026 the self-serve tier answers only those who named or quoted it. */
  private boolean isSummoned(Entry answered) {
    return answered.byBrand()
        || X.mentionsUs(answered.text())
        || environment.getProperty("desk.channel.x.main.enterprise", Boolean.class, false);
  }

  private boolean isRepeated(String thread, String parent, String text) {
    return entries.thread(X.PLATFORM, Kind.COMMENT, thread, 1000).stream()
        .filter(entry -> entry.byBrand() && !entry.deleted())
        .filter(entry -> entry.at().isAfter(clock.instant().minus(DUPLICATE_MEMORY)))
        .filter(entry -> parent.equals(entry.replyTo()) || parent.equals(thread))
        .anyMatch(entry -> entry.text().equals(text));
  }

  private Answer delete(XRequest request) {
    Entry entry = named(request.argument());
    if (!entry.byBrand()) {
      throw new XError(403, "client-forbidden", "You are not allowed to delete this Tweet.");
    }
    entries.mark(X.PLATFORM, entry.id(), true);
    notices.oursDeleted(entry);
    return answer(200, Json.object().put("deleted", true));
  }

  private Answer hide(XRequest request) {
    Entry entry = named(request.argument());
    if (entry.byBrand()) {
      throw new XError(403, "client-forbidden", "You cannot hide your own Tweet.");
    }
    boolean hidden = request.body().path("hidden").asBoolean();
    entries.hide(X.PLATFORM, entry.id(), hidden);
    return answer(200, Json.object().put("hidden", hidden));
  }

  private Answer one(XRequest request) {
    String id = request.argument();
    Entry entry = entries.find(X.PLATFORM, id).filter(found -> !found.deleted()).orElse(null);
    if (entry == null) {
      ObjectNode body = Json.object();
      body.putArray("errors")
          .add(XError.notFound("tweet with id: [" + id + "]").problem().put("resource_id", id));
      return new Answer(200, body);
    }
    ObjectNode body = Json.object();
    body.set("data", json.post(entry));
    body.set("includes", json.includes(List.of(entry)));
    return new Answer(200, body);
  }

  private Entry named(String id) {
    return entries
        .find(X.PLATFORM, id)
        .filter(entry -> entry.kind() == Kind.COMMENT && !entry.deleted())
        .orElseThrow(() -> XError.notFound("tweet with id: [" + id + "]"));
  }

  private static Answer answer(int status, JsonNode data) {
    ObjectNode body = Json.object();
    body.set("data", data);
    return new Answer(status, body);
  }
}
