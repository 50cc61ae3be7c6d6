package org.communitydesk.sandbox.ok;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Platform;
import org.communitydesk.sandbox.world.Bans;
import org.communitydesk.sandbox.world.Counters;
import org.communitydesk.sandbox.world.Draft;
import org.communitydesk.sandbox.world.Entries;
import org.communitydesk.sandbox.world.Entry;
import org.communitydesk.sandbox.world.Event;
import org.communitydesk.sandbox.world.Events;
import org.communitydesk.sandbox.world.Hooks;
import org.communitydesk.sandbox.world.People;
import org.communitydesk.sandbox.world.Post;
import org.communitydesk.sandbox.world.Posts;
import org.communitydesk.sandbox.world.Simulator;
import org.communitydesk.sandbox.world.Values;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Odnoklassniki as its users see it. */
@Component
@Order(7)
class OkSimulator implements Simulator {

  static final String COMMENT_COUNTER = "comment";
  static final String MESSAGE_COUNTER = "message";
  static final String UNSUBSCRIBED = "hook unsubscribed";

  private static final String TOPIC_COUNTER = "topic";

  /** Older comments nobody reads again, so waiting for that would never end. */
  private static final Duration READ_AGAIN = Duration.ofDays(3);

  private final Posts posts;
  private final Entries entries;
  private final People people;
  private final Bans bans;
  private final Counters counters;
  private final Events events;
  private final Values values;
  private final Hooks hooks;
  private final OkJson json;
  private final Clock clock;

  OkSimulator(
      Posts posts,
      Entries entries,
      People people,
      Bans bans,
      Counters counters,
      Events events,
      Values values,
      Hooks hooks,
      OkJson json,
      Clock clock) {
    this.posts = posts;
    this.entries = entries;
    this.people = people;
    this.bans = bans;
    this.counters = counters;
    this.events = events;
    this.values = values;
    this.hooks = hooks;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public Platform platform() {
    return Ok.PLATFORM;
  }

  @Override
  public Set<Kind> kinds() {
    return EnumSet.allOf(Kind.class);
  }

  @Override
  public void openDefaultPost() {
    publish(
        1,
        "Карта «Мир»: скидки в любимых магазинах каждый день. "
            + "Пишите в комментариях, если что-то не получилось, — поможем!");
  }

  @Override
  public String addPost(String text) {
    return publish(counters.next(Ok.PLATFORM, TOPIC_COUNTER, 2), text);
  }

  private String publish(long number, String text) {
    Post post = new Post(Ok.topic(number), number, text, clock.instant());
    posts.add(Ok.PLATFORM, post);
    return post.id();
  }

  @Override
  public String say(Draft draft) {
    draft.authorMustBe(
        "(?!" + Ok.GROUP + "$)[1-9]\\d{0,14}",
        "В Одноклассниках у людей числовые id: authorId должен быть целым числом, например 571234567890");
    boolean comment = draft.kind() == Kind.COMMENT;
    if (comment) {
      bans.mustNotHold(
          Ok.PLATFORM, draft.authorId(), "Пользователь заблокирован в группе: писать он не может");
    }
    String thread = comment ? draft.postId() : Ok.chat(draft.authorId());
    String answered = answered(draft, thread);
    people.meet(Ok.PLATFORM, draft.authorId(), draft.authorName());
    long number = counters.next(Ok.PLATFORM, comment ? COMMENT_COUNTER : MESSAGE_COUNTER, 1);
    Entry entry =
        entries.add(
            Ok.PLATFORM,
            new Entry(
                comment ? Ok.comment(thread, number) : Ok.message(thread, number),
                number,
                0,
                draft.kind(),
                thread,
                null,
                draft.authorId(),
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
      events.offer(Ok.PLATFORM, entry.id());
    } else if (values.get(Ok.PLATFORM, UNSUBSCRIBED).isEmpty()) {
      events.add(
          Ok.PLATFORM,
          thread,
          event ->
              json.message(entry)
                  .put("webhookType", "MESSAGE_CREATED")
                  .put("group_id", Ok.GROUP_REF));
    }
    return entry.id();
  }

  private String answered(Draft draft, String thread) {
    if (draft.replyTo() == null || draft.replyTo().equals(draft.postId())) {
      return null;
    }
    return entries.answered(Ok.PLATFORM, draft.replyTo(), thread).id();
  }

  /** An edit of a private message is told to nobody (documentation). */
  @Override
  public void edit(Entry entry, String text) {
    entries.edit(Ok.PLATFORM, entry.id(), text, clock.instant());
    offer(entry);
  }

  @Override
  public void remove(Entry entry) {
    entries.mark(Ok.PLATFORM, entry.id(), true);
    offer(entry);
  }

  void offer(Entry entry) {
    boolean readAgain = entry.at().isAfter(clock.instant().minus(READ_AGAIN));
    if (entry.kind() == Kind.COMMENT && readAgain) {
      events.offer(Ok.PLATFORM, entry.id());
    }
  }

  /** Messages are told by webhook; comments are offered. */
  @Override
  public boolean polled() {
    return false;
  }

  @Override
  public HttpRequest.Builder delivery(Event event) {
    return HttpRequest.newBuilder(URI.create(hooks.address(Ok.PLATFORM) + "/" + Ok.HOOK_KEY))
        .header("Content-Type", "application/json;charset=utf-8")
        .POST(HttpRequest.BodyPublishers.ofString(event.body()));
  }

  @Override
  public boolean taken(int status, String body) {
    return status == 200;
  }

  @Override
  public void passTime(Instant now) {
    bans.end(Ok.PLATFORM, now);
  }

  @Override
  public String link(String pictureId) {
    return OkJson.link(pictureId);
  }
}
