package org.communitydesk.watch;

import org.communitydesk.channel.Channel;
import org.communitydesk.channel.Channels;
import org.communitydesk.channel.Lookout.Call;
import org.communitydesk.conversation.Account;
import org.communitydesk.wire.CallFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the watchman does at one channel. */
@Component
class Round {

  private static final Logger log = LoggerFactory.getLogger(Round.class);

  private final States states;
  private final Painter painter;
  private final Channels channels;
  private final Outages outages;
  private final TransactionTemplate transaction;

  Round(
      States states,
      Painter painter,
      Channels channels,
      Outages outages,
      PlatformTransactionManager transactions) {
    this.states = states;
    this.painter = painter;
    this.channels = channels;
    this.outages = outages;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Tells people what has changed, once over all nodes, and shows the right colour. */
  void look(Channel channel) {
    Account account = channel.account();
    Row row = states.of(account);
    boolean on = channels.isOn(account);
    if (row.isLocked() && !on) {
      states.unlock(account);
    } else if (row.outage() != row.isLocked()) {
      announce(account);
    }
    if (!painter.of(channel, row).equals(new Painter.Paint(row.state(), row.reason()))) {
      transaction.executeWithoutResult(status -> paint(channel));
    }
    if (outages.mayResume(account)) {
      transaction.executeWithoutResult(status -> resume(account));
    }
  }

  private void resume(Account account) {
    states.locked(account);
    outages.resume(account);
  }

  /** What was told of accounts that are no longer set up is over; they are as if switched off. */
  void forgetTheRemoved() {
    for (Row row : states.all()) {
      Account account = row.account();
      boolean removed = channels.find(account.platform(), account.name()).isEmpty();
      if (removed && row.state() != Colour.OFF) {
        transaction.executeWithoutResult(status -> forget(account));
        log.info("{} is no longer set up", account);
      }
    }
  }

  private void forget(Account account) {
    if (states.locked(account).outage()) {
      outages.end(account);
    }
    states.unlock(account);
    states.announced(account, false);
    states.paint(account, Colour.OFF, LocalGate.REMOVED);
  }

  private void announce(Account account) {
    transaction.executeWithoutResult(
        status -> {
          Row row = states.locked(account);
          if (row.isLocked()) {
            outages.begin(account);
          } else if (row.outage()) {
            outages.end(account);
          }
          states.announced(account, row.isLocked());
        });
  }

  private void paint(Channel channel) {
    Account account = channel.account();
    Row row = states.locked(account);
    Painter.Paint paint = painter.of(channel, row);
    if (row.state() == Colour.OFF && paint.colour() != Colour.OFF) {
      outages.release(account);
    }
    states.paint(account, paint.colour(), paint.reason());
    log.info("{} is {}: {}", account, paint.colour(), paint.reason());
  }

  /** Whether it is time to check the key, and nobody else does it. */
  boolean mayCheck(Channel channel) {
    return channels.isOn(channel.account()) && states.claimCheck(channel.account());
  }

  void check(Channel channel) {
    Account account = channel.account();
    try {
      states.checked(account, channel.check());
      transaction.executeWithoutResult(status -> tryOne(account));
    } catch (CallFailure.LockedOut dead) {
      // the lookout has written it down; somebody may have ended the outage by hand
      announce(account);
    } catch (CallFailure unclear) {
      states.checkedInVain(account);
    }
    look(channel);
  }

  private void tryOne(Account account) {
    Row row = states.locked(account);
    boolean neverPolled =
        row.lockedBy() == Call.POLL
            && channels.polled().stream().noneMatch(one -> one.account().equals(account));
    if (neverPolled || (row.lockedBy() == Call.WRITE && !outages.releaseOne(account))) {
      states.unlock(account);
    }
  }
}
