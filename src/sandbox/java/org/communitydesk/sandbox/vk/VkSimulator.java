package org.communitydesk.sandbox.vk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Platform;
import org.communitydesk.sandbox.world.Ban;
import org.communitydesk.sandbox.world.Bans;
import org.communitydesk.sandbox.world.Counters;
import org.communitydesk.sandbox.world.Draft;
import org.communitydesk.sandbox.world.Entries;
import org.communitydesk.sandbox.world.Entry;
import org.communitydesk.sandbox.world.Event;
import org.communitydesk.sandbox.world.Hooks;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.Objection;
import org.communitydesk.sandbox.world.People;
import org.communitydesk.sandbox.world.Post;
import org.communitydesk.sandbox.world.Posts;
import org.communitydesk.sandbox.world.Simulator;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** VK as its users see it. */
@Component
@Order(1)
class VkSimulator implements Simulator {

  private final Posts posts;
  private final Entries entries;
  private final People people;
  private final Bans bans;
  private final Counters counters;
  private final Hooks hooks;
  private final VkNotices notices;
  private final Clock clock;

  VkSimulator(
      Posts posts,
      Entries entries,
      People people,
      Bans bans,
      Counters counters,
      Hooks hooks,
      VkNotices notices,
      Clock clock) {
    this.posts = posts;
    this.entries = entries;
    this.people = people;
    this.bans = bans;
    this.counters = counters;
    this.hooks = hooks;
    this.notices = notices;
    this.clock = clock;
  }

  @Override
  public Platform platform() {
    return Vk.PLATFORM;
  }

  @Override
  public Set<Kind> kinds() {
    return EnumSet.allOf(Kind.class);
  }

  @Override
  public void openDefaultPost() {
    publish(
        1,
        "Платите картой «Мир» и получайте кешбэк до 10 % у партнёров программы лояльности. "
            + "Остались вопросы? Спрашивайте в комментариях!");
  }

  @Override
  public String addPost(String text) {
    return publish(counters.next(Vk.PLATFORM, VkWall.COUNTER, VkWall.FIRST), text);
  }

  private String publish(long number, String text) {
    Post post = new Post(Vk.onWall(number), number, text, clock.instant());
    posts.add(Vk.PLATFORM, post);
    notices.post(post);
    return post.id();
  }

  @Override
  public String say(Draft draft) {
    draft.authorMustBe(
        "(?!" + Vk.OWNER + "$)-?[1-9]\\d{0,17}",
        "Во ВКонтакте у людей числовые id: authorId должен быть целым числом, например 101");
    long author = Long.parseLong(draft.authorId());
    Entry answered = answered(draft);
    people.meet(Vk.PLATFORM, String.valueOf(author), draft.authorName());
    boolean comment = draft.kind() == Kind.COMMENT;
    if (comment) {
      bans.mustNotHold(
          Vk.PLATFORM,
          draft.authorId(),
          "Сообщество заблокировало этого пользователя: писать он не может");
    }
    long number =
        comment
            ? counters.next(Vk.PLATFORM, VkWall.COUNTER, VkWall.FIRST)
            : counters.next(Vk.PLATFORM, VkDialogs.COUNTER, 1);
    Entry entry =
        entries.add(
            Vk.PLATFORM,
            new Entry(
                comment ? Vk.onWall(number) : Vk.inDialog(author, number),
                number,
                comment ? 0 : counters.next(Vk.PLATFORM, VkDialogs.COUNTER + author, 1),
                draft.kind(),
                comment ? draft.postId() : String.valueOf(author),
                comment && answered != null ? VkWall.root(answered) : null,
                String.valueOf(author),
                false,
                null,
                draft.text(),
                answered == null ? null : answered.id(),
                clock.instant(),
                null,
                false,
                null,
                draft.pictures()));
    if (comment) {
      notices.comment("wall_reply_new", entry);
    } else {
      notices.privateMessage("message_new", entry);
    }
    return entry.id();
  }

  private Entry answered(Draft draft) {
    String thread = draft.kind() == Kind.COMMENT ? draft.postId() : draft.authorId();
    return draft.replyTo() == null ? null : entries.answered(Vk.PLATFORM, draft.replyTo(), thread);
  }

  @Override
  public void edit(Entry entry, String text) {
    entries.edit(Vk.PLATFORM, entry.id(), text, clock.instant());
    Entry edited = entries.find(Vk.PLATFORM, entry.id()).orElseThrow();
    if (entry.kind() == Kind.COMMENT) {
      notices.comment("wall_reply_edit", edited);
    } else {
      notices.privateMessage("message_edit", edited);
    }
  }

  /** The Callback API has no event for a private message that its author deletes (schema). */
  @Override
  public void remove(Entry entry) {
    entries.mark(Vk.PLATFORM, entry.id(), true);
    if (entry.kind() == Kind.COMMENT) {
      notices.commentDeleted(entry, Long.parseLong(entry.authorId()));
    }
  }

  @Override
  public boolean polled() {
    return hooks.polled(Vk.PLATFORM);
  }

  @Override
  public HttpRequest.Builder delivery(Event event) {
    ObjectNode envelope = (ObjectNode) Json.read(event.body());
    envelope.put("secret", Vk.SECRET);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(hooks.address(Vk.PLATFORM)))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Json.write(envelope)));
    return event.attempts() == 0
        ? request
        : request.header("X-Retry-Counter", String.valueOf(event.attempts()));
  }

  @Override
  public boolean taken(int status, String body) {
    return status == 200 && body.equals("ok");
  }

  @Override
  public void banned(Ban ban) {
    if (!ban.userId().matches("[1-9]\\d{0,17}")) {
      throw new Objection(422, "Во ВКонтакте у людей числовые id");
    }
    notices.banned(ban);
  }

  @Override
  public void unbanned(String personId) {
    notices.unbanned(personId, false);
  }

  @Override
  public void passTime(Instant now) {
    bans.end(Vk.PLATFORM, now).forEach(ban -> notices.unbanned(ban.userId(), true));
  }

  @Override
  public String link(String pictureId) {
    return VkJson.link(pictureId);
  }
}
