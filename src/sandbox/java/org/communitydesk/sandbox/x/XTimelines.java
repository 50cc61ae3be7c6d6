package org.communitydesk.sandbox.x;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.communitydesk.conversation.Kind;
import org.communitydesk.sandbox.world.Answer;
import org.communitydesk.sandbox.world.Entries;
import org.communitydesk.sandbox.world.Entry;
import org.communitydesk.sandbox.world.Events;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.Post;
import org.communitydesk.sandbox.world.Posts;
import org.springframework.stereotype.Component;

/** Mentions, search and the brand's own posts: pages of posts, newest first. */
@Component
class XTimelines implements XSection {

  private static final Pattern CONVERSATION = Pattern.compile("conversation_id:(\\d+)");

  private final Posts posts;
  private final Entries entries;
  private final Events events;
  private final XJson json;

  XTimelines(Posts posts, Entries entries, Events events, XJson json) {
    this.posts = posts;
    this.entries = entries;
    this.events = events;
    this.json = json;
  }

  @Override
  public List<XMethod> methods() {
    return List.of(
        XMethod.read("tweets/search/recent", this::search),
        XMethod.read("users/(\\d+)/mentions", this::mentions),
        XMethod.read("users/(\\d+)/tweets", this::own));
  }

  private Answer mentions(XRequest request) {
    events.confirmShown(X.PLATFORM);
    return page(
        request,
        entry ->
            !entry.byBrand()
                && (X.mentionsUs(entry.text())
                    || entry.replyTo() == null
                    || entries
                        .find(X.PLATFORM, entry.replyTo())
                        .filter(Entry::byBrand)
                        .isPresent()));
  }

  private Answer search(XRequest request) {
    Set<String> conversations =
        CONVERSATION
            .matcher(request.query("query"))
            .results()
            .map((MatchResult found) -> found.group(1))
            .collect(Collectors.toSet());
    if (conversations.isEmpty() || request.query("query").length() > 512) {
      throw XError.invalid("The `query` query parameter value is not valid");
    }
    return page(request, entry -> conversations.contains(entry.threadId()));
  }

  private Answer own(XRequest request) {
    return page(request, Entry::byBrand);
  }

  /** Newest first; {@code next_token} is the id from which to go on. */
  private Answer page(XRequest request, Predicate<Entry> wanted) {
    long before = request.number("pagination_token", Long.MAX_VALUE);
    if (request.query().containsKey("next_token")) {
      before = request.number("next_token", Long.MAX_VALUE);
    }
    long end = Math.min(before, request.number("until_id", Long.MAX_VALUE));
    Instant start =
        request.query("start_time").isEmpty()
            ? Instant.EPOCH
            : Instant.parse(request.query("start_time"));
    List<Entry> found =
        Stream.concat(
                posts.all(X.PLATFORM).stream().map(XTimelines::entry),
                entries.newest(X.PLATFORM, Integer.MAX_VALUE).stream())
            .filter(entry -> !entry.at().isBefore(start))
            .filter(entry -> entry.kind() == Kind.COMMENT && !entry.deleted())
            .filter(entry -> Long.parseLong(entry.id()) > request.since())
            .filter(entry -> Long.parseLong(entry.id()) < end)
            .filter(wanted)
            .sorted(Comparator.comparing(Entry::id).reversed())
            .toList();
    List<Entry> page =
        found.stream()
            .limit(Math.max(5, Math.min(100, request.number("max_results", 10))))
            .toList();
    events.shown(X.PLATFORM, page.stream().map(Entry::id).toList());
    ObjectNode body = Json.object();
    if (!page.isEmpty()) {
      ArrayNode data = body.putArray("data");
      page.forEach(entry -> data.add(json.timelinePost(entry)));
      body.set("includes", json.includes(page));
    }
    ObjectNode meta = body.putObject("meta").put("result_count", page.size());
    if (!page.isEmpty()) {
      String oldest = page.get(page.size() - 1).id();
      meta.put("newest_id", page.get(0).id()).put("oldest_id", oldest);
      if (page.size() < found.size()) {
        meta.put("next_token", oldest);
      }
    }
    return new Answer(200, body);
  }

  private static Entry entry(Post post) {
    return new Entry(
        post.id(),
        post.number(),
        0,
        Kind.COMMENT,
        post.id(),
        null,
        X.USER,
        true,
        null,
        post.text(),
        null,
        post.at(),
        null,
        false,
        null,
        List.of());
  }
}
