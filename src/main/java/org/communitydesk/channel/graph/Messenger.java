package org.communitydesk.channel.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.communitydesk.channel.OutgoingAttachment;
import org.communitydesk.channel.ReadBack;
import org.communitydesk.channel.Reply;
import org.communitydesk.http.CallFailure;

/** Writing private messages through a Page, to people on Messenger or Instagram. */
public final class Messenger {

  private static final int PAGE = 50;
  private static final Duration SURELY_OPEN = Duration.ofHours(24).minusMinutes(1);

  private final GraphApi api;
  private final Side side;
  private final Clock clock;

  /**
   * What differs between the two.
   *
   * @param name in {@code platform=} of the talks, for example {@code messenger}
   * @param pageId with whose token calls are made
   * @param ownId of the sender of our messages
   * @param returnsMetadata whether echoes return what we send along
   * @param humanAgent whether Meta has granted the tag HUMAN_AGENT
   */
  public record Side(
      String name, String pageId, String ownId, boolean returnsMetadata, boolean humanAgent) {}

  public Messenger(GraphApi api, Side side, Clock clock) {
    this.api = api;
    this.side = side;
    this.clock = clock;
  }

  /**
   * Writes to a person, or answers a comment privately. A picture or document goes first, in a
   * message of its own; what fails after it is {@code Unsure}, because half of the reply is out.
   *
   * @return the id of the message with the text, or of the file when there is no text
   */
  public String send(Reply reply) throws CallFailure {
    if (reply.enclosure() == null) {
      return sendText(reply);
    }
    if (reply.isPrivateAnswerToComment()) {
      throw new CallFailure.Refused(
          "На комментарий можно ответить лично одним сообщением: приложить файл нельзя");
    }
    String file = message(reply, Map.of("attachment", uploaded(reply.enclosure())));
    if (reply.text().isBlank()) {
      return file;
    }
    try {
      return sendText(reply);
    } catch (CallFailure failure) {
      throw new CallFailure.Unsure("Файл отправлен, а текст нет: " + failure.getMessage());
    }
  }

  private String sendText(Reply reply) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("text", reply.text());
    if (side.returnsMetadata()) {
      message.put("metadata", reply.publicationId().toString());
    }
    return message(reply, message);
  }

  private Map<String, Object> uploaded(OutgoingAttachment file) {
    String type = file.isPicture() ? "image" : "file";
    String description =
        "{\"attachment\":{\"type\":\"" + type + "\",\"payload\":{\"is_reusable\":true}}}";
    JsonNode kept =
        api.upload(
            side.pageId() + "/message_attachments",
            Map.of("message", description, "platform", side.name()),
            "filedata",
            file);
    String id = GraphValue.text(kept.path("attachment_id"));
    if (id.isEmpty()) {
      throw new CallFailure.Refused("Meta не приняла файл");
    }
    return Map.of("type", type, "payload", Map.of("attachment_id", id));
  }

  private String message(Reply reply, Map<String, Object> message) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (reply.isPrivateAnswerToComment()) {
      fields.put("recipient", Map.of("comment_id", reply.replyTo()));
    } else {
      fields.put("recipient", Map.of("id", reply.recipientId()));
      fields.putAll(terms(reply));
    }
    fields.put("message", message);
    JsonNode answer = api.post(side.pageId() + "/messages", fields);
    String id = GraphValue.id(answer.path("message_id"));
    if (id.isEmpty()) {
      throw new CallFailure.Unsure("Meta не назвала номер отправленного сообщения");
    }
    return id;
  }

  private Map<String, String> terms(Reply reply) {
    boolean late =
        reply.heardAt() != null && reply.heardAt().plus(SURELY_OPEN).isBefore(clock.instant());
    return late && side.humanAgent()
        ? Map.of("messaging_type", "MESSAGE_TAG", "tag", "HUMAN_AGENT")
        : Map.of("messaging_type", "RESPONSE");
  }

  /** Looks through the newest messages of the talk for one of ours with this very text. */
  public ReadBack readBack(Reply reply, Instant since) throws CallFailure {
    JsonNode talks =
        api.get(
            side.pageId() + "/conversations",
            Map.of(
                "platform",
                side.name(),
                "user_id",
                reply.recipientId(),
                "fields",
                "messages.limit(" + PAGE + "){id,message,from,created_time}"));
    if (talks.path("data").isArray() && talks.path("data").isEmpty()) {
      // A commentator's id need not be the one under which his talks are found.
      return reply.isPrivateAnswerToComment() ? new ReadBack.CannotTell() : new ReadBack.Absent();
    }
    JsonNode messages = talks.path("data").path(0).path("messages");
    return new GraphMatch(side.ownId(), "message", "created_time")
        .find(messages, reply.text(), since);
  }

  /**
   * Shuts a person out of our talks or lets him in again.
   *
   * @param action {@code block_user} or {@code unblock_user}
   * @param refused what a person reads when it is not possible, Russian
   */
  public void moderate(String person, String action, String refused, GraphFailures failures)
      throws CallFailure {
    JsonNode answer =
        api.post(
            side.pageId() + "/moderate_conversations",
            Map.of("user_ids", List.of(Map.of("id", person)), "actions", List.of(action)),
            failures);
    // Meta answers 200 also when it has done nothing: the field decides.
    if (!answer.path("success").asBoolean(false)) {
      throw new CallFailure.Refused(refused);
    }
  }
}
