package org.communitydesk.channel.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communitydesk.channel.graph.GraphEvent;
import org.communitydesk.channel.graph.GraphHook;
import org.communitydesk.channel.graph.GraphValue;
import org.communitydesk.channel.graph.MessengerEvents;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.Author;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Message;
import org.communitydesk.http.Json;

/** What the account's webhooks mean. */
final class InstagramEvents implements GraphHook.Reader {

  private static final Set<String> OF_NO_USE =
      Set.of("story_insights", "story_reactions", "follow", "creator_marketplace_projects");

  private final Account account;
  private final String own;
  private final String page;
  private final MessengerEvents talks;

  InstagramEvents(Account account, String own, String page, Clock clock) {
    this.account = account;
    this.own = own;
    this.page = page;
    this.talks = new MessengerEvents(account, clock);
  }

  /** Meta's pages disagree on whose messages of a linked account are; both ids occur. */
  @Override
  public boolean isOurs(GraphEvent event) {
    return event.owner().equals(own)
        || (event.owner().equals(page)
            && event.object().equals("instagram")
            && !event.list().equals("changes"));
  }

  @Override
  public List<GraphEvent> parts(GraphEvent event) {
    return MessengerEvents.parts(event);
  }

  @Override
  public String key(GraphEvent event) {
    if (!event.list().equals("changes")) {
      return MessengerEvents.key(event);
    }
    String comment = commentId(event.value());
    return switch (event.field()) {
      case "comments", "live_comments" -> comment.isEmpty() ? "" : "comment:" + comment;
      case "mentions" -> "mention:" + mediaId(event.value()) + ":" + comment;
      default -> "";
    };
  }

  InboundEvent understand(byte[] body) {
    GraphEvent event;
    try {
      event = GraphEvent.read(body);
    } catch (Json.Unreadable e) {
      return new InboundEvent.Unclear(e.getMessage());
    }
    if (!isOurs(event)) {
      return new InboundEvent.Ignored("an event of another account");
    }
    if (!event.list().equals("changes")) {
      return talks.understand(event);
    }
    return switch (event.field()) {
      case "comments", "live_comments" -> comment(event);
      case "mentions" -> mention(event);
      default ->
          OF_NO_USE.contains(event.field())
              ? new InboundEvent.Ignored(event.field() + " does not concern the desk")
              : new InboundEvent.Unclear("a change of an unknown field");
    };
  }

  private InboundEvent comment(GraphEvent event) {
    JsonNode value = event.value();
    String id = commentId(value);
    Optional<Instant> at = GraphValue.seconds(event.entry().path("time"));
    if (id.isEmpty() || at.isEmpty()) {
      return new InboundEvent.Unclear("a comment without id or time");
    }
    String media = mediaId(value);
    String parent = GraphValue.id(value.path("parent_id"));
    Message message =
        new Message(
            account,
            Kind.COMMENT,
            id,
            author(value, id),
            media.isEmpty() ? id : media,
            parent.isEmpty() ? null : parent,
            at.get(),
            GraphValue.text(value.path("text")),
            List.of());
    return message.author().id().equals(own)
        ? new InboundEvent.EchoReceived(message, null)
        : new InboundEvent.MessageReceived(message);
  }

  /** The minimal form of the event names no author. */
  private static Author author(JsonNode value, String id) {
    String from = GraphValue.id(value.path("from").path("id"));
    return from.isEmpty()
        ? new Author(new Mention(id, "").personId(), "")
        : new Author(from, GraphValue.text(value.path("from").path("username")));
  }

  private InboundEvent mention(GraphEvent event) {
    Mention mention = new Mention(commentId(event.value()), mediaId(event.value()));
    Optional<Instant> at = GraphValue.seconds(event.entry().path("time"));
    if (mention.mediaId().isEmpty() || at.isEmpty()) {
      return new InboundEvent.Unclear("a mention without media_id or time");
    }
    return new InboundEvent.MessageReceived(
        new Message(
            account,
            Kind.COMMENT,
            mention.externalId(),
            new Author(mention.personId(), ""),
            mention.threadId(),
            null,
            at.get(),
            mention.notice(),
            List.of(new Attachment(Attachment.Type.FILE, mention.personId(), "упоминание.txt"))));
  }

  /** One official sample says {@code comment_id}, all others {@code id}. */
  private static String commentId(JsonNode value) {
    String id = GraphValue.id(value.path("comment_id"));
    return id.isEmpty() ? GraphValue.id(value.path("id")) : id;
  }

  private static String mediaId(JsonNode value) {
    String id = GraphValue.id(value.path("media_id"));
    return id.isEmpty() ? GraphValue.id(value.path("media").path("id")) : id;
  }
}
