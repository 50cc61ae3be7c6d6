package org.communitydesk.channel.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.Author;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Message;
import org.communitydesk.http.Json;

/** What the events of the X Activity API, and posts that were searched for, mean. */
final class XEvents {

  /** Our own name for a post that no event told. */
  static final String FOUND = "post.found.create";

  /** What an attachment's source is called that must be asked for first. */
  static final String ASK_FOR = "post/";

  private static final Instant YEAR_2100 = Instant.parse("2100-01-01T00:00:00Z");

  private static final Pattern OF_NO_USE =
      Pattern.compile(
          "(like|follow|mute|block|profile|spaces|news|trends|oauth|dm|chat)\\.[a-z_.]+");

  private static final Pattern OLD =
      Pattern.compile("(tweet|favorite|follow|block|mute|user|direct_message)_.*events?");

  private final Account account;
  private final String user;
  private final XHook hook;
  private final Clock clock;

  XEvents(Account account, String user, XHook hook, Clock clock) {
    this.account = account;
    this.user = user;
    this.hook = hook;
    this.clock = clock;
  }

  InboundEvent understand(byte[] event) {
    JsonNode data;
    try {
      data = Json.read(event).path("data");
    } catch (Json.Unreadable e) {
      return new InboundEvent.Unclear(e.getMessage());
    }
    if (hook.isForeign(data)) {
      return new InboundEvent.Ignored("an event of another account");
    }
    String type = data.path("event_type").asText("");
    JsonNode payload = data.path("payload");
    if (!directMessages(data).isMissingNode()) {
      return directMessage(data);
    }
    return switch (type) {
      case "post.mention.create", "post.reply.create", "post.quote.create", FOUND ->
          post(payload, data.path("includes"));
      case "post.create" -> own(payload, data.path("includes"));
      case "post.delete" -> deleted(payload);
      case "chat.received" -> encrypted(data);
      default -> other(type, data);
    };
  }

  private static InboundEvent other(String type, JsonNode data) {
    if (OF_NO_USE.matcher(type).matches()) {
      return new InboundEvent.Ignored(type + " does not concern the desk");
    }
    if (data.isEmpty()) {
      return new InboundEvent.Ignored("nothing is told");
    }
    boolean old = false;
    for (Iterator<String> names = data.fieldNames(); names.hasNext(); ) {
      old |= OLD.matcher(names.next()).matches();
    }
    return old
        ? new InboundEvent.Ignored(
            "of the Account Activity API, which the X Activity API tells too")
        : new InboundEvent.Unclear("an event of an unknown type");
  }

  private InboundEvent post(JsonNode post, JsonNode includes) {
    String id = post.path("id").asText("");
    String author = post.path("author_id").asText("");
    if (!isId(id) || !isId(author)) {
      return new InboundEvent.Unclear("a post without its id or author");
    }
    String first = post.path("edit_history_tweet_ids").path(0).asText(id);
    String own = isId(first) ? first : id;
    String conversation = post.path("conversation_id").asText("");
    String thread = isId(conversation) ? conversation : own;
    String parent = parent(post);
    Message message =
        new Message(
            account,
            Kind.COMMENT,
            own,
            new Author(author, name(includes.path("users"), author)),
            thread,
            parent.equals(thread) || parent.isEmpty() ? null : parent,
            at(post.path("created_at")),
            words(post),
            media(post, includes.path("media")));
    // every edit has an id of its own, and ids ascend
    return author.equals(user)
        ? new InboundEvent.EchoReceived(message, null)
        : new InboundEvent.MessageReceived(message, own.equals(id) ? 0 : version(id));
  }

  private static long version(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException beyond) {
      return Long.MAX_VALUE;
    }
  }

  private InboundEvent own(JsonNode post, JsonNode includes) {
    if (!post.path("author_id").asText("").equals(user)) {
      return new InboundEvent.Ignored("a post of somebody else");
    }
    String id = post.path("id").asText("");
    return parent(post).isEmpty() && isId(id)
        ? new InboundEvent.PostPublished(account, id, at(post.path("created_at")), words(post))
        : post(post, includes);
  }

  private InboundEvent deleted(JsonNode payload) {
    String id = payload.path("id").asText(payload.path("post_id").asText(""));
    return isId(id)
        ? new InboundEvent.MessageRemoved(account, id, clock.instant())
        : new InboundEvent.Unclear("a deleted post without its id");
  }

  /** The message itself can be read on X's own site only. */
  private InboundEvent encrypted(JsonNode data) {
    JsonNode payload = data.path("payload");
    String sender = payload.path("sender_id").asText(payload.path("author_id").asText(""));
    String uuid = data.path("event_uuid").asText("");
    if (!isId(sender) || !uuid.matches("-?\\d{1,20}")) {
      return new InboundEvent.Unclear("an encrypted message without its sender");
    }
    if (sender.equals(user)) {
      return new InboundEvent.Ignored("an encrypted message of our own");
    }
    return new InboundEvent.MessageReceived(
        new Message(
            account,
            Kind.PRIVATE,
            "chat" + uuid,
            new Author(sender, ""),
            sender,
            null,
            clock.instant(),
            "Зашифрованное сообщение: открыть на x.com",
            List.of()));
  }

  /** The same in both APIs; a missing node for any other event. */
  static JsonNode directMessages(JsonNode data) {
    JsonNode holder = data.has("payload") ? data.path("payload") : data;
    JsonNode messages = holder.path("direct_message_events");
    return messages.isArray() && !messages.isEmpty() ? messages : MissingNode.getInstance();
  }

  private InboundEvent directMessage(JsonNode data) {
    JsonNode event = directMessages(data).path(0);
    JsonNode create = event.path("message_create");
    String id = event.path("id").asText("");
    String sender = create.path("sender_id").asText("");
    String recipient = create.path("target").path("recipient_id").asText("");
    if (!isId(id) || !isId(sender) || !isId(recipient)) {
      return new InboundEvent.Unclear("a private message without its id, sender or recipient");
    }
    boolean ours = sender.equals(user);
    if (!ours && !recipient.equals(user)) {
      return new InboundEvent.Ignored("a private message between others");
    }
    JsonNode content = create.path("message_data");
    JsonNode holder = data.has("payload") ? data.path("payload") : data;
    JsonNode person = holder.path("users").path(sender);
    JsonNode named = person.has("data") ? person.path("data") : person;
    Message message =
        new Message(
            account,
            Kind.PRIVATE,
            id,
            new Author(sender, ours ? "" : text(named.path("name"))),
            ours ? recipient : sender,
            null,
            at(event.path("created_timestamp")),
            words(content),
            attachment(content.path("attachment").path("media")));
    return ours
        ? new InboundEvent.EchoReceived(message, null)
        : new InboundEvent.MessageReceived(message);
  }

  private static List<Attachment> attachment(JsonNode media) {
    return media.isObject()
        ? List.of(attachment(media, text(media.path("media_url_https"))))
        : List.of();
  }

  private static Attachment attachment(JsonNode medium, String source) {
    String type = medium.path("type").asText("photo");
    return type.equals("photo")
        ? new Attachment(Attachment.Type.IMAGE, source, "")
        : new Attachment(Attachment.Type.OTHER, "", Json.clean(type));
  }

  /** A picture that the event does not name is asked for when it is fetched. */
  private static List<Attachment> media(JsonNode post, JsonNode included) {
    List<Attachment> found = new ArrayList<>();
    for (JsonNode key : post.path("attachments").path("media_keys")) {
      JsonNode medium = MissingNode.getInstance();
      for (JsonNode one : included) {
        medium = one.path("media_key").equals(key) ? one : medium;
      }
      String url = text(medium.path("url"));
      String asked = ASK_FOR + text(post.path("id")) + "/" + text(key);
      found.add(attachment(medium, url.isEmpty() ? asked : url));
    }
    return List.copyOf(found);
  }

  private static String parent(JsonNode post) {
    for (JsonNode one : post.path("referenced_tweets")) {
      if (one.path("type").asText("").equals("replied_to") && isId(one.path("id").asText(""))) {
        return one.path("id").asText();
      }
    }
    return "";
  }

  private static String name(JsonNode users, String id) {
    for (JsonNode one : users) {
      if (one.path("id").asText("").equals(id)) {
        return text(one.path("name"));
      }
    }
    return "";
  }

  /** The whole text with the addresses that X has shortened. */
  private static String words(JsonNode said) {
    JsonNode note = said.path("note_tweet");
    String text = note.has("text") ? note.path("text").asText("") : said.path("text").asText("");
    for (JsonNode url : said.path("entities").path("urls")) {
      String shortened = url.path("url").asText("");
      String expanded = url.path("expanded_url").asText("");
      if (!shortened.isEmpty() && !expanded.isEmpty()) {
        text = text.replace(shortened, expanded);
      }
    }
    return Json.clean(unescaped(text));
  }

  /** X writes these three as entities: https://docs.x.com/x-api/fundamentals, 2026-11. */
  static String unescaped(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  /** Posts tell the time as a date, private messages in milliseconds. */
  private Instant at(JsonNode time) {
    String text = time.asText("");
    try {
      boolean millis = text.matches("\\d{1,15}");
      Instant at = millis ? Instant.ofEpochMilli(Long.parseLong(text)) : Instant.parse(text);
      return at.isAfter(Instant.EPOCH) && at.isBefore(YEAR_2100) ? at : clock.instant();
    } catch (DateTimeException e) {
      return clock.instant();
    }
  }

  static boolean isId(String text) {
    return text.matches("[1-9]\\d{0,19}");
  }

  private static String text(JsonNode node) {
    return node.isNull() ? "" : Json.clean(node.asText(""));
  }
}
