package org.communitydesk.channelhealth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.communitydesk.channel.CallListener;
import org.communitydesk.channel.Capabilities.Rate;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.Channels;
import org.communitydesk.channel.Examples;
import org.communitydesk.channel.Health;
import org.communitydesk.channel.Limit;
import org.communitydesk.channel.Polled;
import org.communitydesk.channel.Reply;
import org.communitydesk.channelhealth.Gate.Go;
import org.communitydesk.channelhealth.Gate.Held;
import org.communitydesk.channelhealth.Gate.Later;
import org.communitydesk.channelhealth.WatchRoom.RoomTest;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Platform;
import org.communitydesk.http.CallFailure;
import org.communitydesk.http.Quota;
import org.communitydesk.support.HandClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class HealthCheckTest {

  private static final Account ACCOUNT = new Account(Platform.VK, "main");
  private static final Reply REPLY =
      Examples.reply(new UUID(0, 1), ACCOUNT, Kind.COMMENT, "1", "2", "Здравствуйте!");
  private static final Attachment PICTURE =
      new Attachment(Attachment.Type.IMAGE, "https://example.org/a.png", null);
  private static final Account SWITCHED_OFF = new Account(Platform.VK, "off");
  private final States states;
  private final HealthCheck healthCheck;
  private final Gate gate;
  private final HealthEvaluator healthEvaluator;
  private final Budgets budgets;
  private final JdbcClient jdbc;
  private final Channel channel;
  private final Channel off;
  private final HandClock clock;
  private final RecordingOutageProcess outages;

  HealthCheckTest(
      States states,
      HealthCheck healthCheck,
      Gate gate,
      HealthEvaluator healthEvaluator,
      Budgets budgets,
      JdbcClient jdbc,
      Channels channels,
      Clock clock,
      OutageProcess outageProcess) {
    this.states = states;
    this.healthCheck = healthCheck;
    this.gate = gate;
    this.healthEvaluator = healthEvaluator;
    this.budgets = budgets;
    this.jdbc = jdbc;
    this.channel = channels.of(ACCOUNT);
    this.off = channels.of(SWITCHED_OFF);
    this.clock = (HandClock) clock;
    this.outages = (RecordingOutageProcess) outageProcess;
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
    ScriptedChannel.failure = HealthCheckTest::dead;
    healthCheck.check(channel);
    healthCheck.look(channel);
    healthCheck.look(channel);

    assertThat(paint())
        .isEqualTo(new HealthEvaluator.Paint(HealthStatus.RED, "ключ недействителен"));
    assertThat(outages.told).containsOnly("begin vk/main");
    assertThat(gate.ask(ACCOUNT, null)).isEqualTo(new Held("ключ недействителен"));
    assertThat(gate.isShut(ACCOUNT)).isTrue();
    assertThat(gate.mayPoll(ACCOUNT)).isFalse();

    ScriptedChannel.failure = null;
    outages.told.clear();
    healthCheck.check(channel);
    healthCheck.look(channel);

    assertThat(outages.told).containsExactly("end vk/main");
    assertThat(paint().colour()).isEqualTo(HealthStatus.GREEN);
    assertThat(gate.ask(ACCOUNT, null)).isEqualTo(new Go(false));
  }

  @Test
  void aMissingRightIsTriedWithOneCallAtATime() {
    outages.somethingIsHeld = true;
    write(HealthCheckTest::dead);
    healthCheck.look(channel);
    healthCheck.check(channel);

    assertThat(paint().colour())
        .as("the key is good, the right is not")
        .isEqualTo(HealthStatus.RED);
    assertThat(gate.ask(ACCOUNT, null)).isEqualTo(new Go(true));
    assertThat(gate.ask(ACCOUNT, null)).isInstanceOf(Held.class);

    write(HealthCheckTest::dead);
    healthCheck.look(channel);
    assertThat(outages.told).containsExactly("begin vk/main", "release one of vk/main");

    healthCheck.check(channel);
    assertThat(gate.ask(ACCOUNT, null)).isEqualTo(new Go(true));
    gate.unproven(ACCOUNT);
    assertThat(gate.ask(ACCOUNT, null)).isEqualTo(new Go(true));
    gate.proven(ACCOUNT);
    healthCheck.look(channel);

    assertThat(paint().colour()).isEqualTo(HealthStatus.GREEN);
    assertThat(outages.told).endsWith("end vk/main");
  }

  @Test
  void whereNothingIsHeldThereIsNothingToTry() {
    write(HealthCheckTest::dead);
    healthCheck.check(channel);
    assertThat(paint().colour()).isEqualTo(HealthStatus.GREEN);
  }

  @Test
  void aLockedPollIsOverWhenNobodyPollsAnyMore() {
    ScriptedChannel.failure = HealthCheckTest::dead;
    assertThat(catchThrowable(() -> ((Polled) channel).poll(null)))
        .isInstanceOf(CallFailure.LockedOut.class);

    ScriptedChannel.failure = null;
    healthCheck.check(channel);

    assertThat(paint().colour()).isEqualTo(HealthStatus.GREEN);
  }

  @Test
  void aLockedPollIsOverWithTheNextPoll() {
    ScriptedChannel.asked = true;
    ScriptedChannel.failure = HealthCheckTest::dead;
    assertThat(catchThrowable(() -> ((Polled) channel).poll(null)))
        .isInstanceOf(CallFailure.LockedOut.class);
    assertThat(gate.mayPoll(ACCOUNT)).isFalse();

    ScriptedChannel.failure = null;
    healthCheck.check(channel);
    assertThat(gate.mayPoll(ACCOUNT)).isTrue();
    assertThat(gate.mayPoll(ACCOUNT)).isFalse();
    gate.polled(ACCOUNT);

    assertThat(gate.mayPoll(ACCOUNT)).isTrue();
    assertThat(paint().colour()).isEqualTo(HealthStatus.GREEN);
  }

  @Test
  void aReadingCallOnlyRaisesTheSuspicion() {
    healthCheck.check(channel);
    assertThat(healthCheck.mayCheck(channel)).isFalse();
    ScriptedChannel.failure = HealthCheckTest::dead;
    assertThat(catchThrowable(() -> channel.fetch(PICTURE, 1)))
        .isInstanceOf(CallFailure.LockedOut.class);

    assertThat(gate.isShut(ACCOUNT)).isFalse();
    assertThat(states.of(ACCOUNT).suspected()).isTrue();
    assertThat(healthCheck.mayCheck(channel)).isTrue();
    assertThat(healthCheck.mayCheck(channel)).as("by another node").isFalse();
    ScriptedChannel.failure = null;
    healthCheck.check(channel);
    assertThat(states.of(ACCOUNT).suspected()).isFalse();
  }

  @Test
  void aDeadKeyIsCheckedOftenAtFirst() {
    ScriptedChannel.failure = HealthCheckTest::dead;
    List<Duration> pauses = new ArrayList<>();
    for (int i = 0; i < 13; i++) {
      healthCheck.check(channel);
      pauses.add(Duration.between(clock.instant(), states.of(ACCOUNT).nextCheck()));
    }
    assertThat(pauses.subList(0, 11)).containsOnly(Duration.ofSeconds(10));
    assertThat(pauses.subList(11, 13)).containsOnly(Duration.ofMinutes(1));

    ScriptedChannel.failure = null;
    healthCheck.check(channel);
    assertThat(states.of(ACCOUNT).nextCheck()).isEqualTo(clock.instant().plusSeconds(300));
  }

  @Test
  void yellowSaysWhy() {
    healthCheck.check(channel);
    ScriptedChannel.health = new Health("", clock.instant().plus(Duration.ofDays(6)), false, null);
    healthCheck.check(channel);
    assertThat(paint().colour()).isEqualTo(HealthStatus.YELLOW);
    assertThat(paint().reason()).contains("Веб-хук не подписан");

    ScriptedChannel.asked = true;
    assertThat(paint().reason()).contains("Ключ истекает 28 ноября 2026");

    clock.move(Duration.ofSeconds(61));
    assertThat(paint().reason()).contains("не запрашивались больше минуты");

    write(() -> new CallFailure.Busy("слишком много запросов", Duration.ofMinutes(2)));
    assertThat(paint())
        .isEqualTo(new HealthEvaluator.Paint(HealthStatus.YELLOW, "слишком много запросов"));

    clock.move(Duration.ofMinutes(2));
    gate.polled(ACCOUNT);
    say(Limit.Of.ALL, 100, 15, clock.instant().plusSeconds(60));
    healthCheck.check(channel);
    assertThat(paint().reason()).contains("85 %");

    clock.move(Duration.ofMinutes(1));
    gate.polled(ACCOUNT);
    assertThat(paint().reason()).contains("Ключ истекает");
    assertThat(gate.ask(ACCOUNT, null)).isEqualTo(new Go(false));
  }

  @Test
  void isYellowFromAPollThatAFaultOfOursBrokeOffUntilTheNextAnswer() {
    healthCheck.check(channel);
    gate.faltered(ACCOUNT);
    assertThat(paint().colour()).isEqualTo(HealthStatus.YELLOW);
    assertThat(paint().reason()).contains("из-за сбоя программы");

    gate.polled(ACCOUNT);
    assertThat(paint().colour()).isEqualTo(HealthStatus.GREEN);
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
    healthCheck.check(channel);

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
    healthCheck.check(channel);

    assertThat(gate.ask(ACCOUNT, Kind.COMMENT)).isInstanceOf(Later.class);
    assertThat(gate.ask(ACCOUNT, Kind.PRIVATE)).isEqualTo(new Go(false));
    assertThat(gate.ask(ACCOUNT, null)).isEqualTo(new Go(false));
    assertThat(paint().reason()).contains("100 %");
  }

  @Test
  void whenLittleIsLeftItIsMadeToLast() {
    Instant reset = clock.instant().plusSeconds(900);
    say(Limit.Of.PRIVATE, 15, 3, reset);
    healthCheck.check(channel);

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
    states.lock(removed, CallListener.Call.WRITE, "ключ недействителен");
    states.announced(removed, true);

    healthCheck.forgetTheRemoved();

    assertThat(outages.told).containsExactly("end vk/removed");
    assertThat(states.of(removed).isLocked()).isFalse();
    assertThat(states.of(removed).state()).isEqualTo(HealthStatus.OFF);
    assertThat(gate.ask(removed, Kind.COMMENT)).isInstanceOf(Held.class);
  }

  @Test
  void whatIsSwitchedOffIsNotTouched() {
    assertThat(healthCheck.mayCheck(off)).isFalse();
    assertThat(gate.ask(SWITCHED_OFF, null)).isEqualTo(new Held("Канал выключен в настройках"));
    assertThat(gate.mayPoll(SWITCHED_OFF)).isFalse();
    healthCheck.look(off);
    assertThat(states.of(SWITCHED_OFF).state()).isEqualTo(HealthStatus.OFF);
  }

  @Test
  void whatIsSwitchedOnAgainGoesOn() {
    states.of(ACCOUNT);
    states.paint(ACCOUNT, HealthStatus.OFF, "Канал выключен в настройках");
    healthCheck.look(channel);
    assertThat(outages.told).containsExactly("release vk/main");
    assertThat(states.of(ACCOUNT).since()).isEqualTo(Instant.now(clock));
  }

  private static CallFailure dead() {
    return new CallFailure.LockedOut("ключ недействителен");
  }

  private HealthEvaluator.Paint paint() {
    return healthEvaluator.of(channel, states.of(ACCOUNT));
  }

  private void write(Supplier<CallFailure> failure) {
    ScriptedChannel.failure = failure;
    assertThat(catchThrowable(() -> channel.reply(REPLY))).isInstanceOf(CallFailure.class);
    ScriptedChannel.failure = null;
  }
}
