package org.communitydesk.channel.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
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

/** What the Page's webhooks mean. */
final class FacebookEvents implements GraphHook.Reader {

  static final String NAMELESS = "mention_";

  private static final Set<String> POSTS =
      Set.of("post", "status", "photo", "video", "share", "album", "link", "note", "event");

  private static final Set<String> OF_NO_USE =
      Set.of("like", "reaction", "rating", "milestone", "picture", "cover", "live_video");

  private static final Set<String> OTHER_FIELDS =
      Set.of(
          """
          ratings conversations about affiliation attire awards band_members bio birthday budget
          category checkins company_overview culinary_team current_location description email
          founded general_info general_manager hometown hours influences location members mission
          name parking payment_options personal_info personal_interests phone plot press_contact
          price_range produced_by products public_transit record_label release_date
          restaurant_services restaurant_specialties schedule screenplay_by season starring
          studio videos website written_by genre founding_year picture cover leadgen
          live_videos page_upcoming_change page_change\
          """
              .split("\\s+"));

  private final Account account;
  private final String page;
  private final Clock clock;
  private final MessengerEvents talks;

  FacebookEvents(Account account, String page, Clock clock) {
    this.account = account;
    this.page = page;
    this.clock = clock;
    this.talks = new MessengerEvents(account, clock);
  }

  @Override
  public boolean isOurs(GraphEvent event) {
    return event.owner().equals(page);
  }

  @Override
  public List<GraphEvent> parts(GraphEvent event) {
    return MessengerEvents.parts(event);
  }

  /** An edit can come back to an old text: only new things are known by their id alone. */
  @Override
  public String key(GraphEvent event) {
    if (!event.list().equals("changes")) {
      return MessengerEvents.key(event);
    }
    JsonNode value = event.value();
    String about = id(value, "comment_id").isEmpty() ? "post_id" : "comment_id";
    String verb = GraphValue.text(value.path("verb"));
    String item = GraphValue.text(value.path("item"));
    if (id(value, about).isEmpty() || !(item.equals("comment") || POSTS.contains(item))) {
      return "";
    }
    String key = String.join(":", event.field(), item, verb, id(value, about));
    return verb.equals("add")
        ? key
        : key
            + ":"
            + event.entry().path("time").asText("")
            + ":"
            + DigestUtils.sha256Hex(value.path("message").asText("")).substring(0, 16);
  }

  InboundEvent understand(byte[] body) {
    GraphEvent event;
    try {
      event = GraphEvent.read(body);
    } catch (Json.Unreadable e) {
      return new InboundEvent.Unclear(e.getMessage());
    }
    if (!isOurs(event)) {
      return new InboundEvent.Ignored("an event of another page");
    }
    if (!event.list().equals("changes")) {
      return talks.understand(event);
    }
    return switch (event.field()) {
      case "feed", "mention" -> told(event);
      default ->
          OTHER_FIELDS.contains(event.field())
              ? new InboundEvent.Ignored(event.field() + " does not concern the desk")
              : new InboundEvent.Unclear("a change of an unknown field");
    };
  }

  private InboundEvent told(GraphEvent event) {
    String item = GraphValue.text(event.value().path("item"));
    if (item.equals("comment")) {
      return comment(event);
    }
    if (POSTS.contains(item)) {
      return post(event);
    }
    return OF_NO_USE.contains(item)
        ? new InboundEvent.Ignored(item + " does not concern the desk")
        : new InboundEvent.Unclear("a change of an unknown item");
  }

  private InboundEvent comment(GraphEvent event) {
    JsonNode value = event.value();
    String id = id(value, "comment_id");
    if (id.isEmpty()) {
      return new InboundEvent.Unclear("a comment without comment_id");
    }
    String post = id(value, "post_id");
    String parent = id(value, "parent_id");
    String thread = post.isEmpty() ? id : post;
    String answered = parent.isEmpty() || parent.equals(post) ? null : parent;
    return change(event, id, thread, answered);
  }

  private InboundEvent post(GraphEvent event) {
    JsonNode value = event.value();
    String id = id(value, "post_id");
    String verb = GraphValue.text(value.path("verb"));
    if (id.isEmpty()) {
      return new InboundEvent.Unclear("a post without post_id");
    }
    Optional<Instant> at = at(event);
    boolean ours = event.field().equals("feed") && isOurs(value);
    if (!ours) {
      return change(event, id, id, null);
    }
    if (value.path("published").asText("1").equals("0")) {
      return new InboundEvent.Ignored("a post that is not published yet");
    }
    return verb.matches("add|edit|edited|update") && at.isPresent()
        ? new InboundEvent.PostPublished(account, id, at.get(), text(value))
        : new InboundEvent.Ignored("a post of ours: " + verb);
  }

  private InboundEvent change(GraphEvent event, String id, String thread, String answered) {
    JsonNode value = event.value();
    String verb = GraphValue.text(value.path("verb"));
    Optional<Instant> at = at(event);
    if (verb.equals("remove") || verb.equals("delete")) {
      return new InboundEvent.MessageRemoved(account, id, at.orElseGet(clock::instant));
    }
    if (verb.matches("hide|unhide|follow|mute|block|unblock")) {
      return new InboundEvent.Ignored("a comment or post: " + verb);
    }
    if (at.isEmpty()) {
      return new InboundEvent.Unclear("without a possible time");
    }
    Message message =
        new Message(
            account,
            Kind.COMMENT,
            id,
            author(value, id),
            thread,
            answered,
            at.get(),
            text(value),
            attachments(value));
    if (isOurs(value)) {
      return new InboundEvent.EchoReceived(message, null);
    }
    return switch (verb) {
      case "add" -> new InboundEvent.MessageReceived(message);
      case "edit", "edited", "update" -> edited(event, message);
      default -> new InboundEvent.Unclear("an unknown verb");
    };
  }

  /** In the order of the changes; of two in one second the one that was told later is later. */
  private static InboundEvent edited(GraphEvent event, Message message) {
    long changed = message.at().getEpochSecond();
    long told =
        GraphValue.seconds(event.entry().path("time")).map(Instant::getEpochSecond).orElse(changed);
    long later = Math.min(Math.max(told - changed, 0), Integer.MAX_VALUE);
    long version = (changed << (Integer.SIZE - 1)) | later;
    return new InboundEvent.MessageEdited(
        message, version, event.value().path("message").isTextual());
  }

  private boolean isOurs(JsonNode value) {
    return sender(value).equals(page);
  }

  /** Old payloads name the author in {@code sender_id}, a mention does not name him at all. */
  private static Author author(JsonNode value, String id) {
    String sender = sender(value);
    String name = GraphValue.text(value.path("from").path("name"));
    return sender.isEmpty()
        ? new Author(GraphValue.key(NAMELESS + id), "")
        : new Author(sender, name.isEmpty() ? GraphValue.text(value.path("sender_name")) : name);
  }

  private static String sender(JsonNode value) {
    String from = GraphValue.id(value.path("from").path("id"));
    return from.isEmpty() ? id(value, "sender_id") : from;
  }

  private static Optional<Instant> at(GraphEvent event) {
    return GraphValue.seconds(event.value().path("created_time"))
        .or(() -> GraphValue.seconds(event.entry().path("time")));
  }

  private static List<Attachment> attachments(JsonNode value) {
    List<Attachment> found = new ArrayList<>();
    image(found, value.path("photo"));
    value.path("photos").forEach(photo -> image(found, photo));
    if (value.path("item").asText("").equals("photo")) {
      image(found, value.path("link"));
    }
    String video = GraphValue.text(value.path("video"));
    if (!video.isEmpty()) {
      found.add(new Attachment(Attachment.Type.FILE, video, ""));
    }
    return List.copyOf(found);
  }

  private static void image(List<Attachment> found, JsonNode link) {
    String address = GraphValue.text(link);
    if (!address.isEmpty()) {
      found.add(new Attachment(Attachment.Type.IMAGE, address, ""));
    }
  }

  private static String text(JsonNode value) {
    return GraphValue.text(value.path("message"));
  }

  private static String id(JsonNode value, String field) {
    return GraphValue.id(value.path(field));
  }
}
