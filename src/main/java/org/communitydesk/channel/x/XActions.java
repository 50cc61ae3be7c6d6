package org.communitydesk.channel.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.communitydesk.channel.Act;
import org.communitydesk.channel.BanList;
import org.communitydesk.channel.OutgoingAttachment;
import org.communitydesk.channel.ReadBack;
import org.communitydesk.channel.Reply;
import org.communitydesk.channel.StandingBan;
import org.communitydesk.conversation.Kind;
import org.communitydesk.http.CallFailure;
import org.communitydesk.http.Content;
import org.communitydesk.http.Json;
import org.communitydesk.http.PlatformApi;

/**
 * Writes, hides and blocks; and looks in our own timeline or talk for a reply whose outcome is
 * unknown.
 */
final class XActions {

  private static final Duration CLOCK_DIFFERENCE = Duration.ofSeconds(60);

  private final String user;
  private final PlatformApi api;

  XActions(String user, PlatformApi api) {
    this.user = user;
    this.api = api;
  }

  /** The post that is answered. */
  static String parent(Reply reply) {
    return reply.replyTo() == null ? reply.threadId() : reply.replyTo();
  }

  /** The person to whom a private message goes. */
  static String addressee(Reply reply) {
    return reply.isPrivateAnswerToComment() ? reply.recipientId() : reply.threadId();
  }

  String post(Reply reply) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("text", reply.text());
    fields.put("reply", Map.of("in_reply_to_tweet_id", parent(reply)));
    if (reply.enclosure() != null) {
      String id = upload(reply.enclosure(), "tweet_image");
      fields.put("media", Map.of("media_ids", List.of(id)));
    }
    return published(api.send("tweets", Content.json(fields)).path("data").path("id"));
  }

  String write(Reply reply) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("text", reply.text());
    if (reply.enclosure() != null) {
      String id = upload(reply.enclosure(), "dm_image");
      fields.put("attachments", List.of(Map.of("media_id", id)));
    }
    String path = "dm_conversations/with/" + addressee(reply) + "/messages";
    return published(api.send(path, Content.json(fields)).path("data").path("dm_event_id"));
  }

  private static String published(JsonNode id) {
    if (!XEvents.isId(id.asText(""))) {
      throw new CallFailure.Unsure("X не назвал номер отправленного ответа");
    }
    return id.asText();
  }

  private String upload(OutgoingAttachment picture, String category) {
    JsonNode answer =
        api.ask(
            "media/upload",
            Content.multipart(
                Map.of("media_category", category),
                "media",
                picture.fileName(),
                picture.contentType(),
                picture.size(),
                picture.content()));
    String id = answer.path("data").path("id").asText("");
    if (id.isEmpty()) {
      throw new CallFailure.Refused("X не принял картинку");
    }
    return id;
  }

  void moderate(Act act) {
    if (act instanceof Act.Hide hide) {
      setHidden(hide.externalId(), true);
    } else if (act instanceof Act.Show show) {
      setHidden(show.externalId(), false);
    } else if (act instanceof Act.Ban ban) {
      Content whom = Content.json(Map.of("target_user_id", ban.personId()));
      api.send("users/" + user + "/blocking", whom);
    } else if (act instanceof Act.Unban unban) {
      api.send("DELETE", "users/" + user + "/blocking/" + unban.personId(), Content.none());
    }
  }

  /** Whom our account blocks; X tells neither since when nor until when. */
  BanList.Part blocked(String cursor) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("max_results", "1000");
    if (cursor != null) {
      query.put("pagination_token", cursor);
    }
    JsonNode answer = api.get("users/" + user + "/blocking", query);
    if (!answer.path("meta").path("result_count").isInt()) {
      throw new CallFailure.Busy("X не отдал список заблокированных", Duration.ofMinutes(15));
    }
    List<StandingBan> bans = new ArrayList<>();
    for (JsonNode one : answer.path("data")) {
      String name = Json.clean(one.path("name").asText(""));
      bans.add(new StandingBan(one.path("id").asText(), name, null, null, false));
    }
    return new BanList.Part(bans, answer.path("meta").path("next_token").asText(null), null);
  }

  private void setHidden(String post, boolean hidden) {
    api.send("PUT", "tweets/" + post + "/hidden", Content.json(Map.of("hidden", hidden)));
  }

  ReadBack look(Reply reply, Instant since) {
    return reply.kind() == Kind.COMMENT ? posts(reply) : messages(reply, since);
  }

  private ReadBack posts(Reply reply) {
    String parent = parent(reply);
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
            "dm_conversations/with/" + addressee(reply) + "/dm_events",
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
