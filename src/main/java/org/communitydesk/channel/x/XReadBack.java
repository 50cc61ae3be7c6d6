package org.communitydesk.channel.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.communitydesk.channel.ReadBack;
import org.communitydesk.channel.Reply;
import org.communitydesk.conversation.Kind;
import org.communitydesk.wire.PlatformApi;

/** Looks in our own timeline or talk for a reply whose outcome is unknown. */
final class XReadBack {

  private static final Duration CLOCK_DIFFERENCE = Duration.ofSeconds(60);

  private final String user;
  private final PlatformApi api;

  XReadBack(String user, PlatformApi api) {
    this.user = user;
    this.api = api;
  }

  ReadBack look(Reply reply, Instant since) {
    return reply.kind() == Kind.COMMENT ? posts(reply) : messages(reply, since);
  }

  private ReadBack posts(Reply reply) {
    String parent = XChannel.parent(reply);
    Map<String, String> parameters = XPolling.fields();
    parameters.put("since_id", parent);
    parameters.put("max_results", "100");
    JsonNode page = api.get("users/" + user + "/tweets", parameters);
    List<String> ours = new ArrayList<>();
    for (JsonNode post : page.path("data")) {
      boolean answers = false;
      for (JsonNode one : post.path("referenced_tweets")) {
        answers |=
            one.path("type").asText("").equals("replied_to")
                && one.path("id").asText("").equals(parent);
      }
      if (answers && isSame(post.path("text").asText(""), reply.text())) {
        ours.add(post.path("id").asText());
      }
    }
    return judged(ours, page);
  }

  private ReadBack messages(Reply reply, Instant since) {
    Instant from = since.minus(CLOCK_DIFFERENCE);
    JsonNode page =
        api.get(
            "dm_conversations/with/" + XChannel.addressee(reply) + "/dm_events",
            Map.of(
                "event_types",
                "MessageCreate",
                "max_results",
                "100",
                "dm_event.fields",
                "id,text,sender_id,created_at"));
    List<String> ours = new ArrayList<>();
    for (JsonNode event : page.path("data")) {
      if (event.path("sender_id").asText("").equals(user)
          && !at(event).isBefore(from)
          && isSame(event.path("text").asText(""), reply.text())) {
        ours.add(event.path("id").asText());
      }
    }
    return judged(ours, page);
  }

  private static ReadBack judged(List<String> ours, JsonNode page) {
    if (ours.size() == 1) {
      return new ReadBack.Found(ours.get(0));
    }
    boolean whole = page.has("meta") && page.path("meta").path("next_token").asText("").isEmpty();
    return ours.isEmpty() && whole ? new ReadBack.Absent() : new ReadBack.CannotTell();
  }

  private static Instant at(JsonNode event) {
    try {
      return Instant.parse(event.path("created_at").asText(""));
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }

  private static boolean isSame(String there, String ours) {
    return plain(XEvents.unescaped(there)).equals(plain(ours));
  }

  /** Without links, which X writes anew, and without the mentions that it puts before an answer. */
  private static String plain(String text) {
    return text.replaceAll("https?://\\S+", "")
        .replaceFirst("^(@\\w{1,15}\\s+)+", "")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
