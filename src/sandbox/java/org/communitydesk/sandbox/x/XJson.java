package org.communitydesk.sandbox.x;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.communitydesk.sandbox.world.Entries;
import org.communitydesk.sandbox.world.Entry;
import org.communitydesk.sandbox.world.Hooks;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.People;
import org.communitydesk.sandbox.world.Post;
import org.springframework.stereotype.Component;

/** Posts, private messages and people as X writes them: every id is a text. */
@Component
class XJson {

  private final Entries entries;
  private final People people;
  private final Hooks hooks;

  XJson(Entries entries, People people, Hooks hooks) {
    this.entries = entries;
    this.people = people;
    this.hooks = hooks;
  }

  ObjectNode post(Post post) {
    return basics(post.id(), X.USER, post.id(), post.text(), post.at());
  }

  /** As {@link #post(Entry)}, for timelines, which hold the brand's own posts too. */
  ObjectNode timelinePost(Entry entry) {
    return entry.id().equals(entry.threadId())
        ? basics(entry.id(), X.USER, entry.id(), entry.text(), entry.at())
        : post(entry);
  }

  ObjectNode post(Entry entry) {
    ObjectNode post =
        basics(
            entry.id(),
            entry.authorId(),
            entry.threadId(),
            entry.byBrand() ? shortened(entry.text()) : entry.text(),
            entry.at());
    String parent = entry.replyTo() == null ? entry.threadId() : entry.replyTo();
    String addressee = entries.find(X.PLATFORM, parent).map(Entry::authorId).orElse(X.USER);
    post.put("in_reply_to_tweet_id", parent).put("in_reply_to_user_id", addressee);
    post.putArray("referenced_tweets").addObject().put("type", "replied_to").put("id", parent);
    if (X.mentionsUs(entry.text())) {
      post.putObject("entities")
          .putArray("mentions")
          .addObject()
          .put("username", X.HANDLE)
          .put("id", X.USER);
    }
    if (!entry.pictures().isEmpty()) {
      ArrayNode keys = post.putObject("attachments").putArray("media_keys");
      entry.pictures().forEach(picture -> keys.add("3_" + picture));
    }
    return post;
  }

  private static ObjectNode basics(
      String id, String author, String conversation, String text, Instant at) {
    ObjectNode post =
        Json.object()
            .put("id", id)
            .put("author_id", author)
            .put("conversation_id", conversation)
            .put("text", text)
            .put("created_at", at.truncatedTo(ChronoUnit.MILLIS).toString())
            .put("reply_settings", "everyone")
            .put("lang", "ru");
    post.putArray("edit_history_tweet_ids").add(id);
    return post;
  }

  /** The people and pictures that some posts speak of. */
  ObjectNode includes(Collection<Entry> posts) {
    ObjectNode includes = Json.object();
    ArrayNode users = includes.putArray("users");
    posts.stream().map(Entry::authorId).distinct().map(this::user).forEach(users::add);
    ArrayNode media = Json.array();
    posts.stream()
        .flatMap(post -> post.pictures().stream())
        .forEach(
            picture ->
                media
                    .addObject()
                    .put("media_key", "3_" + picture)
                    .put("type", "photo")
                    .put("url", hooks.home() + link(picture)));
    if (!media.isEmpty()) {
      includes.set("media", media);
    }
    return includes;
  }

  ObjectNode user(String id) {
    return Json.object()
        .put("id", id)
        .put("username", X.handle(id))
        .put("name", id.equals(X.USER) ? X.NAME : people.get(X.PLATFORM, id).name());
  }

  /** A private message as the X Activity API takes it over from its predecessor. */
  ObjectNode directMessage(Entry entry) {
    String user = entry.threadId();
    ObjectNode payload = Json.object();
    ObjectNode event =
        payload
            .putArray("direct_message_events")
            .addObject()
            .put("type", "message_create")
            .put("id", entry.id())
            .put("created_timestamp", String.valueOf(entry.at().toEpochMilli()));
    ObjectNode create = event.putObject("message_create");
    create.putObject("target").put("recipient_id", entry.byBrand() ? user : X.USER);
    create.put("sender_id", entry.byBrand() ? X.USER : user);
    ObjectNode data = create.putObject("message_data").put("text", entry.text());
    data.putObject("entities").putArray("urls");
    if (!entry.pictures().isEmpty()) {
      data.putObject("attachment")
          .put("type", "media")
          .putObject("media")
          .put("type", "photo")
          .put("media_url_https", hooks.home() + guardedLink(entry));
    }
    payload.putObject("users").putObject(user).set("data", user(user));
    return payload;
  }

  /** A private message as API v2 lists it. */
  ObjectNode dmEvent(Entry entry) {
    return Json.object()
        .put("id", entry.id())
        .put("event_type", "MessageCreate")
        .put("text", shortened(entry.text()))
        .put("sender_id", entry.byBrand() ? X.USER : entry.authorId())
        .put("dm_conversation_id", X.conversation(entry.threadId()))
        .put("created_at", entry.at().truncatedTo(ChronoUnit.MILLIS).toString());
  }

  static String link(String picture) {
    return "/sandbox/x/photo/" + picture;
  }

  /** Pictures of private messages are given to the bearer of our token only. */
  private static String guardedLink(Entry entry) {
    String picture = entry.pictures().get(0);
    return "/sandbox/x/2/dm_conversations/media/" + entry.id() + "/" + picture + "/photo.jpg";
  }

  /** X puts its own short links in place of all others. */
  private static String shortened(String text) {
    return text.replaceAll("https?://\\S+", "https://t.co/sandbox01");
  }
}
