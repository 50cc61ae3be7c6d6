package org.communitydesk.sandbox.instagram;

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
import org.communitydesk.sandbox.world.Objection;
import org.communitydesk.sandbox.world.People;
import org.communitydesk.sandbox.world.Post;
import org.communitydesk.sandbox.world.Posts;
import org.communitydesk.sandbox.world.Simulator;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Instagram as its users see it. */
@Component
@Order(4)
class InstagramSimulator implements Simulator {

  private final Posts posts;
  private final Entries entries;
  private final People people;
  private final Bans bans;
  private final Counters counters;
  private final InstagramNotices notices;
  private final Mail mail;
  private final MailNotices mailNotices;
  private final GraphHook hook;
  private final Clock clock;

  InstagramSimulator(
      Posts posts,
      Entries entries,
      People people,
      Bans bans,
      Counters counters,
      InstagramNotices notices,
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
    return Instagram.PLATFORM;
  }

  @Override
  public Set<Kind> kinds() {
    return EnumSet.allOf(Kind.class);
  }

  @Override
  public void openDefaultPost() {
    publish(
        Instagram.DEFAULT_POST,
        "Платите картой «Мир» и получайте кешбэк до 10 % у партнёров программы лояльности. "
            + "Остались вопросы? Спрашивайте в комментариях!");
    publish(
        Long.parseLong(Instagram.FOREIGN_MEDIA),
        "Чужая публикация: комментарии под ней доходят, только если упоминают аккаунт");
  }

  @Override
  public String addPost(String text) {
    return publish(counters.next(Instagram.PLATFORM, Instagram.COUNTER, Instagram.FIRST), text);
  }

  /** No webhook tells of the account's own media. */
  private String publish(long number, String text) {
    Post post = new Post(String.valueOf(number), number, text, clock.instant());
    posts.add(Instagram.PLATFORM, post);
    return post.id();
  }

  @Override
  public String say(Draft draft) {
    draft.authorMustBe(
        "(?!" + Instagram.ACCOUNT + "$)[1-9]\\d{0,19}",
        "В Instagram у людей числовые id: authorId должен быть числом, например 101");
    boolean comment = draft.kind() == Kind.COMMENT;
    if (comment && !draft.pictures().isEmpty()) {
      throw new Objection(422, "В Instagram к комментарию не прикладывают картинок");
    }
    String thread = comment ? draft.postId() : draft.authorId();
    Entry answered =
        draft.replyTo() == null
            ? null
            : entries.answered(Instagram.PLATFORM, draft.replyTo(), thread);
    people.meet(Instagram.PLATFORM, draft.authorId(), draft.authorName());
    bans.mustNotHold(
        Instagram.PLATFORM,
        draft.authorId(),
        "Аккаунт заблокировал этого пользователя: писать он не может");
    long number = counters.next(Instagram.PLATFORM, Instagram.COUNTER, Instagram.FIRST);
    Entry entry =
        entries.add(
            Instagram.PLATFORM,
            new Entry(
                comment ? String.valueOf(number) : mail.nextId(Instagram.BOX),
                number,
                0,
                draft.kind(),
                thread,
                comment && answered != null ? InstagramComments.root(answered) : null,
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
      mailNotices.said(Instagram.BOX, entry);
    } else if (entry.threadId().equals(Instagram.FOREIGN_MEDIA)) {
      notices.mention(entry);
    } else {
      notices.comment(entry);
    }
  }

  @Override
  public void edit(Entry entry, String text) {
    if (entry.kind() == Kind.COMMENT) {
      throw new Objection(422, "В Instagram комментарий изменить нельзя");
    }
    entries.edit(Instagram.PLATFORM, entry.id(), text, clock.instant());
    mailNotices.edited(Instagram.BOX, entries.find(Instagram.PLATFORM, entry.id()).orElseThrow());
  }

  /** No webhook tells of a comment that its author deletes. */
  @Override
  public void remove(Entry entry) {
    entries.mark(Instagram.PLATFORM, entry.id(), true);
    if (entry.kind() == Kind.PRIVATE) {
      mailNotices.unsent(Instagram.BOX, entry);
    }
  }

  @Override
  public boolean polled() {
    return false;
  }

  @Override
  public HttpRequest.Builder delivery(Event event) {
    return hook.delivery(Instagram.PLATFORM, event);
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
    return MailNotices.link(Instagram.BOX, pictureId);
  }
}
