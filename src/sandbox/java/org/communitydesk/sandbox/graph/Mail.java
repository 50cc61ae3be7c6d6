package org.communitydesk.sandbox.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.communitydesk.conversation.Kind;
import org.communitydesk.sandbox.world.Counters;
import org.communitydesk.sandbox.world.Entries;
import org.communitydesk.sandbox.world.Entry;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.Pictures;
import org.communitydesk.sandbox.world.Values;
import org.springframework.stereotype.Component;

/** Sending private messages of the brand, and the rules about when that is allowed. */
@Component
public class Mail {

  private static final Duration OPEN = Duration.ofHours(24);
  private static final Duration EXTENDED = Duration.ofDays(7);
  private static final int MOST_METADATA = 1000;

  private final Entries entries;
  private final Counters counters;
  private final Values values;
  private final Pictures pictures;
  private final MailNotices notices;
  private final Clock clock;

  Mail(
      Entries entries,
      Counters counters,
      Values values,
      Pictures pictures,
      MailNotices notices,
      Clock clock) {
    this.entries = entries;
    this.counters = counters;
    this.values = values;
    this.pictures = pictures;
    this.notices = notices;
    this.clock = clock;
  }

  /** The next id of a message. */
  public String nextId(Mailbox box) {
    String plain = box.platform().id() + ":mid:" + counters.next(box.platform(), "mid", 1);
    return box.midPrefix()
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
  }

  /** {@code POST /<page>/messages}. */
  public JsonNode send(Mailbox box, GraphRequest request) {
    mustBePage(box, request);
    JsonNode recipient = request.node("recipient");
    JsonNode message = request.node("message");
    String comment = recipient.path("comment_id").asText("");
    String person = recipient.path("id").asText("");
    if (person.isEmpty() && comment.isEmpty()) {
      throw GraphError.parameter("The parameter recipient is required");
    }
    if (comment.isEmpty()) {
      mayWrite(box, request, person);
    } else {
      person = commentator(box, comment);
    }
    Entry entry = write(box, person, text(box, message), message);
    notices.echoed(box, entry);
    return Json.object().put("recipient_id", person).put("message_id", entry.id());
  }

  static void mustBePage(Mailbox box, GraphRequest request) {
    if (!request.id().equals(box.pageId()) && !request.id().equals("me")) {
      throw GraphError.gone(request.id());
    }
  }

  private void mayWrite(Mailbox box, GraphRequest request, String person) {
    Instant heard =
        lastHeard(box, person)
            .orElseThrow(
                () -> GraphError.of(400, 100, box.strangerSubcode(), "No matching user found"));
    String type = request.text("messaging_type");
    String tag = request.text("tag");
    boolean tagged = type.equals("MESSAGE_TAG");
    if (tagged && !tag.equals("HUMAN_AGENT")) {
      throw GraphError.parameter("This message tag is not available any more");
    }
    if (heard.plus(tagged ? EXTENDED : OPEN).isBefore(clock.instant())) {
      throw GraphError.of(
          400, 10, box.lateSubcode(), "This message is sent outside of allowed window.");
    }
  }

  private Optional<Instant> lastHeard(Mailbox box, String person) {
    return entries.thread(box.platform(), Kind.PRIVATE, person, Integer.MAX_VALUE).stream()
        .filter(entry -> !entry.byBrand())
        .map(Entry::at)
        .reduce((earlier, later) -> later);
  }

  private String commentator(Mailbox box, String comment) {
    Entry answered =
        entries
            .find(box.platform(), comment)
            .filter(entry -> entry.kind() == Kind.COMMENT && !entry.byBrand() && !entry.deleted())
            .filter(entry -> entry.at().plus(EXTENDED).isAfter(clock.instant()))
            .orElseThrow(
                () -> GraphError.of(400, 100, 2534025, "The comment is invalid for a reply"));
    String mark = "private answer to " + comment;
    if (values.get(box.platform(), mark).isPresent()) {
      throw GraphError.of(400, 10900, 0, "Activity already replied to");
    }
    values.set(box.platform(), mark, "yes");
    return answered.authorId();
  }

  private static String text(Mailbox box, JsonNode message) {
    String text = message.path("text").asText("");
    boolean attached = message.path("attachment").isObject();
    if (text.isBlank() == !attached) {
      throw GraphError.parameter("A message has either a text or an attachment");
    }
    if (box.length().applyAsInt(text) > box.most()) {
      throw GraphError.parameter("Length of param message[text] must be at most " + box.most());
    }
    if (message.path("metadata").asText("").length() > MOST_METADATA) {
      throw GraphError.parameter("Length of param message[metadata] must be at most 1000");
    }
    return text;
  }

  private Entry write(Mailbox box, String person, String text, JsonNode message) {
    String key = message.path("metadata").asText("");
    return entries.add(
        box.platform(),
        new Entry(
            nextId(box),
            counters.last(box.platform(), "mid"),
            0,
            Kind.PRIVATE,
            person,
            null,
            box.ownId(),
            true,
            person,
            text,
            message.path("reply_to").path("mid").asText(null),
            clock.instant(),
            null,
            false,
            key.isEmpty() ? null : key,
            attached(box, message.path("attachment"))));
  }

  private List<String> attached(Mailbox box, JsonNode attachment) {
    if (!attachment.isObject()) {
      return List.of();
    }
    JsonNode payload = attachment.path("payload");
    String id = payload.path("attachment_id").asText("");
    if (!id.isEmpty()) {
      return List.of(
          values
              .get(box.platform(), "attachment " + id)
              .orElseThrow(() -> GraphError.of(400, 100, 2018074, "Invalid attachment id")));
    }
    if (!payload.path("url").asText("").matches("https?://\\S+")) {
      throw GraphError.of(400, 100, 2018008, "The attachment could not be fetched");
    }
    return List.of(pictures.keep(payload.path("url").asText()));
  }

  /** {@code POST /<page>/message_attachments}. */
  public JsonNode upload(Mailbox box, GraphRequest request) {
    mustBePage(box, request);
    String type = request.node("message").path("attachment").path("type").asText("");
    if (request.upload() == null || !type.matches("image|file|audio|video")) {
      throw GraphError.parameter("The parameters message and filedata are required");
    }
    ObjectNode kept = Json.object();
    String id = String.valueOf(counters.next(box.platform(), "attachment", 1_857_777_774_821_032L));
    values.set(box.platform(), "attachment " + id, pictures.keep(request.upload()));
    return kept.put("attachment_id", id);
  }
}
