package org.communitydesk.intake;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.communitydesk.channel.Channels;
import org.communitydesk.channelhealth.Gate;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.InboundEvent.Unclear;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands waiting events on: one lane at a time, one event in one transaction. */
@Component
class Worker {

  private static final Logger log = LoggerFactory.getLogger(Worker.class);
  private static final int LANES_AT_ONCE = 32;
  private static final int TRIES_AT_ONCE = 3;
  private static final int ENOUGH_ALIKE = 2;
  private static final String STUCK =
      "Сообщения приходят, но не разбираются из-за ошибки в самой системе: ничего не потеряно, они"
          + " пойдут сами, когда её исправят";
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2));

  private final Inbox inbox;
  private final Channels channels;
  private final AppealProcess appealProcess;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Gate gate;
  private final MeterRegistry meters;

  Worker(
      Inbox inbox,
      Channels channels,
      AppealProcess appealProcess,
      Gate gate,
      PlatformTransactionManager transactions,
      Clock clock,
      MeterRegistry meters) {
    this.inbox = inbox;
    this.channels = channels;
    this.appealProcess = appealProcess;
    this.gate = gate;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
    this.meters = meters;
  }

  /** Works the head of each lane that is due and free; false when there was none. */
  boolean workOnce() {
    boolean worked = false;
    for (String lane : inbox.dueLanes(LANES_AT_ONCE)) {
      worked |= work(lane);
    }
    return worked;
  }

  private boolean work(String lane) {
    AtomicReference<Item> taken = new AtomicReference<>();
    for (int tries = 1; ; tries++) {
      try {
        return Boolean.TRUE.equals(transaction.execute(status -> handOn(lane, taken)));
      } catch (RuntimeException | Error fault) {
        if (taken.get() == null) {
          throw fault;
        }
        if (tries == TRIES_AT_ONCE) {
          giveUpForNow(taken.get(), fault);
          return true;
        }
      }
    }
  }

  private boolean handOn(String lane, AtomicReference<Item> taken) {
    Optional<Item> head = inbox.take(lane);
    taken.set(head.orElse(null));
    head.ifPresent(this::handOn);
    return head.isPresent();
  }

  private void handOn(Item item) {
    Understanding understanding = understand(item);
    if (understanding.state() == State.UNDERSTOOD) {
      appealProcess.hear(understanding.heard());
      if (item.attempts() > 0 && item.reason() != null) {
        goOnWithTheOthers(item);
      }
    } else if (understanding.state() == State.PARKED) {
      countParked(item.account());
    }
    inbox.settle(item, understanding.state(), understanding.reason(), understanding.externalId());
    log.info("{} {} inbox {}", understanding.state(), item.account(), item.id());
  }

  private Understanding understand(Item item) {
    Account account = item.account();
    return channels
        .find(account.platform(), account.name())
        .map(channel -> Understanding.of(channel, item.body()))
        .orElseGet(
            () -> {
              String reason = "The account " + account + " is not set up any more";
              return new Understanding(new Unclear(reason), State.PARKED, reason);
            });
  }

  /** What stood in its way is gone: what else has met it is tried again with it. */
  private void goOnWithTheOthers(Item item) {
    int others = inbox.releaseAlike(Fault.kind(item.reason()));
    gate.stuck(item.account(), null);
    log.info("inbox {} goes on, and {} others with it", item.id(), others);
  }

  /**
   * Whether the fault lies with the desk and not with the message: nothing gets through, or others
   * fail in the same way.
   */
  private boolean isOutage(Item item, String kind) {
    return inbox.alike(item, kind) >= ENOUGH_ALIKE || !inbox.othersGetThrough(item);
  }

  private void giveUpForNow(Item item, Throwable fault) {
    boolean late = item.attempts() >= PAUSES.size();
    boolean outage = late && isOutage(item, Fault.kind(Fault.named(fault)));
    boolean last = late && !outage;
    Duration pause =
        last ? Duration.ZERO : PAUSES.get(Math.min(item.attempts(), PAUSES.size() - 1));
    if (outage) {
      gate.stuck(item.account(), STUCK);
      meters
          .counter(
              "desk.inbox.stuck",
              "platform",
              item.account().platform().id(),
              "account",
              item.account().name())
          .increment();
    }
    log.warn(
        "inbox {} of {} failed for the {}. time",
        item.id(),
        item.account(),
        item.attempts() + 1,
        fault);
    transaction.executeWithoutResult(
        status ->
            inbox.postpone(
                item,
                last ? State.PARKED : State.WAITING,
                clock.instant().plus(pause),
                Fault.named(fault)));
    if (last) {
      countParked(item.account());
    }
  }

  private void countParked(Account account) {
    meters
        .counter(
            "desk.inbox.parked", "platform", account.platform().id(), "account", account.name())
        .increment();
  }
}
