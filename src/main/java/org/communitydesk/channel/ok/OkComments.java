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
import org.communitydesk.channel.Act;
import org.communitydesk.channel.Event;
import org.communitydesk.channel.Polled.Poll;
import org.communitydesk.channel.ReadBack;
import org.communitydesk.channel.Reply;
import org.communitydesk.wire.CallFailure;
import org.communitydesk.wire.Json;

/**
 * Comments: published, deleted and read. Nothing tells of them, so every discussion is read in
 * turn, those with new comments every other time; what was read already has the same key.
 */
final class OkComments {

  static final Duration READ_AGAIN = Duration.ofDays(3);
  private static final Duration FIRST_LOOK_BACK = Duration.ofHours(1);
  private static final Duration CLOCK_DIFFERENCE = Duration.ofSeconds(60);

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
   */
  private record Place(long since, String last, String unfinished, String anchor, boolean turn) {

    static Place of(String cursor, Instant now) {
      String[] kept = cursor == null ? new String[0] : cursor.split("\n", -1);
      return kept.length == 5
          ? new Place(
              Long.parseLong(kept[0]), kept[1], kept[2], kept[3], Boolean.parseBoolean(kept[4]))
          : new Place(now.minus(FIRST_LOOK_BACK).toEpochMilli(), "", "", "", false);
    }

    String cursor() {
      return String.join(
          "\n", String.valueOf(since), last, unfinished, anchor, String.valueOf(turn));
    }
  }

  /** The list of discussions and one page of one of them. */
  Poll poll(String cursor) {
    Place place = Place.of(cursor, clock.instant());
    List<JsonNode> discussions = discussions();
    Optional<JsonNode> unfinished =
        named(discussions, place.unfinished()).or(() -> gone(place.unfinished()));
    Optional<JsonNode> fresh =
        discussions.stream()
            .filter(one -> !place.turn() && one.path("new_comments_count").asInt() > 0)
            .findFirst();
    Optional<JsonNode> chosen =
        unfinished.or(() -> fresh).or(() -> inTurn(discussions, place.last()));
    if (chosen.isEmpty()) {
      return new Poll(List.of(), place.cursor(), perCall);
    }
    JsonNode discussion = chosen.get();
    String name = name(discussion);
    Map<String, String> parameters =
        page(discussion.path("object_type").asText(), discussion.path("object_id").asText());
    parameters.put("anchor", unfinished.isPresent() ? place.anchor() : "LAST");
    parameters.put("mark_as_read", "true");
    JsonNode page = rest.ask("discussions.getComments", parameters, OkFailures::judgeReading);
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
    boolean inTurn = unfinished.isEmpty() && fresh.isEmpty();
    Place then =
        new Place(
            place.since(),
            inTurn ? name : place.last(),
            older ? "" : name,
            older ? "" : page.path("anchor").asText("").replace('\n', ' '),
            !place.turn());
    return new Poll(found, then.cursor(), perCall.multipliedBy(2));
  }

  private List<JsonNode> discussions() {
    JsonNode list =
        rest.ask(
            "discussions.getList",
            Map.of("category", "GROUP", "count", "100", "fields", DISCUSSION_FIELDS));
    return StreamSupport.stream(list.path("discussions").spliterator(), false)
        .filter(one -> !name(one).isEmpty())
        .toList();
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
    return new Event("comment-" + OkRest.sha256(Json.write(state)), body, true);
  }

  private static Event post(JsonNode discussion) {
    String state = name(discussion) + "\n" + discussion.path("title").asText("");
    return new Event(
        "post-" + OkRest.sha256(Json.write(state)), Json.write(Map.of("discussion", discussion)));
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
    String answered = comment.path("reply_to_comment_id").asText("");
    boolean there =
        answered.isEmpty()
            || answered.equals("null")
            || reply.replyTo() == null
            || answered.equals(OkEvents.internal(reply.replyTo()));
    return there && plain(comment.path("text").asText("")).equals(plain(reply.text()));
  }

  static String plain(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static Map<String, String> page(String type, String id) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("discussionType", type);
    parameters.put("discussionId", id);
    parameters.put("count", "100");
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
