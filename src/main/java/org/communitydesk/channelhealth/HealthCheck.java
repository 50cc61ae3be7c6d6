package org.communitydesk.channelhealth;

import org.communitydesk.channel.CallListener.Call;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.Channels;
import org.communitydesk.conversation.Account;
import org.communitydesk.http.CallFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the monitor does at one channel. */
@Component
class HealthCheck {

  private static final Logger log = LoggerFactory.getLogger(HealthCheck.class);

  private final States states;
  private final HealthEvaluator healthEvaluator;
  private final Channels channels;
  private final OutageProcess outageProcess;
  private final TransactionTemplate transaction;

  HealthCheck(
      States states,
      HealthEvaluator healthEvaluator,
      Channels channels,
      OutageProcess outageProcess,
      PlatformTransactionManager transactions) {
    this.states = states;
    this.healthEvaluator = healthEvaluator;
    this.channels = channels;
    this.outageProcess = outageProcess;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Tells people what has changed, once over all nodes, and shows the right colour. */
  void look(Channel channel) {
    Account account = channel.account();
    ChannelStateRow channelStateRow = states.of(account);
    boolean on = channels.isOn(account);
    if (channelStateRow.isLocked() && !on) {
      states.unlock(account);
    } else if (channelStateRow.outage() != channelStateRow.isLocked()) {
      announce(account);
    }
    if (!healthEvaluator
        .of(channel, channelStateRow)
        .equals(new HealthEvaluator.Paint(channelStateRow.state(), channelStateRow.reason()))) {
      transaction.executeWithoutResult(status -> paint(channel));
    }
    if (outageProcess.mayResume(account)) {
      transaction.executeWithoutResult(status -> resume(account));
    }
  }

  private void resume(Account account) {
    states.locked(account);
    outageProcess.resume(account);
  }

  /** What was told of accounts that are no longer set up is over; they are as if switched off. */
  void forgetTheRemoved() {
    for (ChannelStateRow channelStateRow : states.all()) {
      Account account = channelStateRow.account();
      boolean removed = channels.find(account.platform(), account.name()).isEmpty();
      if (removed && channelStateRow.state() != HealthStatus.OFF) {
        transaction.executeWithoutResult(status -> forget(account));
        log.info("{} is no longer set up", account);
      }
    }
  }

  private void forget(Account account) {
    if (states.locked(account).outage()) {
      outageProcess.end(account);
    }
    states.unlock(account);
    states.announced(account, false);
    states.paint(account, HealthStatus.OFF, LocalGate.REMOVED);
  }

  private void announce(Account account) {
    transaction.executeWithoutResult(
        status -> {
          ChannelStateRow channelStateRow = states.locked(account);
          if (channelStateRow.isLocked()) {
            outageProcess.begin(account);
          } else if (channelStateRow.outage()) {
            outageProcess.end(account);
          }
          states.announced(account, channelStateRow.isLocked());
        });
  }

  private void paint(Channel channel) {
    Account account = channel.account();
    ChannelStateRow channelStateRow = states.locked(account);
    HealthEvaluator.Paint paint = healthEvaluator.of(channel, channelStateRow);
    if (channelStateRow.state() == HealthStatus.OFF && paint.colour() != HealthStatus.OFF) {
      outageProcess.release(account);
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
    ChannelStateRow channelStateRow = states.locked(account);
    boolean neverPolled =
        channelStateRow.lockedBy() == Call.POLL
            && channels.polled().stream().noneMatch(one -> one.account().equals(account));
    if (neverPolled
        || (channelStateRow.lockedBy() == Call.WRITE && !outageProcess.releaseOne(account))) {
      states.unlock(account);
    }
  }
}
