package org.communitydesk.channel.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.communitydesk.channel.ReadBack;
import org.communitydesk.channel.Reply;
import org.communitydesk.channel.graph.GraphApi;
import org.communitydesk.channel.graph.GraphMatch;
import org.communitydesk.channel.graph.GraphValue;
import org.communitydesk.http.CallFailure;

/** Writing, finding, hiding and deleting comments, and fetching mentions. */
final class InstagramComments {

  private static final String PAGE = "50";

  private final GraphApi api;
  private final String own;

  InstagramComments(GraphApi api, String own) {
    this.api = api;
    this.own = own;
  }

  String write(Reply reply) {
    String id =
        GraphValue.id(
            Mention.isThread(reply.threadId())
                ? answerMention(reply).path("id")
                : answer(reply).path("id"));
    if (id.isEmpty()) {
      throw new CallFailure.Unsure("Instagram не назвал номер опубликованного ответа");
    }
    return id;
  }

  private JsonNode answer(Reply reply) {
    Map<String, String> text = Map.of("message", reply.text());
    return reply.replyTo() == null
        ? api.post(reply.threadId() + "/comments", text)
        : api.post(reply.replyTo() + "/replies", text);
  }

  private JsonNode answerMention(Reply reply) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("media_id", Mention.mediaOf(reply.threadId()));
    fields.put("message", reply.text());
    if (reply.replyTo() != null && !Mention.isThread(reply.replyTo())) {
      fields.put("comment_id", reply.replyTo());
    }
    return api.post(own + "/mentions", fields);
  }

  /** Answers to an answer stand under its top comment; strangers' media we cannot list. */
  ReadBack look(Reply reply, Instant since) {
    if (Mention.isThread(reply.threadId()) || reply.replyTo() == null) {
      return new ReadBack.CannotTell();
    }
    try {
      JsonNode asked = api.get(reply.replyTo(), Map.of("fields", "id,parent_id"));
      String parent = GraphValue.id(asked.path("parent_id"));
      JsonNode answers =
          api.get(
              (parent.isEmpty() ? reply.replyTo() : parent) + "/replies",
              Map.of("fields", "id,text,timestamp,from", "limit", PAGE));
      return new GraphMatch(own, "text", "timestamp").find(answers, reply.text(), since);
    } catch (CallFailure.Refused gone) {
      return new ReadBack.CannotTell();
    }
  }

  void hide(String comment, boolean hidden) {
    api.post(comment, Map.of("hide", hidden));
  }

  /** The same error means gone, hidden from us and forbidden: reading tells them apart. */
  void delete(String comment) {
    try {
      api.delete(comment, Map.of());
    } catch (CallFailure.Refused refused) {
      if (isReadable(comment)) {
        throw refused;
      }
    }
  }

  private boolean isReadable(String comment) {
    try {
      api.get(comment, Map.of("fields", "id"));
      return true;
    } catch (CallFailure.Refused gone) {
      return false;
    }
  }

  /** The words of a mention with its author and link, as a text file. */
  byte[] mention(String person) {
    JsonNode said = mentioned(person);
    String link =
        GraphValue.text(said.path("media").path("permalink"))
            + GraphValue.text(said.path("permalink"));
    String words = GraphValue.text(said.path("text")) + GraphValue.text(said.path("caption"));
    return String.join(
            "\n", "@" + username(said), GraphValue.text(said.path("timestamp")), words, link)
        .strip()
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Empty when the platform does not say. */
  String author(String person) {
    return username(mentioned(person));
  }

  private JsonNode mentioned(String person) {
    Mention mention = Mention.ofPerson(person);
    return api.get(own, Map.of("fields", mention.field())).path(mention.answer());
  }

  private static String username(JsonNode said) {
    return GraphValue.text(said.path("username"));
  }
}
