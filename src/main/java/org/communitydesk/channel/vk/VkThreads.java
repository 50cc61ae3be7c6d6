package org.communitydesk.channel.vk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.communitydesk.channel.ReadBack;
import org.communitydesk.channel.Reply;
import org.communitydesk.conversation.Kind;
import org.communitydesk.http.PlatformApi;
import org.communitydesk.http.Secret;

/**
 * Where messages stand, and how a reply whose outcome is unknown is found there: a private message
 * by its {@code random_id}, a comment by author, time and text. Comments are read with an
 * administrator's token only.
 */
final class VkThreads {

  /** What can be commented, by the beginning of our thread ids; a post's is its own id. */
  private static final Map<String, Place> PLACES =
      Map.of(
          "", new Place("wall", "post_id", "wall"),
          "topic", new Place("board", "topic_id", "topic"),
          "photo", new Place("photos", "photo_id", "photo"),
          "video", new Place("video", "video_id", "video"),
          "market", new Place("market", "item_id", "product"));

  private static final Pattern THREAD = Pattern.compile("([a-z]*)(?:(-?\\d+)_)?(\\d+)");

  private static final int PAGE = 100;
  private static final Duration CLOCK_DIFFERENCE = Duration.ofSeconds(60);

  private final String group;
  private final Secret token;
  private final Secret adminToken;
  private final PlatformApi api;

  private record Place(String section, String number, String page) {}

  /** One commented post, topic, photo, video or good. */
  record Spot(String thread, String prefix, String owner, String number) {

    boolean isPost() {
      return prefix.isEmpty();
    }

    boolean isTopic() {
      return prefix.equals("topic");
    }

    /** Whether comments hang under comments. */
    boolean isNested() {
      return isPost() || prefix.equals("video");
    }

    /** The external id of a comment: on the wall numbers run over all posts. */
    String comment(String id) {
      return (isPost() ? owner : thread) + "_" + id;
    }

    String method(String verb) {
      return PLACES.get(prefix).section() + "." + verb;
    }

    /** The fields that name it in a call. */
    Map<String, String> fields() {
      Map<String, String> fields = whose();
      fields.put(PLACES.get(prefix).number(), number);
      return fields;
    }

    /** The fields that name a comment or post on it in a call. */
    Map<String, String> fields(String comment) {
      Map<String, String> fields = isTopic() || comment.equals(thread) ? fields() : whose();
      if (!comment.equals(thread)) {
        fields.put("comment_id", comment.substring(comment.lastIndexOf('_') + 1));
      }
      return fields;
    }

    private Map<String, String> whose() {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put(isTopic() ? "group_id" : "owner_id", isTopic() ? owner.substring(1) : owner);
      return fields;
    }

    /** Photos, videos and goods have no address of a single comment. */
    String link(String comment) {
      String id = comment.substring(comment.lastIndexOf('_') + 1);
      return "https://vk.com/"
          + PLACES.get(prefix).page()
          + owner
          + "_"
          + number
          + (isPost() ? "?reply=" + id : isTopic() ? "?post=" + id : "");
    }
  }

  VkThreads(String group, Secret token, Secret adminToken, PlatformApi api) {
    this.group = group;
    this.token = token;
    this.adminToken = adminToken;
    this.api = api;
  }

  /** Empty for a private chat. */
  Optional<Spot> spot(String thread) {
    return Optional.of(THREAD.matcher(thread))
        .filter(Matcher::matches)
        .filter(found -> PLACES.containsKey(found.group(1)))
        .filter(found -> found.group(1).isEmpty() == (found.group(2) != null))
        .map(
            found ->
                new Spot(
                    thread,
                    found.group(1),
                    found.group(2) == null ? "-" + group : found.group(2),
                    found.group(3)));
  }

  /** The chat in which a private reply stands. */
  static String peer(Reply reply) {
    return reply.isPrivateAnswerToComment() ? reply.recipientId() : reply.threadId();
  }

  /** The comment that is answered; empty when the post itself is. */
  static Optional<String> parent(Reply reply) {
    return Optional.ofNullable(reply.replyTo())
        .filter(id -> !id.equals(reply.threadId()))
        .map(id -> id.substring(id.lastIndexOf('_') + 1));
  }

  ReadBack look(Reply reply, Instant since) {
    Instant from = since.minus(CLOCK_DIFFERENCE);
    if (reply.kind() == Kind.PRIVATE) {
      return history(reply, from);
    }
    return spot(reply.threadId())
        .filter(spot -> adminToken.isSet())
        .map(spot -> comments(reply, from, spot))
        .orElseGet(ReadBack.CannotTell::new);
  }

  private ReadBack history(Reply reply, Instant from) {
    String peer = peer(reply);
    String key = VkActions.randomId(reply.publicationId());
    Map<String, String> fields = Map.of("peer_id", peer, "count", String.valueOf(PAGE));
    JsonNode page = api.ask("messages.getHistory", VkChannel.form(token, fields)).path("response");
    List<JsonNode> ours = ours(page, from);
    List<String> found =
        ours.stream()
            .filter(item -> item.path("random_id").asText("").equals(key))
            .map(item -> peer + "_" + item.path("id").asText())
            .toList();
    boolean unmarked = ours.stream().anyMatch(item -> item.path("random_id").asLong() == 0);
    return verdict(found, isWhole(page, from) && !unmarked);
  }

  private ReadBack comments(Reply reply, Instant from, Spot spot) {
    JsonNode top =
        commentPage(spot, spot.isNested() ? Map.of("thread_items_count", "10") : Map.of());
    Optional<String> parent = spot.isNested() ? parent(reply) : Optional.empty();
    Optional<String> root = parent.flatMap(id -> root(top, id));
    if (parent.isPresent() && root.isEmpty()) {
      return new ReadBack.CannotTell();
    }
    JsonNode page = root.isEmpty() ? top : commentPage(spot, Map.of("comment_id", root.get()));
    List<JsonNode> ours =
        ours(page, from).stream()
            .filter(item -> parent.isEmpty() || answers(item, parent.get(), root.get()))
            .toList();
    List<String> found =
        ours.stream()
            .filter(item -> plain(item.path("text").asText("")).equals(plain(reply.text())))
            .map(item -> spot.comment(item.path("id").asText()))
            .toList();
    return verdict(found, ours.isEmpty() && isWhole(page, from));
  }

  /** A comment that names none answers the one on top. */
  private static boolean answers(JsonNode item, String parent, String root) {
    String answered = item.path("reply_to_comment").asText("0");
    return answered.equals(parent) || (answered.equals("0") && parent.equals(root));
  }

  /** Of several that look like ours nobody knows which is meant. */
  private static ReadBack verdict(List<String> found, boolean certainlyAbsent) {
    if (found.size() == 1) {
      return new ReadBack.Found(found.get(0));
    }
    return found.isEmpty() && certainlyAbsent ? new ReadBack.Absent() : new ReadBack.CannotTell();
  }

  private JsonNode commentPage(Spot spot, Map<String, String> more) {
    Map<String, String> fields = spot.fields();
    fields.putAll(more);
    fields.put("sort", "desc");
    fields.put("count", String.valueOf(PAGE));
    return api.ask(spot.method("getComments"), VkChannel.form(adminToken, fields)).path("response");
  }

  /** The top comment in whose thread the comment stands. */
  private static Optional<String> root(JsonNode top, String comment) {
    return items(top).stream()
        .filter(
            item ->
                item.path("id").asText().equals(comment)
                    || items(item.path("thread")).stream()
                        .anyMatch(nested -> nested.path("id").asText().equals(comment)))
        .map(item -> item.path("id").asText())
        .findFirst();
  }

  private List<JsonNode> ours(JsonNode page, Instant from) {
    return items(page).stream()
        .filter(item -> item.path("from_id").asText().equals("-" + group))
        .filter(item -> item.path("date").asLong() >= from.getEpochSecond())
        .toList();
  }

  /** Whether the page, newest first, reaches back to that time. */
  private static boolean isWhole(JsonNode page, Instant from) {
    List<JsonNode> items = items(page);
    return page.path("items").isArray()
        && (size(page) <= items.size()
            || items.stream().anyMatch(i -> i.path("date").asLong() < from.getEpochSecond()));
  }

  /** {@code count} of comments is that of all levels, {@code current_level_count} of this one. */
  private static int size(JsonNode page) {
    JsonNode level = page.path("current_level_count");
    return (level.isInt() ? level : page.path("count")).asInt(Integer.MAX_VALUE);
  }

  private static List<JsonNode> items(JsonNode page) {
    return StreamSupport.stream(page.path("items").spliterator(), false).toList();
  }

  /** The text as both sides know it: without the mention that VK puts before an answer. */
  private static String plain(String text) {
    return text.replaceFirst("^\\[(id|club)\\d+\\|[^]]*],?\\s*", "")
        .replace("<br>", "\n")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
