package org.communitydesk.sandbox.x;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Platform;
import org.communitydesk.http.Hmac;
import org.communitydesk.http.Secret;
import org.communitydesk.sandbox.world.Bans;
import org.communitydesk.sandbox.world.Counters;
import org.communitydesk.sandbox.world.Draft;
import org.communitydesk.sandbox.world.Entries;
import org.communitydesk.sandbox.world.Entry;
import org.communitydesk.sandbox.world.Event;
import org.communitydesk.sandbox.world.Hooks;
import org.communitydesk.sandbox.world.Objection;
import org.communitydesk.sandbox.world.People;
import org.communitydesk.sandbox.world.Post;
import org.communitydesk.sandbox.world.Posts;
import org.communitydesk.sandbox.world.Simulator;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** X as its users see it. */
@Component
@Order(6)
class XSimulator implements Simulator {

  private final Posts posts;
  private final Entries entries;
  private final People people;
  private final Bans bans;
  private final Counters counters;
  private final Hooks hooks;
  private final XUsers users;
  private final XNotices notices;
  private final Clock clock;

  XSimulator(
      Posts posts,
      Entries entries,
      People people,
      Bans bans,
      Counters counters,
      Hooks hooks,
      XUsers users,
      XNotices notices,
      Clock clock) {
    this.posts = posts;
    this.entries = entries;
    this.people = people;
    this.bans = bans;
    this.counters = counters;
    this.hooks = hooks;
    this.users = users;
    this.notices = notices;
    this.clock = clock;
  }

  @Override
  public Platform platform() {
    return X.PLATFORM;
  }

  @Override
  public Set<Kind> kinds() {
    return EnumSet.allOf(Kind.class);
  }

  @Override
  public void openDefaultPost() {
    publish(
        1,
        "Карта «Мир» — в вашем телефоне. Вопросы пишите сюда и отмечайте @mir: ответим быстрее.");
  }

  @Override
  public String addPost(String text) {
    return publish(counters.next(X.PLATFORM, X.COUNTER, 2), text);
  }

  private String publish(long number, String text) {
    Post post = new Post(X.id(number), number, text, clock.instant());
    posts.add(X.PLATFORM, post);
    notices.posted(post);
    return post.id();
  }

  @Override
  public String say(Draft draft) {
    String author = draft.authorId();
    draft.authorMustBe(
        "(?!" + X.USER + "$)[1-9]\\d{0,17}",
        "На X у людей числовые id: authorId должен быть целым числом, например 2222222222");
    boolean comment = draft.kind() == Kind.COMMENT;
    String blocked = "Бренд заблокировал этого пользователя: писать он не может";
    bans.mustNotHold(X.PLATFORM, author, blocked);
    if (!comment && users.isDmBlocked(author)) {
      throw new Objection(409, blocked);
    }
    String thread = comment ? draft.postId() : author;
    String answered = answered(draft, thread);
    people.meet(X.PLATFORM, author, draft.authorName());
    long number = counters.next(X.PLATFORM, X.COUNTER, 2);
    Entry entry =
        entries.add(
            X.PLATFORM,
            new Entry(
                X.id(number),
                number,
                0,
                draft.kind(),
                thread,
                null,
                author,
                false,
                null,
                draft.text(),
                answered,
                clock.instant(),
                null,
                false,
                null,
                draft.pictures()));
    if (comment) {
      notices.written(entry);
    } else {
      notices.privateMessage(entry);
    }
    return entry.id();
  }

  private String answered(Draft draft, String thread) {
    if (draft.replyTo() == null || draft.replyTo().equals(draft.postId())) {
      return null;
    }
    return entries.answered(X.PLATFORM, draft.replyTo(), thread).id();
  }

  /** An edit makes a new post and is not known to raise an event for others' posts (2026-11). */
  @Override
  public void edit(Entry entry, String text) {
    throw new Objection(422, "X не сообщает бренду о правках чужих сообщений");
  }

  /** {@code post.delete} is told of our own posts only. */
  @Override
  public void remove(Entry entry) {
    if (entry.kind() == Kind.PRIVATE) {
      throw new Objection(422, "На X личное сообщение удаляется только у того, кто удалил");
    }
    entries.mark(X.PLATFORM, entry.id(), true);
  }

  /** Hooks are told whether or not the desk also asks. */
  @Override
  public boolean polled() {
    return false;
  }

  @Override
  public HttpRequest.Builder delivery(Event event) {
    byte[] body = event.body().getBytes(StandardCharsets.UTF_8);
    return HttpRequest.newBuilder(URI.create(hooks.address(X.PLATFORM)))
        .header("Content-Type", "application/json")
        .header("x-twitter-webhooks-signature", "sha256=" + Hmac.base64(Secret.of(X.SECRET), body))
        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
  }

  @Override
  public boolean taken(int status, String body) {
    return status == 200;
  }

  @Override
  public void passTime(Instant now) {
    bans.end(X.PLATFORM, now);
  }

  @Override
  public String link(String pictureId) {
    return XJson.link(pictureId);
  }
}
