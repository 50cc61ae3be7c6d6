package org.communitydesk.sandbox.viber;

import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Platform;
import org.communitydesk.sandbox.world.Ban;
import org.communitydesk.sandbox.world.Counters;
import org.communitydesk.sandbox.world.Draft;
import org.communitydesk.sandbox.world.Entries;
import org.communitydesk.sandbox.world.Entry;
import org.communitydesk.sandbox.world.Event;
import org.communitydesk.sandbox.world.Objection;
import org.communitydesk.sandbox.world.People;
import org.communitydesk.sandbox.world.Reach;
import org.communitydesk.sandbox.world.Reaches;
import org.communitydesk.sandbox.world.Simulator;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Viber as its users see it: a chat with the bot and nothing else. */
@Component
@Order(8)
class ViberSimulator implements Simulator {

  private final Entries entries;
  private final People people;
  private final Reaches reaches;
  private final Counters counters;
  private final ViberNotices notices;
  private final ViberWebhook webhook;
  private final Clock clock;

  ViberSimulator(
      Entries entries,
      People people,
      Reaches reaches,
      Counters counters,
      ViberNotices notices,
      ViberWebhook webhook,
      Clock clock) {
    this.entries = entries;
    this.people = people;
    this.reaches = reaches;
    this.counters = counters;
    this.notices = notices;
    this.webhook = webhook;
    this.clock = clock;
  }

  @Override
  public Platform platform() {
    return Viber.PLATFORM;
  }

  @Override
  public Set<Kind> kinds() {
    return EnumSet.of(Kind.PRIVATE);
  }

  /** A bot has no posts. */
  @Override
  public void openDefaultPost() {}

  @Override
  public String addPost(String text) {
    throw new Objection(422, "Viber: у бота нет постов");
  }

  @Override
  public String say(Draft draft) {
    String author = draft.authorId();
    draft.authorMustBe(
        "(?!" + Viber.BOT + "$)[A-Za-z0-9+/=_-]{1,50}",
        "В Viber id человека — латинские буквы и цифры, например 01234567890A=");
    if (webhook.url().isEmpty()) {
      throw new Objection(409, "У бота снят вебхук: писать ему сейчас нельзя");
    }
    boolean first = people.find(Viber.PLATFORM, author).isEmpty();
    people.meet(Viber.PLATFORM, author, draft.authorName());
    if (first) {
      notices.conversationStarted(author);
    }
    if (reaches.of(Viber.PLATFORM, author) == Reach.LEFT) {
      reaches.set(Viber.PLATFORM, author, Reach.REACHABLE);
    }
    String tracking = tracking(author);
    long token = counters.next(Viber.PLATFORM, Viber.TOKEN_COUNTER, Viber.FIRST_TOKEN);
    Entry entry =
        new Entry(
            String.valueOf(token),
            token,
            0,
            Kind.PRIVATE,
            author,
            null,
            author,
            false,
            null,
            draft.text(),
            null,
            clock.instant(),
            null,
            false,
            null,
            draft.pictures());
    notices.message(entries.add(Viber.PLATFORM, entry), tracking);
    return entry.id();
  }

  /** What came with the bot's message comes back with the next message of the person. */
  private String tracking(String author) {
    List<Entry> newest = entries.thread(Viber.PLATFORM, Kind.PRIVATE, author, 1);
    return newest.isEmpty() ? null : newest.get(0).onceKey();
  }

  @Override
  public void reach(String person, Reach reach) {
    if (people.find(Viber.PLATFORM, person).isEmpty()) {
      throw new Objection(404, "Пользователь " + person + " боту ещё не писал");
    }
    Reach before = reaches.of(Viber.PLATFORM, person);
    reaches.set(Viber.PLATFORM, person, reach);
    if (reach == Reach.LEFT && before != Reach.LEFT) {
      notices.unsubscribed(person);
    } else if (reach != Reach.LEFT && before == Reach.LEFT) {
      notices.subscribed(person);
    }
  }

  @Override
  public void banned(Ban ban) {
    throw new Objection(422, "Viber: у бота нет чёрного списка");
  }

  @Override
  public void edit(Entry entry, String text) {
    throw new Objection(422, "Viber не сообщает боту о правках");
  }

  @Override
  public void remove(Entry entry) {
    throw new Objection(422, "Viber не сообщает боту об удалениях");
  }

  @Override
  public boolean polled() {
    return false;
  }

  @Override
  public HttpRequest.Builder delivery(Event event) {
    return webhook.delivery(event.body());
  }

  @Override
  public boolean taken(int status, String body) {
    return status == 200;
  }

  @Override
  public void passTime(Instant now) {}

  @Override
  public String link(String pictureId) {
    return "/sandbox/viber/photo/" + pictureId;
  }
}
