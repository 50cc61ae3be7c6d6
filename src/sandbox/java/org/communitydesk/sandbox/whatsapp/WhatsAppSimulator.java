package org.communitydesk.sandbox.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Platform;
import org.communitydesk.sandbox.graph.GraphHook;
import org.communitydesk.sandbox.world.Bans;
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

/** WhatsApp as its users see it: a chat with the brand's number. */
@Component
@Order(5)
class WhatsAppSimulator implements Simulator {

  private final Entries entries;
  private final People people;
  private final Bans bans;
  private final Reaches reaches;
  private final Counters counters;
  private final WhatsAppNotices notices;
  private final GraphHook hook;
  private final Clock clock;

  WhatsAppSimulator(
      Entries entries,
      People people,
      Bans bans,
      Reaches reaches,
      Counters counters,
      WhatsAppNotices notices,
      GraphHook hook,
      Clock clock) {
    this.entries = entries;
    this.people = people;
    this.bans = bans;
    this.reaches = reaches;
    this.counters = counters;
    this.notices = notices;
    this.hook = hook;
    this.clock = clock;
  }

  @Override
  public Platform platform() {
    return WhatsApp.PLATFORM;
  }

  @Override
  public Set<Kind> kinds() {
    return EnumSet.of(Kind.PRIVATE);
  }

  /** A number has no posts. */
  @Override
  public void openDefaultPost() {}

  @Override
  public String addPost(String text) {
    throw new Objection(422, "WhatsApp: у номера нет постов");
  }

  @Override
  public String say(Draft draft) {
    String author = draft.authorId();
    admit(author);
    String answered =
        draft.replyTo() == null
            ? null
            : entries.answered(WhatsApp.PLATFORM, draft.replyTo(), author).id();
    people.meet(WhatsApp.PLATFORM, author, draft.authorName());
    reaches.set(WhatsApp.PLATFORM, author, Reach.REACHABLE);
    long number = WhatsApp.next(counters);
    Entry entry =
        new Entry(
            WhatsApp.id(author, number),
            number,
            0,
            Kind.PRIVATE,
            author,
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
            draft.pictures());
    notices.said(entries.add(WhatsApp.PLATFORM, entry));
    return entry.id();
  }

  /** Something else than text or a picture; it is told and not kept. */
  String sayAnything(String author, ObjectNode message) {
    admit(author);
    people.meet(WhatsApp.PLATFORM, author, null);
    String id = WhatsApp.id(author, WhatsApp.next(counters));
    notices.message(author, id, message);
    return id;
  }

  private void admit(String author) {
    if (!WhatsApp.isPhone(author) && !WhatsApp.isScoped(author)) {
      throw new Objection(
          400,
          "В WhatsApp authorId — номер телефона из цифр, например 79160000001,"
              + " или id без номера, например RU.13491208655302741918");
    }
    bans.mustNotHold(
        WhatsApp.PLATFORM, author, "Бренд заблокировал этого человека: написать он не может");
  }

  @Override
  public void edit(Entry entry, String text) {
    entries.edit(WhatsApp.PLATFORM, entry.id(), text, clock.instant());
    notices.edited(entries.find(WhatsApp.PLATFORM, entry.id()).orElseThrow());
  }

  @Override
  public void remove(Entry entry) {
    entries.mark(WhatsApp.PLATFORM, entry.id(), true);
    notices.revoked(entry);
  }

  @Override
  public void reach(String person, Reach reach) {
    reaches.set(WhatsApp.PLATFORM, person, reach);
  }

  @Override
  public boolean polled() {
    return false;
  }

  @Override
  public HttpRequest.Builder delivery(Event event) {
    return hook.delivery(WhatsApp.PLATFORM, event);
  }

  @Override
  public boolean taken(int status, String body) {
    return hook.taken(status);
  }

  @Override
  public void passTime(Instant now) {}

  @Override
  public String link(String pictureId) {
    return "/sandbox/whatsapp/photo/" + pictureId;
  }
}
