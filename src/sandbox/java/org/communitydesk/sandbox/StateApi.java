package org.communitydesk.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.communitydesk.conversation.Platform;
import org.communitydesk.sandbox.world.Bans;
import org.communitydesk.sandbox.world.CallLog;
import org.communitydesk.sandbox.world.Entries;
import org.communitydesk.sandbox.world.Entry;
import org.communitydesk.sandbox.world.Faults;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.People;
import org.communitydesk.sandbox.world.Person;
import org.communitydesk.sandbox.world.Pictures;
import org.communitydesk.sandbox.world.Posts;
import org.communitydesk.sandbox.world.Simulator;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a platform looks like now. */
@RestController
class StateApi {

  private final Stage stage;
  private final Entries entries;
  private final Posts posts;
  private final People people;
  private final Bans bans;
  private final Faults faults;
  private final Pictures pictures;
  private final CallLog calls;
  private final Clock clock;

  StateApi(
      Stage stage,
      Entries entries,
      Posts posts,
      People people,
      Bans bans,
      Faults faults,
      Pictures pictures,
      CallLog calls,
      Clock clock) {
    this.stage = stage;
    this.entries = entries;
    this.posts = posts;
    this.people = people;
    this.bans = bans;
    this.faults = faults;
    this.pictures = pictures;
    this.calls = calls;
    this.clock = clock;
  }

  /**
   * @param last how many of the newest messages to show
   */
  @GetMapping(path = "/sandbox/api/{platform}/state", produces = MediaType.APPLICATION_JSON_VALUE)
  String state(@PathVariable String platform, @RequestParam(defaultValue = "2147483647") int last) {
    Simulator simulator = stage.of(platform);
    Platform of = simulator.platform();
    Map<String, String> names =
        people.all(of).stream().collect(Collectors.toMap(Person::id, Person::name));
    ObjectNode state = Json.object();
    ArrayNode messages = state.putArray("messages");
    entries
        .newest(of, Math.max(1, last))
        .forEach(entry -> messages.add(message(simulator, entry, names)));
    ArrayNode banned = state.putArray("bans");
    bans.all(of)
        .forEach(
            ban ->
                banned
                    .addObject()
                    .put("userId", ban.userId())
                    .put("userName", names.get(ban.userId()))
                    .put("until", ban.until() == null ? null : ban.until().toString()));
    ArrayNode called = state.putArray("calls");
    calls
        .newest(of)
        .forEach(
            call ->
                called
                    .addObject()
                    .put("at", call.at().toString())
                    .put("method", call.method())
                    .put("path", call.path())
                    .put("status", call.status()));
    ArrayNode written = state.putArray("posts");
    posts
        .all(of)
        .forEach(
            post ->
                written
                    .addObject()
                    .put("postId", post.id())
                    .put("at", post.at().toString())
                    .put("text", post.text()));
    ArrayNode ordered = state.putArray("faults");
    faults
        .open(of)
        .forEach((fault, times) -> ordered.addObject().put("kind", fault.id()).put("times", times));
    state.put("tokenExpired", faults.tokenExpired(of)).put("now", clock.instant().toString());
    return Json.write(state);
  }

  private ObjectNode message(Simulator simulator, Entry entry, Map<String, String> names) {
    ObjectNode message =
        Json.object()
            .put("id", entry.id())
            .put("at", entry.at().toString())
            .put("postId", entry.threadId())
            .put("authorId", entry.authorId())
            .put("authorName", names.get(entry.authorId()))
            .put("text", entry.text())
            .put("kind", entry.kind().name().toLowerCase(Locale.ROOT))
            .put("replyTo", entry.replyTo())
            .put("to", entry.recipientId())
            .put("hidden", entry.hidden())
            .put("deleted", entry.deleted())
            .put("edited", entry.editedAt() != null)
            .put("byBrand", entry.byBrand());
    ArrayNode attachments = message.putArray("attachments");
    entry
        .pictures()
        .forEach(
            id ->
                attachments
                    .addObject()
                    .put("type", pictures.isFile(id) ? "file" : "photo")
                    .put("url", simulator.link(id)));
    return message;
  }
}
