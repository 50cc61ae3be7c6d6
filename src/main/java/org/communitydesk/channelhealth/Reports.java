package org.communitydesk.channelhealth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.communitydesk.channel.CallListener;
import org.communitydesk.channel.Limit;
import org.communitydesk.conversation.Account;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down how calls failed, whatever becomes of the caller's transaction. */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class Reports implements CallListener {

  private static final Logger log = LoggerFactory.getLogger(Reports.class);

  private final States states;
  private final Limits limits;
  private final Clock clock;

  Reports(States states, Limits limits, Clock clock) {
    this.limits = limits;
    this.states = states;
    this.clock = clock;
  }

  @Override
  public void lockedOut(Account account, Call call, String reason) {
    log.warn("{} does not take our key at {}: {}", account, call, reason);
    if (call == Call.READ) {
      states.suspect(account);
    } else {
      states.lock(account, call, reason);
    }
  }

  @Override
  public void busy(Account account, String reason, Duration wait) {
    ChannelStateRow channelStateRow = states.of(account);
    Instant until = clock.instant().plus(wait);
    if (channelStateRow.busyUntil() == null || channelStateRow.busyUntil().isBefore(until)) {
      states.busy(account, until, reason);
    }
  }

  @Override
  public void limit(Account account, Limit limit) {
    limits.keep(account, limit);
  }
}
