package org.communitydesk.channel.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.communitydesk.channel.Event;
import org.communitydesk.channel.Polled.Poll;
import org.communitydesk.http.Json;
import org.communitydesk.http.PlatformApi;

/**
 * Asks for mentions, and searches our own conversations for the answers to answers, which raise no
 * event. What a hook has told already has the same key.
 */
final class XPolling {

  // 300 calls in 15 minutes for mentions and for search: docs.x.com rate limits, 2026-08.
  private static final Duration REST = Duration.ofSeconds(5);
  private static final Duration FIRST_LOOK_BACK = Duration.ofHours(1);

  /** Search reaches back seven days, and refuses older ids. */
  private static final Duration REACH = Duration.ofDays(6);

  private static final String SEARCH = "tweets/search/recent";
  private static final String GAP =
      "X не спрашивали дольше шести дней, старше он не отдаёт: просмотрите упоминания и ответы за"
          + " это время на x.com";

  private static final int MOST_PAGES = 8;
  private static final int LONGEST_QUERY = 512;

  private final String user;
  private final String handle;
  private final PlatformApi api;
  private final Clock clock;

  XPolling(String user, String handle, PlatformApi api, Clock clock) {
    this.user = user;
    this.handle = handle;
    this.api = api;
    this.clock = clock;
  }

  /**
   * How far was read. More than one poll holds is read from the newest back, in portions; only when
   * the last of them is read the mark moves.
   *
   * @param id the newest post below which everything is read; empty for none
   * @param at when it was asked for
   * @param asked until when everything was read
   * @param newest where the mark moves then; empty while nothing is left over
   * @param until the oldest post that is read of what is left over; empty while nothing is
   * @param query what is left over was searched for
   */
  private record Mark(
      String id, Instant at, Instant asked, String newest, String until, String query) {

    static Mark of(JsonNode kept, Instant otherwise) {
      try {
        return new Mark(
            kept.path("id").asText(""),
            Instant.parse(kept.path("at").asText("")),
            Instant.parse(kept.path("asked").asText("")),
            kept.path("newest").asText(""),
            kept.path("until").asText(""),
            kept.path("query").asText(""));
      } catch (DateTimeParseException e) {
        return new Mark("", otherwise, otherwise, "", "", "");
      }
    }

    boolean isLeftOver() {
      return !until.isEmpty();
    }

    ObjectNode json() {
      return JsonNodeFactory.instance
          .objectNode()
          .put("id", id)
          .put("at", at.toString())
          .put("asked", asked.toString())
          .put("newest", newest)
          .put("until", until)
          .put("query", query);
    }
  }

  private record Found(List<Event> events, Mark then, boolean lost) {}

  Poll poll(String cursor) {
    Instant begin = clock.instant().minus(FIRST_LOOK_BACK).truncatedTo(ChronoUnit.SECONDS);
    JsonNode kept = read(cursor);
    Found mentions = all("users/" + user + "/mentions", "", Mark.of(kept.path("mentions"), begin));
    Mark search = Mark.of(kept.path("search"), begin);
    String query = query();
    Found answers =
        query.isEmpty() && !search.isLeftOver()
            ? new Found(List.of(), search, false)
            : all(SEARCH, search.isLeftOver() ? search.query() : query, search);
    List<Event> events = new ArrayList<>(mentions.events());
    events.addAll(answers.events());
    ObjectNode then = JsonNodeFactory.instance.objectNode();
    then.set("mentions", mentions.then().json());
    then.set("search", answers.then().json());
    boolean lost = mentions.lost() || answers.lost();
    return new Poll(
        events,
        new String(Json.write(then), StandardCharsets.UTF_8),
        REST,
        lost && cursor != null ? GAP : null);
  }

  private static JsonNode read(String cursor) {
    try {
      return Json.read((cursor == null ? "{}" : cursor).getBytes(StandardCharsets.UTF_8));
    } catch (Json.Unreadable e) {
      return JsonNodeFactory.instance.objectNode();
    }
  }

  /** The conversations in which we wrote last, as many as one query holds. */
  private String query() {
    Map<String, String> parameters = fields();
    parameters.put("max_results", "100");
    Set<String> conversations = new LinkedHashSet<>();
    for (JsonNode post : api.get("users/" + user + "/tweets", parameters).path("data")) {
      conversations.add("conversation_id:" + post.path("conversation_id").asText(""));
    }
    String own = ") -from:" + handle;
    StringBuilder query = new StringBuilder();
    for (String conversation : conversations) {
      if (query.length() + conversation.length() + 5 + own.length() < LONGEST_QUERY) {
        query.append(query.isEmpty() ? "(" : " OR ").append(conversation);
      }
    }
    return query.isEmpty() ? "" : query + own;
  }

  /** As many pages since the mark as one poll holds, oldest post first. */
  private Found all(String path, String query, Mark since) {
    Map<String, String> parameters = fields();
    parameters.put("max_results", "100");
    Instant reach = clock.instant().minus(REACH).truncatedTo(ChronoUnit.SECONDS);
    boolean old = since.at().isBefore(reach);
    if (since.id().isEmpty() || old) {
      parameters.put("start_time", (old ? reach : since.at()).toString());
    } else {
      parameters.put("since_id", since.id());
    }
    if (since.isLeftOver()) {
      parameters.put("until_id", since.until());
    }
    if (!query.isEmpty()) {
      parameters.put("query", query);
    }
    List<Event> events = new ArrayList<>();
    String newest = since.newest();
    String oldest = since.until();
    String next = "";
    for (int page = 0; page == 0 || (page < MOST_PAGES && !next.isEmpty()); page++) {
      JsonNode answer = api.get(path, parameters);
      JsonNode meta = answer.path("meta");
      newest = newest.isEmpty() ? meta.path("newest_id").asText("") : newest;
      for (JsonNode post : answer.path("data")) {
        events.add(0, XHook.event(found(post, answer.path("includes"))));
        oldest = post.path("id").asText(oldest);
      }
      next = meta.path("next_token").asText("");
      parameters.put(query.isEmpty() ? "pagination_token" : "next_token", next);
    }
    boolean lost = since.asked().isBefore(reach);
    return new Found(events, then(since, newest, next.isEmpty() ? "" : oldest, query), lost);
  }

  private Mark then(Mark since, String newest, String leftOver, String query) {
    if (!leftOver.isEmpty()) {
      return new Mark(since.id(), since.at(), since.asked(), newest, leftOver, query);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return newest.isEmpty()
        ? new Mark(since.id(), since.at(), now, "", "", "")
        : new Mark(newest, now, now, "", "", "");
  }

  private static JsonNode found(JsonNode post, JsonNode includes) {
    ObjectNode data = JsonNodeFactory.instance.objectNode().put("event_type", XEvents.FOUND);
    data.set("payload", post);
    data.set("includes", includes);
    return data;
  }

  /** {@code post.fields} is called so since 2.167; guides still say {@code tweet.fields}. */
  static Map<String, String> fields() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put(
        "post.fields",
        "author_id,conversation_id,created_at,referenced_tweets,edit_history_tweet_ids,"
            + "attachments,entities,note_tweet");
    parameters.put("expansions", "author_id,attachments.media_keys");
    parameters.put("media.fields", "url,type");
    return parameters;
  }
}
