package org.communitydesk.intake;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.communitydesk.channel.Polled;
import org.communitydesk.channelhealth.Gate;
import org.communitydesk.conversation.Account;
import org.communitydesk.http.CallFailure;
import org.communitydesk.intake.Cursors.Lease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks an account once and keeps what came, together with the cursor, unless the hold was lost. */
final class Poll {

  private static final Logger log = LoggerFactory.getLogger(Poll.class);
  private static final Duration AFTER_NOTHING = Duration.ofMillis(250);
  private static final Duration SEAT_TAKEN = Duration.ofSeconds(5);
  private static final Duration SHUT = Duration.ofSeconds(1);
  private static final Duration REFUSED = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final PollLeases pollLeases;
  private final Cursors cursors;
  private final Inbox inbox;
  private final InboxDispatcher inboxDispatcher;
  private final Gate gate;
  private final TransactionTemplate transaction;
  private final MeterRegistry meters;

  Poll(
      PollLeases pollLeases,
      Cursors cursors,
      Inbox inbox,
      InboxDispatcher inboxDispatcher,
      Gate gate,
      PlatformTransactionManager transactions,
      MeterRegistry meters) {
    this.pollLeases = pollLeases;
    this.cursors = cursors;
    this.inbox = inbox;
    this.inboxDispatcher = inboxDispatcher;
    this.gate = gate;
    this.transaction = new TransactionTemplate(transactions);
    this.meters = meters;
  }

  /** How it went, and how long to wait before the next poll. */
  record Result(boolean failed, Duration pause) {}

  Result once(Polled channel, int failures) {
    try {
      Optional<Lease> hold = pollLeases.hold(channel.account());
      return hold.isEmpty() ? new Result(false, SEAT_TAKEN) : ask(channel, hold.get());
    } catch (CallFailure.Busy busy) {
      return failed(channel, "busy", busy, busy.retryAfter());
    } catch (CallFailure.LockedOut locked) {
      // the gate stays shut until the platform takes our key again
      return failed(channel, "locked-out", locked, SHUT);
    } catch (CallFailure.Refused refused) {
      return failed(channel, "refused", refused, REFUSED.multipliedBy(1L << Math.min(failures, 2)));
    } catch (RuntimeException trouble) {
      return failed(channel, "trouble", trouble, Duration.ofSeconds(1L << Math.min(failures, 6)));
    }
  }

  private Result ask(Polled channel, Lease lease) {
    if (!gate.mayPoll(channel.account())) {
      return new Result(false, SHUT);
    }
    Polled.Poll brought = poll(channel, lease);
    if (brought.gap() != null) {
      tell(channel.account(), brought.gap());
    }
    Integer kept =
        transaction.execute(
            status ->
                cursors.advance(lease, brought.cursor())
                    ? inbox.keep(channel, brought.events(), "")
                    : null);
    if (kept == null) {
      pollLeases.lost(lease);
      return new Result(false, Duration.ZERO);
    }
    pollLeases.moved(lease, brought.cursor());
    if (kept > 0) {
      log.info("received {}: {} new by poll", channel.account(), kept);
      inboxDispatcher.wake();
    }
    Duration pause = brought.events().isEmpty() ? AFTER_NOTHING : Duration.ZERO;
    return new Result(false, pause.compareTo(brought.rest()) > 0 ? pause : brought.rest());
  }

  /** Before the cursor moves: rather told twice than never. */
  private void tell(Account account, String gap) {
    gate.gap(account, gap);
    meters
        .counter("desk.polls.gaps", "platform", account.platform().id(), "account", account.name())
        .increment();
    log.warn("{} has lost events that were to be polled", account);
  }

  private Polled.Poll poll(Polled channel, Lease lease) {
    try {
      Polled.Poll brought = channel.poll(lease.cursor());
      gate.polled(channel.account());
      return brought;
    } catch (CallFailure.LockedOut locked) {
      throw locked;
    } catch (RuntimeException | Error unclear) {
      gate.notPolled(channel.account());
      throw unclear;
    }
  }

  private Result failed(Polled channel, String kind, RuntimeException failure, Duration pause) {
    Account account = channel.account();
    meters
        .counter(
            "desk.polls.failed",
            "platform",
            account.platform().id(),
            "account",
            account.name(),
            "kind",
            kind)
        .increment();
    log.warn("{} cannot be polled now: {}", account, Fault.named(failure));
    Duration atLeast = pause.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : pause;
    return new Result(true, atLeast.compareTo(LONGEST) > 0 ? LONGEST : atLeast);
  }
}
