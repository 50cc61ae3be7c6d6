package org.communitydesk.channelhealth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.communitydesk.channel.CallListener.Call;
import org.communitydesk.channel.Channels;
import org.communitydesk.channel.Polled;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Kind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The gate as the tables say, whatever becomes of the caller's transaction. */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class LocalGate implements Gate {

  static final String REMOVED = "Аккаунта больше нет в настройках";
  private static final String MISSED =
      " не спрашивали дольше, чем он хранит события: просмотрите сообщения за это время на его"
          + " страницах";
  private static final String OFF = "Канал выключен в настройках";
  private static final String FALTERED =
      "Запрос новых сообщений прервался из-за сбоя программы и запускается снова";
  private static final Duration LONGEST_FALTER = Duration.ofMinutes(5);
  private static final Duration NOTED_POLLS = Duration.ofSeconds(15);

  private final States states;
  private final Channels channels;
  private final Limits limits;
  private final Budgets budgets;
  private final Clock clock;

  LocalGate(States states, Channels channels, Limits limits, Budgets budgets, Clock clock) {
    this.limits = limits;
    this.states = states;
    this.budgets = budgets;
    this.channels = channels;
    this.clock = clock;
  }

  @Override
  public Permission ask(Account account, Kind kind) {
    if (channels.find(account.platform(), account.name()).isEmpty()) {
      return new Held(REMOVED);
    }
    if (!channels.isOn(account)) {
      return new Held(OFF);
    }
    ChannelStateRow channelStateRow = states.of(account);
    if (channelStateRow.isLocked()) {
      return states.takeTrial(account, Call.WRITE)
          ? new Go(true)
          : new Held(channelStateRow.lockReason());
    }
    return limits
        .hold(account, kind)
        .<Permission>map(wait -> new Later(wait.until(), wait.apart(), wait.reason()))
        .orElseGet(() -> withinBudget(account, kind));
  }

  private Permission withinBudget(Account account, Kind kind) {
    Instant now = clock.instant();
    return budgets
        .take(channels.of(account), kind)
        .<Permission>map(over -> new Later(now.plus(over.pause()), over.apart(), Limits.USED_UP))
        .orElseGet(() -> new Go(false));
  }

  @Override
  public boolean isShut(Account account) {
    return !channels.isOn(account) || states.of(account).isLocked();
  }

  @Override
  public boolean mayPoll(Account account) {
    if (!channels.isOn(account)) {
      return false;
    }
    Call lockedBy = states.of(account).lockedBy();
    return lockedBy == null
        || lockedBy == Call.WRITE
        || (lockedBy == Call.POLL && states.takeTrial(account, Call.POLL));
  }

  @Override
  public void polled(Account account) {
    states.unlock(account, Call.POLL);
    ChannelStateRow channelStateRow = states.of(account);
    if (FALTERED.equals(channelStateRow.busyReason())
        && channelStateRow.busyUntil().isAfter(clock.instant())) {
      states.busy(account, clock.instant(), FALTERED);
    }
    if (channelStateRow.polledAt() != null) {
      channels
          .of(account)
          .as(Polled.class)
          .ifPresent(polled -> tellIfTooLate(polled, channelStateRow.polledAt()));
    }
    if (channelStateRow.polledAt() == null
        || Duration.between(channelStateRow.polledAt(), clock.instant())
                .abs()
                .compareTo(NOTED_POLLS)
            > 0) {
      states.polled(account);
    }
  }

  private void tellIfTooLate(Polled polled, Instant last) {
    if (last.plus(polled.keeps()).isBefore(clock.instant())) {
      String platform = polled.account().platform().title();
      states.gap(polled.account(), platform + MISSED);
    }
  }

  @Override
  public void notPolled(Account account) {
    states.giveTrialBack(account, Call.POLL);
  }

  @Override
  public void faltered(Account account) {
    states.busy(account, clock.instant().plus(LONGEST_FALTER), FALTERED);
  }

  @Override
  public void gap(Account account, String reason) {
    states.gap(account, reason);
  }

  @Override
  public void stuck(Account account, String reason) {
    states.stuck(account, reason);
  }

  @Override
  public void proven(Account account) {
    states.unlock(account, Call.WRITE);
  }

  @Override
  public void unproven(Account account) {
    states.giveTrialBack(account, Call.WRITE);
  }
}
