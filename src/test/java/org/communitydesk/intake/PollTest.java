package org.communitydesk.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitydesk.intake.PolledChannel.brought;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.communitydesk.channel.Polled;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Platform;
import org.communitydesk.http.CallFailure;
import org.communitydesk.intake.IntakeRoom.RoomTest;
import org.communitydesk.support.HandClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@RoomTest
class PollTest {

  private static final Account ACCOUNT = new Account(Platform.TELEGRAM, "main");

  private final JdbcClient jdbc;
  private final Inbox inbox;
  private final Cursors cursors;
  private final Backlog backlog;
  private final InboxDispatcher inboxDispatcher;
  private final PlatformTransactionManager transactions;
  private final MeterRegistry meters;
  private final HandClock clock;
  private final OpenGate gate = new OpenGate();
  private final AtomicLong stopwatch = new AtomicLong();
  private final PolledChannel channel = new PolledChannel(ACCOUNT);

  PollTest(
      JdbcClient jdbc,
      Inbox inbox,
      Cursors cursors,
      Backlog backlog,
      InboxDispatcher inboxDispatcher,
      PlatformTransactionManager transactions,
      MeterRegistry meters,
      HandClock clock) {
    this.jdbc = jdbc;
    this.inbox = inbox;
    this.cursors = cursors;
    this.backlog = backlog;
    this.inboxDispatcher = inboxDispatcher;
    this.transactions = transactions;
    this.meters = meters;
    this.clock = clock;
  }

  @BeforeEach
  void forget() {
    backlog.clear();
    stopwatch.addAndGet(Duration.ofHours(1).toNanos());
  }

  @Test
  void keepsEventsAndCursorAndGoesOnFromThere() {
    Node node = new Node();
    channel.brings("c1", "1", "2");
    channel.brings("c2", "2", "3");

    node.polls();
    node.polls();

    assertThat(channel.asked).containsExactly("-", "c1");
    assertThat(rows()).isEqualTo(3);
    assertThat(cursor()).isEqualTo("c2");
  }

  @Test
  void saysWhatThePlatformHasLost() {
    Node node = new Node();
    channel.does(() -> new Polled.Poll(List.of(), "c1", Duration.ZERO, "Потеряно"));

    node.polls();

    assertThat(gate.gaps()).contains("Потеряно");
    assertThat(cursor()).isEqualTo("c1");
  }

  @Test
  void onlyOneNodePollsWhateverTheTimeOfDay() {
    Node first = new Node();
    Node second = new Node();
    channel.brings("c1", "1");
    first.polls();

    for (int i = 0; i < 10; i++) {
      stopwatch.addAndGet(Duration.ofSeconds(20).toNanos());
      clock.move(Duration.ofDays(i % 2 == 0 ? 7 : -7));
      first.pollLeases.beat();
      assertThat(second.polls().pause()).isEqualTo(Duration.ofSeconds(5));
    }

    assertThat(channel.asked).hasSize(1);
  }

  @Test
  void takesOverFromADeadNodeAndDiscardsWhatItBringsLate() {
    Node first = new Node();
    Node second = new Node();
    channel.brings("c1", "1");
    first.polls();
    second.polls();
    stopwatch.addAndGet(Duration.ofSeconds(30).toNanos());

    channel.does(
        () -> {
          channel.brings("c2", "2");
          second.polls();
          return brought("c-late", "late");
        });
    first.polls();

    assertThat(cursor()).isEqualTo("c2");
    assertThat(jdbc.sql("select event_key from inbox order by id").query(String.class).list())
        .containsExactly("1", "2");
    assertThat(first.polls().pause()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void leavesItsSeatAtOnceWhenItStops() {
    Node first = new Node();
    Node second = new Node();
    channel.brings("c1", "1");
    channel.brings("c2", "2");
    first.polls();
    first.pollLeases.leave();

    second.polls();

    assertThat(cursor()).isEqualTo("c2");
  }

  @Test
  void keepsNeitherEventsNorCursorWhenOneOfThemCannotBeKept() {
    Node node = new Node();
    channel.brings("c\u0000", "1");
    channel.brings("c1", "1");

    assertThat(node.polls().failed()).isTrue();
    assertThat(rows()).isZero();
    assertThat(node.polls().failed()).isFalse();

    assertThat(channel.asked).containsExactly("-", "-");
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void waitsAsTheFailureAsks() {
    Node node = new Node();
    channel.fails(new CallFailure.Busy("429", Duration.ofSeconds(17)));
    channel.fails(new CallFailure.LockedOut("401"));
    channel.fails(new CallFailure.Refused("403"));
    channel.fails(new CallFailure.Unsure("time-out"));
    channel.fails(new CallFailure.Busy("429", Duration.ofDays(1)));
    double before = lockedOut();

    assertThat(node.polls().pause()).isEqualTo(Duration.ofSeconds(17));
    assertThat(node.polls().pause()).isEqualTo(Duration.ofSeconds(1));
    assertThat(node.polls().pause()).isEqualTo(Duration.ofMinutes(1));
    assertThat(node.polls().pause()).isEqualTo(Duration.ofSeconds(1));
    assertThat(node.polls().pause()).isEqualTo(Duration.ofMinutes(5));
    assertThat(lockedOut()).isEqualTo(before + 1);
  }

  @Test
  void asksNothingWhileTheGateIsShut() {
    Node node = new Node();
    channel.brings("c1", "1");
    gate.shut(true);

    assertThat(node.polls().pause()).isEqualTo(Duration.ofSeconds(1));
    assertThat(channel.asked).isEmpty();
    gate.shut(false);
    node.polls();

    assertThat(rows()).isEqualTo(1);
    assertThat(gate.polled()).isEqualTo(1);
  }

  @Test
  void beginsAnewWhenTheSandboxIsCleared() {
    Node node = new Node();
    channel.brings("c1", "1");
    node.polls();
    channel.does(
        () -> {
          backlog.clear();
          return brought("c2", "2");
        });
    node.polls();
    assertThat(rows()).isZero();

    channel.brings("c1", "1");
    node.polls();

    assertThat(channel.asked).containsExactly("-", "c1", "-");
    assertThat(rows()).isEqualTo(1);
  }

  private double lockedOut() {
    return meters
        .counter(
            "desk.polls.failed", "platform", "telegram", "account", "main", "kind", "locked-out")
        .count();
  }

  private long rows() {
    return jdbc.sql("select count(*) from inbox").query(Long.class).single();
  }

  private String cursor() {
    return jdbc.sql("select cursor from poll_cursor").query(String.class).single();
  }

  private final class Node {

    private final PollLeases pollLeases = new PollLeases(cursors, stopwatch::get);
    private final Poll poll =
        new Poll(pollLeases, cursors, inbox, inboxDispatcher, gate, transactions, meters);

    Poll.Result polls() {
      return poll.once(channel, 0);
    }
  }
}
