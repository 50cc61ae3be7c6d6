package org.communitydesk.sandbox.telegram;

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
import org.communitydesk.sandbox.world.Objection;
import org.communitydesk.sandbox.world.People;
import org.communitydesk.sandbox.world.Post;
import org.communitydesk.sandbox.world.Posts;
import org.communitydesk.sandbox.world.Simulator;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Telegram as its users see it. */
@Component
@Order(2)
class TelegramSimulator implements Simulator {

  private final Posts posts;
  private final Entries entries;
  private final People people;
  private final Bans bans;
  private final Counters counters;
  private final TelegramNotices notices;
  private final TelegramMembers members;
  private final TelegramWebhook webhook;
  private final Clock clock;

  TelegramSimulator(
      Posts posts,
      Entries entries,
      People people,
      Bans bans,
      Counters counters,
      TelegramNotices notices,
      TelegramMembers members,
      TelegramWebhook webhook,
      Clock clock) {
    this.posts = posts;
    this.entries = entries;
    this.people = people;
    this.bans = bans;
    this.counters = counters;
    this.notices = notices;
    this.members = members;
    this.webhook = webhook;
    this.clock = clock;
  }

  @Override
  public Platform platform() {
    return Telegram.PLATFORM;
  }

  @Override
  public Set<Kind> kinds() {
    return EnumSet.allOf(Kind.class);
  }

  @Override
  public void openDefaultPost() {
    publish(
        1,
        "Карта «Мир» теперь работает в приложении вашего банка: добавьте её за минуту. "
            + "Вопросы — в комментариях, ответим всем.");
  }

  @Override
  public String addPost(String text) {
    return publish(
        counters.next(
            Telegram.PLATFORM, TelegramMessages.GROUP_COUNTER, TelegramMessages.FIRST_IN_GROUP),
        text);
  }

  private String publish(long number, String text) {
    Post post = new Post(Telegram.id(Telegram.GROUP, number), number, text, clock.instant());
    posts.add(Telegram.PLATFORM, post);
    notices.forwarded(post);
    return post.id();
  }

  @Override
  public String say(Draft draft) {
    boolean comment = draft.kind() == Kind.COMMENT;
    draft.authorMustBe(
        "(?!" + Telegram.BOT + "$)[1-9]\\d{0,15}" + (comment ? "|-100[1-9]\\d{9}" : ""),
        "В Telegram у людей числовые id: authorId должен быть целым числом, например 5428138451,"
            + " а у канала, который комментирует, -1001555000111");
    if (comment) {
      bans.mustNotHold(
          Telegram.PLATFORM,
          draft.authorId(),
          "Пользователь исключён из группы: писать он не может");
    }
    String thread = comment ? draft.postId() : draft.authorId();
    String answered = answered(draft, thread);
    people.meet(Telegram.PLATFORM, draft.authorId(), draft.authorName());
    long number =
        comment
            ? counters.next(
                Telegram.PLATFORM, TelegramMessages.GROUP_COUNTER, TelegramMessages.FIRST_IN_GROUP)
            : counters.next(Telegram.PLATFORM, TelegramMessages.PRIVATE_COUNTER, 1);
    long chat = comment ? Telegram.GROUP : Long.parseLong(draft.authorId());
    Entry entry =
        new Entry(
            Telegram.id(chat, number),
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
            draft.pictures());
    notices.message("message", entries.add(Telegram.PLATFORM, entry));
    return entry.id();
  }

  private String answered(Draft draft, String thread) {
    if (draft.replyTo() == null || draft.replyTo().equals(draft.postId())) {
      return null;
    }
    return entries.answered(Telegram.PLATFORM, draft.replyTo(), thread).id();
  }

  @Override
  public void edit(Entry entry, String text) {
    entries.edit(Telegram.PLATFORM, entry.id(), text, clock.instant());
    notices.message("edited_message", entries.find(Telegram.PLATFORM, entry.id()).orElseThrow());
  }

  /** A bot is never told that a message was deleted (specification). */
  @Override
  public void remove(Entry entry) {
    entries.mark(Telegram.PLATFORM, entry.id(), true);
  }

  @Override
  public boolean polled() {
    return webhook.url().isEmpty();
  }

  @Override
  public HttpRequest.Builder delivery(Event event) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(webhook.url()))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(event.body()));
    return webhook.secret().isEmpty()
        ? request
        : request.header("X-Telegram-Bot-Api-Secret-Token", webhook.secret());
  }

  @Override
  public boolean taken(int status, String body) {
    return status / 100 == 2;
  }

  /** As a bot's ban: all that the user has written goes. */
  @Override
  public void banned(Ban ban) {
    if (!ban.userId().matches("[1-9]\\d{0,15}")) {
      throw new Objection(422, "В Telegram у людей числовые id");
    }
    members.leave(ban);
  }

  @Override
  public void unbanned(String personId) {
    notices.member(personId, "kicked", "left", 0);
  }

  /** A ban ends without a word. */
  @Override
  public void passTime(Instant now) {
    bans.end(Telegram.PLATFORM, now);
  }

  @Override
  public String link(String pictureId) {
    return "/sandbox/telegram/photo/" + pictureId;
  }
}
