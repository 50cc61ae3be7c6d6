package org.communitydesk.sandbox.facebook;

import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Platform;
import org.communitydesk.sandbox.graph.GraphHook;
import org.communitydesk.sandbox.graph.Mail;
import org.communitydesk.sandbox.graph.MailNotices;
import org.communitydesk.sandbox.world.Bans;
import org.communitydesk.sandbox.world.Counters;
import org.communitydesk.sandbox.world.Draft;
import org.communitydesk.sandbox.world.Entries;
import org.communitydesk.sandbox.world.Entry;
import org.communitydesk.sandbox.world.Event;
import org.communitydesk.sandbox.world.People;
import org.communitydesk.sandbox.world.Post;
import org.communitydesk.sandbox.world.Posts;
import org.communitydesk.sandbox.world.Simulator;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Facebook as its users see it. */
@Component
@Order(3)
class FacebookSimulator implements Simulator {

  private final Posts posts;
  private final Entries entries;
  private final People people;
  private final Bans bans;
  private final Counters counters;
  private final FacebookNotices notices;
  private final Mail mail;
  private final MailNotices mailNotices;
  private final GraphHook hook;
  private final Clock clock;

  FacebookSimulator(
      Posts posts,
      Entries entries,
      People people,
      Bans bans,
      Counters counters,
      FacebookNotices notices,
      Mail mail,
      MailNotices mailNotices,
      GraphHook hook,
      Clock clock) {
    this.posts = posts;
    this.entries = entries;
    this.people = people;
    this.bans = bans;
    this.counters = counters;
    this.notices = notices;
    this.mail = mail;
    this.mailNotices = mailNotices;
    this.hook = hook;
    this.clock = clock;
  }

  @Override
  public Platform platform() {
    return Facebook.PLATFORM;
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
    posts.add(
        Facebook.PLATFORM,
        new Post(
            Facebook.FOREIGN_POST,
            Long.MAX_VALUE,
            "Чужая запись: комментарии под ней доходят, только если упоминают страницу",
            clock.instant()));
  }

  @Override
  public String addPost(String text) {
    return publish(counters.next(Facebook.PLATFORM, Facebook.COUNTER, Facebook.FIRST), text);
  }

  private String publish(long number, String text) {
    Post post = new Post(Facebook.post(number), number, text, clock.instant());
    posts.add(Facebook.PLATFORM, post);
    notices.post(post);
    return post.id();
  }

  @Override
  public String say(Draft draft) {
    draft.authorMustBe(
        "(?!" + Facebook.PAGE + "$)[1-9]\\d{0,19}",
        "На Facebook у людей числовые id: authorId должен быть числом, например 101");
    boolean comment = draft.kind() == Kind.COMMENT;
    String thread = comment ? draft.postId() : draft.authorId();
    Entry answered =
        draft.replyTo() == null
            ? null
            : entries.answered(Facebook.PLATFORM, draft.replyTo(), thread);
    people.meet(Facebook.PLATFORM, draft.authorId(), draft.authorName());
    bans.mustNotHold(
        Facebook.PLATFORM,
        draft.authorId(),
        "Страница заблокировала этого пользователя: писать он не может");
    long number = counters.next(Facebook.PLATFORM, Facebook.COUNTER, Facebook.FIRST);
    Entry entry =
        entries.add(
            Facebook.PLATFORM,
            new Entry(
                comment ? Facebook.comment(thread, number) : mail.nextId(Facebook.BOX),
                number,
                0,
                draft.kind(),
                thread,
                comment && answered != null ? FacebookComments.root(answered) : null,
                draft.authorId(),
                false,
                null,
                draft.text(),
                answered == null ? null : answered.id(),
                clock.instant(),
                null,
                false,
                null,
                draft.pictures()));
    tell(entry);
    return entry.id();
  }

  private void tell(Entry entry) {
    if (entry.kind() == Kind.PRIVATE) {
      mailNotices.said(Facebook.BOX, entry);
    } else if (entry.threadId().equals(Facebook.FOREIGN_POST)) {
      notices.mention(entry);
    } else {
      notices.comment("add", entry);
    }
  }

  @Override
  public void edit(Entry entry, String text) {
    entries.edit(Facebook.PLATFORM, entry.id(), text, clock.instant());
    Entry edited = entries.find(Facebook.PLATFORM, entry.id()).orElseThrow();
    if (entry.kind() == Kind.COMMENT) {
      notices.comment("edited", edited);
    } else {
      mailNotices.edited(Facebook.BOX, edited);
    }
  }

  @Override
  public void remove(Entry entry) {
    entries.mark(Facebook.PLATFORM, entry.id(), true);
    if (entry.kind() == Kind.COMMENT) {
      notices.comment("remove", entry);
    } else {
      mailNotices.unsent(Facebook.BOX, entry);
    }
  }

  @Override
  public boolean polled() {
    return false;
  }

  @Override
  public HttpRequest.Builder delivery(Event event) {
    return hook.delivery(Facebook.PLATFORM, event);
  }

  @Override
  public boolean taken(int status, String body) {
    return hook.taken(status);
  }

  @Override
  public void passTime(Instant now) {
    // Meta's blocks have no end.
  }

  @Override
  public String link(String pictureId) {
    return MailNotices.link(Facebook.BOX, pictureId);
  }
}
