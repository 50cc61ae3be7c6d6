package org.communitydesk.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.communitydesk.conversation.Kind;
import org.communitydesk.sandbox.world.Ban;
import org.communitydesk.sandbox.world.Bans;
import org.communitydesk.sandbox.world.Draft;
import org.communitydesk.sandbox.world.Objection;
import org.communitydesk.sandbox.world.People;
import org.communitydesk.sandbox.world.Pictures;
import org.communitydesk.sandbox.world.Post;
import org.communitydesk.sandbox.world.Posts;
import org.communitydesk.sandbox.world.Reach;
import org.communitydesk.sandbox.world.Simulator;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What users and the brand do on the platforms themselves. */
@RestController
@RequestMapping("/sandbox/api/{platform}")
class PlayApi {

  private final Stage stage;
  private final Posts posts;
  private final Pictures pictures;
  private final People people;
  private final Bans bans;
  private final Clock clock;

  PlayApi(Stage stage, Posts posts, Pictures pictures, People people, Bans bans, Clock clock) {
    this.stage = stage;
    this.posts = posts;
    this.pictures = pictures;
    this.people = people;
    this.bans = bans;
    this.clock = clock;
  }

  @PostMapping("/posts")
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, String> post(
      @PathVariable String platform, @RequestBody(required = false) byte[] bytes) {
    Simulator simulator = stage.of(platform);
    String text = Body.of(bytes).required("text");
    return Map.of("postId", stage.act(simulator, on -> on.addPost(text)));
  }

  @PostMapping("/messages")
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, String> write(
      @PathVariable String platform, @RequestBody(required = false) byte[] bytes) {
    Simulator simulator = stage.of(platform);
    Body body = Body.of(bytes);
    return Map.of("messageId", stage.act(simulator, on -> on.say(draft(on, body))));
  }

  private Draft draft(Simulator simulator, Body body) {
    Kind kind = kind(simulator, body.optional("kind"));
    String image = body.optional("imageUrl");
    String text = body.optional("text");
    if (text == null && image == null) {
      throw new Objection(
          400, "Не хватает поля text: сообщение без текста и картинки не отправить");
    }
    return new Draft(
        body.required("authorId"),
        body.optional("authorName"),
        text == null ? "" : text,
        kind,
        kind == Kind.COMMENT ? postId(simulator, body.optional("postId")) : null,
        body.optional("replyTo"),
        image == null ? List.of() : List.of(pictures.keep(image)));
  }

  private static Kind kind(Simulator simulator, String name) {
    Kind kind =
        switch (name == null ? "comment" : name.toLowerCase(Locale.ROOT)) {
          case "comment" -> Kind.COMMENT;
          case "private" -> Kind.PRIVATE;
          default -> throw new Objection(400, "Поле kind: comment или private");
        };
    if (!simulator.kinds().contains(kind)) {
      throw new Objection(
          422,
          simulator.platform().title()
              + (kind == Kind.COMMENT ? ": комментариев нет" : ": личных сообщений нет"));
    }
    return kind;
  }

  private String postId(Simulator simulator, String asked) {
    return posts.all(simulator.platform()).stream()
        .map(Post::id)
        .filter(id -> asked == null || id.equals(asked))
        .findFirst()
        .orElseThrow(() -> new Objection(400, "Нет поста " + asked));
  }

  @PutMapping("/reach")
  Map<String, String> reach(
      @PathVariable String platform, @RequestBody(required = false) byte[] bytes) {
    Body body = Body.of(bytes);
    String person = body.required("userId");
    Reach reach =
        Reach.of(body.required("reach"))
            .orElseThrow(() -> new Objection(400, "Поле reach: reachable, unreachable или left"));
    return stage.act(
        stage.of(platform),
        on -> {
          on.reach(person, reach);
          return Map.of("userId", person, "reach", reach.id());
        });
  }

  @PutMapping("/people/{userId}")
  Map<String, Object> person(
      @PathVariable String platform,
      @PathVariable String userId,
      @RequestBody(required = false) byte[] bytes) {
    int followers = Body.of(bytes).count("followers", 0);
    return stage.act(
        stage.of(platform),
        on -> {
          people.meet(on.platform(), userId, null);
          people.follow(on.platform(), userId, followers);
          return Map.of("userId", userId, "followers", followers);
        });
  }

  /** What an administrator does on the platform's own pages, past the desk. */
  @PutMapping("/bans/{userId}")
  Map<String, String> ban(
      @PathVariable String platform,
      @PathVariable String userId,
      @RequestBody(required = false) byte[] bytes) {
    Instant until = bytes == null ? null : Body.of(bytes).instant("until");
    Ban ban = new Ban(userId, until, clock.instant(), 0, "");
    return stage.act(
        stage.of(platform),
        on -> {
          people.meet(on.platform(), userId, null);
          bans.set(on.platform(), ban);
          on.banned(ban);
          return Map.of("userId", userId);
        });
  }

  @DeleteMapping("/bans/{userId}")
  Map<String, String> unban(@PathVariable String platform, @PathVariable String userId) {
    return stage.act(
        stage.of(platform),
        on -> {
          if (!bans.lift(on.platform(), userId)) {
            throw new Objection(404, "Пользователь " + userId + " не заблокирован");
          }
          on.unbanned(userId);
          return Map.of("userId", userId);
        });
  }

  @PutMapping("/messages/{id}")
  Map<String, String> edit(
      @PathVariable String platform,
      @PathVariable String id,
      @RequestBody(required = false) byte[] bytes) {
    Simulator simulator = stage.of(platform);
    String text = Body.of(bytes).required("text");
    return stage.act(
        simulator,
        on -> {
          on.edit(stage.own(on, id), text);
          return Map.of("messageId", id);
        });
  }

  @DeleteMapping("/messages/{id}")
  Map<String, String> remove(@PathVariable String platform, @PathVariable String id) {
    return stage.act(
        stage.of(platform),
        on -> {
          on.remove(stage.own(on, id));
          return Map.of("messageId", id);
        });
  }
}
