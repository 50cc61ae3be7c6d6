package org.communitydesk.intake;

import java.time.Clock;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.Channels;
import org.communitydesk.channel.Delivery;
import org.communitydesk.channel.Event;
import org.communitydesk.channel.Reception;
import org.communitydesk.channel.Reception.Accepted;
import org.communitydesk.channel.Reception.Answer;
import org.communitydesk.channel.Reception.Handshake;
import org.communitydesk.channel.Reception.Unreadable;
import org.communitydesk.database.QuickConnections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts a genuine delivery into the inbox before the platform gets its answer, on connections of its
 * own: it must have an answer in time whatever the database or the other threads are busy with.
 */
@Component
class InboxWriter {

  private static final Logger log = LoggerFactory.getLogger(InboxWriter.class);
  private static final int TRIES = 3;

  private final Inbox inbox;
  private final InboxDispatcher inboxDispatcher;
  private final TransactionTemplate transaction;

  InboxWriter(
      QuickConnections quick, Channels channels, InboxDispatcher inboxDispatcher, Clock clock) {
    JdbcClient jdbc = JdbcClient.create(quick.source());
    this.inbox = new Inbox(jdbc, new PartitionKeys(jdbc), channels, clock);
    this.inboxDispatcher = inboxDispatcher;
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(quick.source()));
  }

  Answer keep(Channel channel, Delivery delivery, Reception reception) {
    String headers = HookRequest.harmless(delivery);
    if (reception instanceof Accepted accepted && !accepted.events().isEmpty()) {
      keepEvents(channel, accepted.events(), headers);
      return accepted.answer();
    }
    Settled settled = settled(delivery, reception);
    transaction.executeWithoutResult(
        status ->
            inbox.keepSettled(
                channel.account(),
                settled.key,
                headers,
                settled.body,
                settled.state,
                settled.reason));
    return settled.answer;
  }

  private void keepEvents(Channel channel, List<Event> events, String headers) {
    int kept = 0;
    for (int tries = 1; tries <= TRIES; tries++) {
      try {
        kept = transaction.execute(status -> inbox.keep(channel, events, headers));
        break;
      } catch (ConcurrencyFailureException overlapping) {
        if (tries == TRIES) {
          throw overlapping;
        }
      }
    }
    log.info("received {}: {} events, {} new", channel.account(), events.size(), kept);
    inboxDispatcher.wake();
  }

  private static Settled settled(Delivery delivery, Reception reception) {
    byte[] body = delivery.body();
    String digest = DigestUtils.sha256Hex(body);
    if (reception instanceof Unreadable unreadable) {
      byte[] kept = unreadable.kept() == null ? body : unreadable.kept();
      return new Settled(digest, kept, State.PARKED, unreadable.reason(), unreadable.answer());
    }
    if (reception instanceof Handshake handshake) {
      // its body and address hold the platform's secret
      return new Settled(
          "handshake/" + digest, new byte[0], State.IGNORED, "A handshake", handshake.answer());
    }
    return new Settled(
        "empty/" + digest, body, State.IGNORED, "No event in it", ((Accepted) reception).answer());
  }

  private record Settled(String key, byte[] body, State state, String reason, Answer answer) {}
}
