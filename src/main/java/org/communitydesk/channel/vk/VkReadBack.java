package org.communitydesk.channel.vk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.communitydesk.channel.ReadBack;
import org.communitydesk.channel.Reply;
import org.communitydesk.conversation.Kind;
import org.communitydesk.wire.PlatformApi;
import org.communitydesk.wire.Secret;

/**
 * Looks for a reply whose outcome is unknown. A private message is known by its {@code random_id};
 * a comment by author, time and text, and only an administrator's token may read comments.
 */
final class VkReadBack {

  private static final int PAGE = 100;
  private static final Duration CLOCK_DIFFERENCE = Duration.ofSeconds(60);

  private final String group;
  private final Secret token;
  private final Secret adminToken;
  private final PlatformApi api;

  VkReadBack(String group, Secret token, Secret adminToken, PlatformApi api) {
    this.group = group;
    this.token = token;
    this.adminToken = adminToken;
    this.api = api;
  }

  ReadBack look(Reply reply, Instant since) {
    Instant from = since.minus(CLOCK_DIFFERENCE);
    if (reply.kind() == Kind.PRIVATE) {
      return history(reply, from);
    }
    return adminToken.isSet() && reply.threadId().matches("-?\\d+_\\d+")
        ? comments(reply, from)
        : new ReadBack.CannotTell();
  }

  private ReadBack history(Reply reply, Instant from) {
    String key = VkChannel.randomId(reply.publicationId());
    JsonNode page =
        api.ask(
                "messages.getHistory",
                VkChannel.form(
                    token, Map.of("peer_id", reply.threadId(), "count", String.valueOf(PAGE))))
            .path("response");
    boolean unmarked = false;
    for (JsonNode item : ours(page, from)) {
      if (item.path("random_id").asText("").equals(key)) {
        return new ReadBack.Found(reply.threadId() + "_" + item.path("id").asText());
      }
      unmarked |= item.path("random_id").asLong() == 0;
    }
    return isWhole(page, from) && !unmarked ? new ReadBack.Absent() : new ReadBack.CannotTell();
  }

  private ReadBack comments(Reply reply, Instant from) {
    String[] post = reply.threadId().split("_", -1);
    JsonNode top = commentPage(post, Map.of("thread_items_count", "10"));
    Optional<String> parent = VkChannel.parent(reply);
    Optional<String> root = parent.flatMap(id -> root(top, id));
    if (parent.isPresent() && root.isEmpty()) {
      return new ReadBack.CannotTell();
    }
    JsonNode page = root.isEmpty() ? top : commentPage(post, Map.of("comment_id", root.get()));
    List<JsonNode> ours = ours(page, from);
    for (JsonNode item : ours) {
      if (plain(item.path("text").asText("")).equals(plain(reply.text()))) {
        return new ReadBack.Found(post[0] + "_" + item.path("id").asText());
      }
    }
    return ours.isEmpty() && isWhole(page, from)
        ? new ReadBack.Absent()
        : new ReadBack.CannotTell();
  }

  private JsonNode commentPage(String[] post, Map<String, String> more) {
    Map<String, String> fields = new LinkedHashMap<>(more);
    fields.put("owner_id", post[0]);
    fields.put("post_id", post[1]);
    fields.put("sort", "desc");
    fields.put("count", String.valueOf(PAGE));
    return api.ask("wall.getComments", VkChannel.form(adminToken, fields)).path("response");
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
