package org.communitydesk.channel.ok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.apache.commons.codec.digest.DigestUtils;
import org.communitydesk.channel.Act;
import org.communitydesk.channel.Event;
import org.communitydesk.channel.Polled.Poll;
import org.communitydesk.channel.ReadBack;
import org.communitydesk.channel.Reply;
import org.communitydesk.http.CallFailure;
import org.communitydesk.http.Json;

/**
 * Comments: published, deleted and read. Nothing tells of them, so every discussion is read in
 * turn, those with new comments every other time; what was read already has the same key.
 */
final class OkComments {

  static final Duration READ_AGAIN = Duration.ofDays(3);
  private static final Duration FIRST_LOOK_BACK = Duration.ofHours(1);
  private static final Duration CLOCK_DIFFERENCE = Duration.ofSeconds(60);

  private static final int PAGE = 100;
  private static final int LONGEST_ANCHOR = 1_000;
  private static final String CUT =
      "Одноклассники показывают не все обсуждения группы: комментарии под старыми не читаются";

  private static final String DISCUSSION_FIELDS =
      "discussion.OBJECT_TYPE,discussion.OBJECT_ID,discussion.NEW_COMMENTS_COUNT,"
          + "discussion.TITLE,discussion.CREATION_DATE,group.UID";

  private static final String FIELDS =
      "comment.ID,comment.AUTHOR_ID,comment.AUTHOR_NAME,comment.AUTHOR_REF,comment.TEXT,"
          + "comment.DATE,comment.TYPE,comment.REPLY_TO_COMMENT_ID,comment.REPLY_TO_ID,"
          + "comment.REPLY_TO_NAME,comment.ATTACHMENTS";

  private final OkRest rest;
  private final OkEvents events;
  private final String group;
  private final Duration perCall;
  private final Clock clock;

  OkComments(OkRest rest, OkEvents events, String group, Duration perCall, Clock clock) {
    this.rest = rest;
    this.events = events;
    this.group = group;
    this.perCall = perCall;
    this.clock = clock;
  }

  /**
   * Where reading goes on.
   *
   * @param since older comments were there before the desk, in milliseconds
   * @param last the discussion that was read last in its turn
   * @param unfinished a discussion of which the older page {@code anchor} is still to be read
   * @param turn whether the next discussion is the next in turn, not one with new comments
   * @param page where the page of the list begins whose discussions are read in turn; empty for the
   *     first
   */
  private record Place(
      long since, String last, String unfinished, String anchor, boolean turn, String page) {

    static Place of(String cursor, Instant now) {
      String[] kept = cursor == null ? new String[0] : cursor.split("\n", -1);
      return kept.length == 5 || kept.length == 6
          ? new Place(
              Long.parseLong(kept[0]),
              kept[1],
              kept[2],
              kept[3],
              Boolean.parseBoolean(kept[4]),
              kept.length == 6 ? kept[5] : "")
          : new Place(now.minus(FIRST_LOOK_BACK).toEpochMilli(), "", "", "", false, "");
    }

    String cursor() {
      String five =
          String.join("\n", String.valueOf(since), last, unfinished, anchor, String.valueOf(turn));
      return page.isEmpty() ? five : five + "\n" + page;
    }
  }

  /**
   * A page of the list of discussions.
   *
   * @param next where the next page begins; empty at the end of the list
   * @param cut there are more that OK does not give
   */
  private record Listed(List<JsonNode> discussions, String next, boolean cut) {}

  /** A page of the list of discussions and one page of one of them. */
  Poll poll(String cursor) {
    Place place = Place.of(cursor, clock.instant());
    Listed first = listed("");
    Optional<JsonNode> unfinished =
        named(first.discussions(), place.unfinished()).or(() -> gone(place.unfinished()));
    Optional<JsonNode> fresh =
        first.discussions().stream()
            .filter(one -> !place.turn() && one.path("new_comments_count").asInt() > 0)
            .findFirst();
    boolean inTurn = unfinished.isEmpty() && fresh.isEmpty();
    boolean further = inTurn && !place.page().isEmpty();
    Listed page = further ? further(place.page()) : first;
    Duration rest = perCall.multipliedBy(further ? 3 : 2);
    Optional<JsonNode> chosen =
        unfinished.or(() -> fresh).or(() -> inTurn(page.discussions(), place.last()));
    if (chosen.isEmpty()) {
      return new Poll(List.of(), place.cursor(), perCall);
    }
    Place then = then(place, chosen.get(), inTurn, page);
    String gap = inTurn && page.cut() && isLast(page, chosen.get()) ? CUT : null;
    return read(place, then, chosen.get(), unfinished.isPresent(), rest, gap);
  }

  /** After the last of a page comes the first of the next one, after the last page the first. */
  private static Place then(Place place, JsonNode chosen, boolean inTurn, Listed page) {
    boolean turned = inTurn && isLast(page, chosen) && !(page.next() + place.page()).isEmpty();
    String last = inTurn ? name(chosen) : place.last();
    return new Place(
        place.since(),
        turned ? "" : last,
        "",
        "",
        !place.turn(),
        turned ? page.next() : place.page());
  }

  private static boolean isLast(Listed page, JsonNode chosen) {
    List<JsonNode> all = page.discussions();
    return all.isEmpty() || name(all.get(all.size() - 1)).equals(name(chosen));
  }

  private Poll read(
      Place place, Place then, JsonNode discussion, boolean goesOn, Duration rest, String gap) {
    Map<String, String> parameters =
        page(discussion.path("object_type").asText(), discussion.path("object_id").asText());
    parameters.put("anchor", goesOn ? place.anchor() : "LAST");
    parameters.put("mark_as_read", "true");
    JsonNode page = this.rest.ask("discussions.getComments", parameters, OkFailures::judgeReading);
    long oldest = Math.max(place.since(), clock.instant().minus(READ_AGAIN).toEpochMilli());
    List<Event> found = new ArrayList<>();
    if (discussion.has("title")) {
      found.add(post(discussion));
    }
    boolean older = page.path("comments").isEmpty() || !page.path("has_more").asBoolean();
    for (JsonNode comment : page.path("comments")) {
      boolean recent = comment.path("date_ms").asLong() >= oldest;
      older |= !recent;
      if (recent) {
        found.add(comment(discussion, comment));
      }
    }
    Place kept =
        older
            ? then
            : new Place(
                then.since(),
                then.last(),
                name(discussion),
                line(page.path("anchor")),
                then.turn(),
                then.page());
    return new Poll(found, kept.cursor(), rest, gap);
  }

  /** The list has changed, or that page of it is gone: it is begun anew. */
  private Listed further(String page) {
    try {
      return listed(page);
    } catch (CallFailure.Refused noSuchPage) {
      return listed("");
    }
  }

  private Listed listed(String anchor) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("category", "GROUP");
    parameters.put("count", String.valueOf(PAGE));
    parameters.put("fields", DISCUSSION_FIELDS);
    if (!anchor.isEmpty()) {
      parameters.put("anchor", anchor);
      parameters.put("direction", "FORWARD");
    }
    JsonNode list = rest.ask("discussions.getList", parameters);
    List<JsonNode> all =
        StreamSupport.stream(list.path("discussions").spliterator(), false)
            .filter(one -> !name(one).isEmpty())
            .toList();
    boolean more =
        list.has("has_more")
            ? list.path("has_more").asBoolean()
            : list.path("discussions").size() >= PAGE;
    String next = line(list.path("anchor"));
    boolean known = !next.isEmpty() && !next.equals(anchor);
    return new Listed(all, more && known ? next : "", more && !known);
  }

  private static String line(JsonNode anchor) {
    String text = anchor.asText("").replace('\n', ' ');
    return text.length() > LONGEST_ANCHOR ? "" : text;
  }

  private static Optional<JsonNode> named(List<JsonNode> all, String name) {
    return all.stream().filter(one -> name(one).equals(name)).findFirst();
  }

  /** A discussion that the list shows no more is still read to its end. */
  private static Optional<JsonNode> gone(String name) {
    String[] place = place(name);
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(
            JsonNodeFactory.instance
                .objectNode()
                .put("object_type", place[0])
                .put("object_id", place[1]));
  }

  private static Optional<JsonNode> inTurn(List<JsonNode> all, String last) {
    int next = named(all, last).map(all::indexOf).orElse(-1) + 1;
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(next % all.size()));
  }

  private static String name(JsonNode discussion) {
    return OkEvents.thread(discussion.path("object_type").asText(""), discussion.path("object_id"));
  }

  /** The same state of the same comment has the same key, whenever it is read. */
  private static Event comment(JsonNode discussion, JsonNode comment) {
    List<String> state = new ArrayList<>();
    for (String field : List.of("id", "text", "type")) {
      state.add(comment.path(field).asText(""));
    }
    comment.path("attachments").forEach(one -> state.add(one.path("type").asText("")));
    byte[] body =
        Json.write(
            Map.of(
                "discussionId", discussion.path("object_id"),
                "discussionType", discussion.path("object_type"),
                "comment", comment));
    return new Event("comment-" + DigestUtils.sha256Hex(Json.write(state)), body, true);
  }

  private static Event post(JsonNode discussion) {
    String state = name(discussion) + "\n" + discussion.path("title").asText("");
    return new Event(
        "post-" + DigestUtils.sha256Hex(Json.write(state)),
        Json.write(Map.of("discussion", discussion)),
        true);
  }

  String publish(Reply reply) {
    String[] place = place(reply.threadId());
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("entityType", place[0]);
    fields.put("entityId", place[1]);
    fields.put("comment", reply.text());
    fields.put("as_admin", "true");
    if (reply.replyTo() != null && !reply.replyTo().equals(reply.threadId())) {
      fields.put("reply_to_comment_id", OkEvents.internal(reply.replyTo()));
    }
    JsonNode answer = rest.send("discussions.addDiscussionComment", fields);
    JsonNode named = answer.has("id") ? answer.path("id") : answer.path("comment_id");
    String id = answer.isTextual() ? answer.asText() : named.asText("");
    if (id.isBlank()) {
      throw new CallFailure.Unsure("Одноклассники не назвали номер опубликованного ответа");
    }
    return id.replace('/', '~');
  }

  void delete(Act.Delete act) {
    String[] place = place(act.threadId());
    rest.send(
        "discussions.deleteDiscussionComment",
        Map.of(
            "discussionType",
            place[0],
            "discussionId",
            place[1],
            "comment_id",
            OkEvents.internal(act.externalId())),
        OkFailures::judgeRemoval);
  }

  ReadBack look(Reply reply, Instant since) {
    String[] place = place(reply.threadId());
    Map<String, String> parameters = page(place[0], place[1]);
    parameters.put("anchor", "LAST");
    JsonNode page = rest.ask("discussions.getComments", parameters);
    long from = since.minus(CLOCK_DIFFERENCE).toEpochMilli();
    List<String> ours = new ArrayList<>();
    boolean whole = page.path("comments").isArray() && !page.path("has_more").asBoolean();
    for (JsonNode comment : page.path("comments")) {
      boolean recent = comment.path("date_ms").asLong() >= from;
      whole |= !recent;
      if (recent && isOurs(comment) && answers(comment, reply)) {
        ours.add(comment.path("id").asText().replace('/', '~'));
      }
    }
    if (ours.size() == 1) {
      return new ReadBack.Found(ours.get(0));
    }
    return ours.isEmpty() && whole ? new ReadBack.Absent() : new ReadBack.CannotTell();
  }

  private boolean isOurs(JsonNode comment) {
    return !OkEvents.isRemoved(comment)
        && (comment.path("author_id").asText("").equals(group)
            || events.isOurs(comment.path("author_ref")));
  }

  private static boolean answers(JsonNode comment, Reply reply) {
    String answered = answered(comment);
    boolean there =
        answered.isEmpty()
            || reply.replyTo() == null
            || answered.equals(OkEvents.internal(reply.replyTo()));
    return there && plain(comment.path("text").asText("")).equals(plain(reply.text()));
  }

  /** The comment that it answers; empty when OK does not say. */
  private static String answered(JsonNode comment) {
    String answered = comment.path("reply_to_comment_id").asText("");
    return answered.equals("null") ? "" : answered;
  }

  static String plain(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static Map<String, String> page(String type, String id) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("discussionType", type);
    parameters.put("discussionId", id);
    parameters.put("count", String.valueOf(PAGE));
    parameters.put("direction", "BACKWARD");
    parameters.put("includeRemoved", "true");
    parameters.put("fields", FIELDS);
    return parameters;
  }

  /** The type and number of what is discussed. */
  private static String[] place(String thread) {
    int last = thread.lastIndexOf('_');
    return new String[] {
      last < 0 ? "GROUP_TOPIC" : thread.substring(0, last), thread.substring(last + 1)
    };
  }
}
