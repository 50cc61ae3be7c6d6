package org.communitydesk.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.communitydesk.channel.Capabilities.Rate;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.Channels;
import org.communitydesk.channel.Health;
import org.communitydesk.channel.Limit;
import org.communitydesk.channel.Lookout;
import org.communitydesk.channel.Polled;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Platform;
import org.communitydesk.support.HandClock;
import org.communitydesk.watch.Gate.Go;
import org.communitydesk.watch.Gate.Held;
import org.communitydesk.watch.Gate.Later;
import org.communitydesk.watch.WatchRoom.RoomTest;
import org.communitydesk.wire.CallFailure;
import org.communitydesk.wire.Quota;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class RoundTest {

  private static final Account ACCOUNT = new Account(Platform.VK, "main");
  private static final Account SWITCHED_OFF = new Account(Platform.VK, "off");
  private final States states;
  private final Round round;
  private final Gate gate;
  private final Painter painter;
  private final Budgets budgets;
  private final JdbcClient jdbc;
  private final Channel channel;
  private final Channel off;
  private final HandClock clock;
  private final RecordingOutages outages;

  RoundTest(
      States states,
      Round round,
      Gate gate,
      Painter painter,
      Budgets budgets,
      JdbcClient jdbc,
      Channels channels,
      Clock clock,
      Outages outages) {
    this.states = states;
    this.round = round;
    this.gate = gate;
    this.painter = painter;
    this.budgets = budgets;
    this.jdbc = jdbc;
    this.channel = channels.of(ACCOUNT);
    this.off = channels.of(SWITCHED_OFF);
    this.clock = (HandClock) clock;
    this.outages = (RecordingOutages) outages;
  }

  @BeforeEach
  void beginAnew() {
    List.of("channel_state", "channel_limit", "rate_budget")
        .forEach(table -> jdbc.sql("delete from " + table).update());
    outages.told.clear();
    outages.somethingIsHeld = false;
    ScriptedChannel.failure = null;
    ScriptedChannel.health = ScriptedChannel.WELL;
    ScriptedChannel.asked = false;
    ScriptedChannel.limits = List.of();
  }

  @Test
  void aDeadKeyIsToldOnceAndItsEndOnce() {
    ScriptedChannel.failure = RoundTest::dead;
    round.check(channel);
    round.look(channel);
    round.look(channel);

    assertThat(paint()).isEqualTo(new Painter.Paint(Colour.RED, "ключ недействителен"));
    assertThat(outages.told).containsOnly("begin vk/main");
    assertThat(gate.ask(ACCOUNT, null)).isEqualTo(new Held("ключ недействителен"));
    assertThat(gate.isShut(ACCOUNT)).isTrue();
    assertThat(gate.mayPoll(ACCOUNT)).isFalse();

    ScriptedChannel.failure = null;
    outages.told.clear();
    round.check(channel);
    round.look(channel);

    assertThat(outages.told).containsExactly("end vk/main");
    assertThat(paint().colour()).isEqualTo(Colour.GREEN);
    assertThat(gate.ask(ACCOUNT, null)).isEqualTo(new Go(false));
  }

  @Test
  void aMissingRightIsTriedWithOneCallAtATime() {
    outages.somethingIsHeld = true;
    write(RoundTest::dead);
    round.look(channel);
    round.check(channel);

    assertThat(paint().colour()).as("the key is good, the right is not").isEqualTo(Colour.RED);
    assertThat(gate.ask(ACCOUNT, null)).isEqualTo(new Go(true));
    assertThat(gate.ask(ACCOUNT, null)).isInstanceOf(Held.class);

    write(RoundTest::dead);
    round.look(channel);
    assertThat(outages.told).containsExactly("begin vk/main", "release one of vk/main");

    round.check(channel);
    assertThat(gate.ask(ACCOUNT, null)).isEqualTo(new Go(true));
    gate.unproven(ACCOUNT);
    assertThat(gate.ask(ACCOUNT, null)).isEqualTo(new Go(true));
    gate.proven(ACCOUNT);
    round.look(channel);

    assertThat(paint().colour()).isEqualTo(Colour.GREEN);
    assertThat(outages.told).endsWith("end vk/main");
  }

  @Test
  void whereNothingIsHeldThereIsNothingToTry() {
    write(RoundTest::dead);
    round.check(channel);
    assertThat(paint().colour()).isEqualTo(Colour.GREEN);
  }

  @Test
  void aLockedPollIsOverWhenNobodyPollsAnyMore() {
    ScriptedChannel.failure = RoundTest::dead;
    assertThat(catchThrowable(() -> ((Polled) channel).poll(null)))
        .isInstanceOf(CallFailure.LockedOut.class);

    ScriptedChannel.failure = null;
    round.check(channel);

    assertThat(paint().colour()).isEqualTo(Colour.GREEN);
  }

  @Test
  void aLockedPollIsOverWithTheNextPoll() {
    ScriptedChannel.asked = true;
    ScriptedChannel.failure = RoundTest::dead;
    assertThat(catchThrowable(() -> ((Polled) channel).poll(null)))
        .isInstanceOf(CallFailure.LockedOut.class);
    assertThat(gate.mayPoll(ACCOUNT)).isFalse();

    ScriptedChannel.failure = null;
    round.check(channel);
    assertThat(gate.mayPoll(ACCOUNT)).isTrue();
    assertThat(gate.mayPoll(ACCOUNT)).isFalse();
    gate.polled(ACCOUNT);

    assertThat(gate.mayPoll(ACCOUNT)).isTrue();
    assertThat(paint().colour()).isEqualTo(Colour.GREEN);
  }

  @Test
  void aReadingCallOnlyRaisesTheSuspicion() {
    round.check(channel);
    assertThat(round.mayCheck(channel)).isFalse();
    ScriptedChannel.failure = RoundTest::dead;
    assertThat(catchThrowable(() -> channel.fetch(null, 1)))
        .isInstanceOf(CallFailure.LockedOut.class);

    assertThat(gate.isShut(ACCOUNT)).isFalse();
    assertThat(states.of(ACCOUNT).suspected()).isTrue();
    assertThat(round.mayCheck(channel)).isTrue();
    assertThat(round.mayCheck(channel)).as("by another node").isFalse();
    ScriptedChannel.failure = null;
    round.check(channel);
    assertThat(states.of(ACCOUNT).suspected()).isFalse();
  }

  @Test
  void aDeadKeyIsCheckedOftenAtFirst() {
    ScriptedChannel.failure = RoundTest::dead;
    List<Duration> pauses = new ArrayList<>();
    for (int i = 0; i < 13; i++) {
      round.check(channel);
      pauses.add(Duration.between(clock.instant(), states.of(ACCOUNT).nextCheck()));
    }
    assertThat(pauses.subList(0, 11)).containsOnly(Duration.ofSeconds(10));
    assertThat(pauses.subList(11, 13)).containsOnly(Duration.ofMinutes(1));

    ScriptedChannel.failure = null;
    round.check(channel);
    assertThat(states.of(ACCOUNT).nextCheck()).isEqualTo(clock.instant().plusSeconds(300));
  }

  @Test
  void yellowSaysWhy() {
    round.check(channel);
    ScriptedChannel.health = new Health("", clock.instant().plus(Duration.ofDays(6)), false, null);
    round.check(channel);
    assertThat(paint().colour()).isEqualTo(Colour.YELLOW);
    assertThat(paint().reason()).contains("Веб-хук не подписан");

    ScriptedChannel.asked = true;
    assertThat(paint().reason()).contains("Ключ истекает 28 ноября 2026");

    clock.move(Duration.ofSeconds(61));
    assertThat(paint().reason()).contains("не запрашивались больше минуты");

    write(() -> new CallFailure.Busy("слишком много запросов", Duration.ofMinutes(2)));
    assertThat(paint()).isEqualTo(new Painter.Paint(Colour.YELLOW, "слишком много запросов"));

    clock.move(Duration.ofMinutes(2));
    gate.polled(ACCOUNT);
    say(Limit.Of.ALL, 100, 15, clock.instant().plusSeconds(60));
    round.check(channel);
    assertThat(paint().reason()).contains("85 %");

    clock.move(Duration.ofMinutes(1));
    gate.polled(ACCOUNT);
    assertThat(paint().reason()).contains("Ключ истекает");
    assertThat(gate.ask(ACCOUNT, null)).isEqualTo(new Go(false));
  }

  @Test
  void isYellowFromAPollThatAFaultOfOursBrokeOffUntilTheNextAnswer() {
    round.check(channel);
    gate.faltered(ACCOUNT);
    assertThat(paint().colour()).isEqualTo(Colour.YELLOW);
    assertThat(paint().reason()).contains("из-за сбоя программы");

    gate.polled(ACCOUNT);
    assertThat(paint().colour()).isEqualTo(Colour.GREEN);
  }

  @Test
  void allNodesTakeFromOneBudgetWhichTheClockRefills() {
    for (int call = 1; call <= 20; call++) {
      assertThat(gate.ask(ACCOUNT, Kind.COMMENT)).isEqualTo(new Go(false));
    }
    Rate rate = channel.capabilities().rates().get(0);
    assertThat(budgets.left(ACCOUNT, rate)).isZero();

    Later later = (Later) gate.ask(ACCOUNT, Kind.COMMENT);
    assertThat(later.notBefore())
        .isAfter(clock.instant())
        .isBeforeOrEqualTo(clock.instant().plusSeconds(1));

    clock.move(Duration.ofSeconds(1));
    assertThat(budgets.left(ACCOUNT, rate)).isEqualTo(20);
    assertThat(gate.ask(ACCOUNT, Kind.COMMENT)).isEqualTo(new Go(false));
  }

  @Test
  void whatThePlatformSaysOfItsLimitsIsObeyed() {
    Instant reset = clock.instant().plusSeconds(900);
    say(Limit.Of.ALL, 15, 0, reset);
    round.check(channel);

    assertThat(gate.ask(ACCOUNT, Kind.PRIVATE))
        .isInstanceOfSatisfying(
            Later.class, later -> assertThat(later.notBefore()).isEqualTo(reset));
    clock.move(Duration.ofMinutes(15));
    assertThat(gate.ask(ACCOUNT, Kind.PRIVATE)).isEqualTo(new Go(false));
  }

  @Test
  void aLimitOfCommentsDoesNotHoldPrivateMessages() {
    Instant reset = clock.instant().plusSeconds(900);
    say(Limit.Of.COMMENTS, 100, 0, reset);
    round.check(channel);

    assertThat(gate.ask(ACCOUNT, Kind.COMMENT)).isInstanceOf(Later.class);
    assertThat(gate.ask(ACCOUNT, Kind.PRIVATE)).isEqualTo(new Go(false));
    assertThat(gate.ask(ACCOUNT, null)).isEqualTo(new Go(false));
    assertThat(paint().reason()).contains("100 %");
  }

  @Test
  void whenLittleIsLeftItIsMadeToLast() {
    Instant reset = clock.instant().plusSeconds(900);
    say(Limit.Of.PRIVATE, 15, 3, reset);
    round.check(channel);

    assertThat(gate.ask(ACCOUNT, Kind.PRIVATE)).isEqualTo(new Go(false));
    Later later = (Later) gate.ask(ACCOUNT, Kind.PRIVATE);
    assertThat(later.notBefore()).isEqualTo(clock.instant().plusSeconds(300));
    assertThat(later.apart()).isEqualTo(Duration.ofMinutes(5));
    assertThat(gate.ask(ACCOUNT, Kind.COMMENT)).isEqualTo(new Go(false));

    clock.move(Duration.ofMinutes(5));
    assertThat(gate.ask(ACCOUNT, Kind.PRIVATE)).isEqualTo(new Go(false));
    clock.move(Duration.ofMinutes(10));
    assertThat(gate.ask(ACCOUNT, Kind.PRIVATE)).isEqualTo(new Go(false));
    assertThat(gate.ask(ACCOUNT, Kind.PRIVATE)).isEqualTo(new Go(false));
  }

  private static void say(Limit.Of counts, long limit, long left, Instant reset) {
    ScriptedChannel.limits = List.of(new Limit(counts, new Quota(limit, left, reset)));
  }

  @Test
  void theOutageOfAnAccountThatIsNoLongerSetUpEnds() {
    Account removed = new Account(Platform.VK, "removed");
    states.lock(removed, Lookout.Call.WRITE, "ключ недействителен");
    states.announced(removed, true);

    round.forgetTheRemoved();

    assertThat(outages.told).containsExactly("end vk/removed");
    assertThat(states.of(removed).isLocked()).isFalse();
    assertThat(states.of(removed).state()).isEqualTo(Colour.OFF);
    assertThat(gate.ask(removed, Kind.COMMENT)).isInstanceOf(Held.class);
  }

  @Test
  void whatIsSwitchedOffIsNotTouched() {
    assertThat(round.mayCheck(off)).isFalse();
    assertThat(gate.ask(SWITCHED_OFF, null)).isEqualTo(new Held("Канал выключен в настройках"));
    assertThat(gate.mayPoll(SWITCHED_OFF)).isFalse();
    round.look(off);
    assertThat(states.of(SWITCHED_OFF).state()).isEqualTo(Colour.OFF);
  }

  @Test
  void whatIsSwitchedOnAgainGoesOn() {
    states.of(ACCOUNT);
    states.paint(ACCOUNT, Colour.OFF, "Канал выключен в настройках");
    round.look(channel);
    assertThat(outages.told).containsExactly("release vk/main");
    assertThat(states.of(ACCOUNT).since()).isEqualTo(Instant.now(clock));
  }

  private static CallFailure dead() {
    return new CallFailure.LockedOut("ключ недействителен");
  }

  private Painter.Paint paint() {
    return painter.of(channel, states.of(ACCOUNT));
  }

  private void write(Supplier<CallFailure> failure) {
    ScriptedChannel.failure = failure;
    assertThat(catchThrowable(() -> channel.reply(null))).isInstanceOf(CallFailure.class);
    ScriptedChannel.failure = null;
  }
}
