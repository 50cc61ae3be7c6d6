package org.communitydesk.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.communitydesk.channel.Delivery;
import org.communitydesk.channel.Event;
import org.communitydesk.channel.Health;
import org.communitydesk.channel.Polled;
import org.communitydesk.channel.ReadBack;
import org.communitydesk.channel.Reception;
import org.communitydesk.channel.Reply;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.http.CallFailure;

/** A plain channel that brings what the test has laid ready. */
final class PolledChannel implements Polled {

  final List<String> asked = new CopyOnWriteArrayList<>();
  private final Deque<Supplier<Poll>> ready = new ArrayDeque<>();
  private final PlainChannel plain;

  PolledChannel(Account account) {
    plain = new PlainChannel(account);
  }

  static Poll brought(String cursor, String... ids) {
    List<Event> events =
        Arrays.stream(ids)
            .map(id -> new Event(id, PlainChannel.said(id, "7", "a").getBytes(UTF_8)))
            .toList();
    return new Poll(events, cursor);
  }

  void brings(String cursor, String... ids) {
    does(() -> brought(cursor, ids));
  }

  void fails(CallFailure failure) {
    does(
        () -> {
          throw failure;
        });
  }

  void does(Supplier<Poll> poll) {
    ready.add(poll);
  }

  @Override
  public Poll poll(String cursor) {
    asked.add(cursor == null ? "-" : cursor);
    return ready.remove().get();
  }

  @Override
  public Account account() {
    return plain.account();
  }

  @Override
  public Reception receive(Delivery delivery) {
    return plain.receive(delivery);
  }

  @Override
  public InboundEvent understand(byte[] event) {
    return plain.understand(event);
  }

  @Override
  public Health check() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isAsked() {
    return true;
  }

  @Override
  public String reply(Reply reply) {
    return plain.reply(reply);
  }

  @Override
  public ReadBack readBack(Reply reply, Instant since) {
    return plain.readBack(reply, since);
  }

  @Override
  public byte[] fetch(Attachment attachment, int maxBytes) {
    return plain.fetch(attachment, maxBytes);
  }
}
