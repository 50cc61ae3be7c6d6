package org.communitydesk.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.communitydesk.intake.PlainChannel.event;
import static org.communitydesk.intake.PlainChannel.said;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.Channels;
import org.communitydesk.channel.Event;
import org.communitydesk.conversation.Platform;
import org.communitydesk.intake.IntakeRoom.RoomTest;
import org.communitydesk.loop.Loops;
import org.communitydesk.support.HandClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
class WorkerTest {

  private final Hook hook;
  private final JdbcClient jdbc;
  private final Inbox inbox;
  private final Worker worker;
  private final Backlog backlog;
  private final RecordingAppealProcess appeals;
  private final HandClock clock;
  private final MeterRegistry meters;
  private final OpenGate gate;
  private final TransactionTemplate transaction;
  private final Channels channels;
  private final Channel vk;
  private final List<InboxDispatcher> nodes = new ArrayList<>();

  WorkerTest(
      Environment environment,
      JdbcClient jdbc,
      Inbox inbox,
      Worker worker,
      Backlog backlog,
      RecordingAppealProcess appeals,
      HandClock clock,
      OpenGate gate,
      MeterRegistry meters,
      PlatformTransactionManager transactions,
      Channels channels) {
    this.gate = gate;
    this.hook = new Hook(environment);
    this.jdbc = jdbc;
    this.inbox = inbox;
    this.worker = worker;
    this.backlog = backlog;
    this.appeals = appeals;
    this.clock = clock;
    this.meters = meters;
    this.transaction = new TransactionTemplate(transactions);
    this.channels = channels;
    this.vk = channels.find(Platform.VK, "main").orElseThrow();
  }

  @BeforeEach
  void forget() {
    backlog.clear();
    appeals.forget();
  }

  @AfterEach
  void stopNodes() {
    nodes.forEach(InboxDispatcher::stop);
  }

  @Test
  void whatASwitchedOffAccountBringsIsKeptUntilItIsSwitchedOn() {
    int status =
        hook.post("/hooks/vk/off", "s", ("[" + said("1", "7", "a") + "]").getBytes(UTF_8))
            .statusCode();

    assertThat(status).isEqualTo(200);
    assertThat(worker.workOnce()).isFalse();
    assertThat(backlog.pending()).isFalse();
    assertThat(jdbc.sql("select state from inbox").query(String.class).single())
        .isEqualTo("WAITING");
  }

  @Test
  void handsTheEventsOfOneAuthorOnInOrder() {
    keep(
        said("1", "7", "a"),
        said("2", "8", "b"),
        said("3", "7", "c"),
        event("edited", "1", "7", "d"));
    workOff();

    assertThat(appeals.ids()).containsSubsequence("1", "3", "1");
    assertThat(appeals.ids()).contains("2");
  }

  @Test
  void letsARemovalFollowItsMessage() {
    appeals.before(inboundEvent -> failWhen(RecordingAppealProcess.id(inboundEvent).equals("1")));
    keep(
        said("1", "7", "a"), event("removed", "1", "", ""), event("removed", "never-seen", "", ""));
    workOff();
    assertThat(appeals.ids()).containsExactly("-never-seen");

    appeals.before(inboundEvent -> {});
    clock.move(Duration.ofSeconds(1));
    workOff();

    assertThat(appeals.ids()).containsExactly("-never-seen", "1", "-1");
  }

  @Test
  void parksAPoisonousEventAfterFiveAttemptsAndBlocksNobodyElse() {
    AtomicInteger tries = new AtomicInteger();
    appeals.before(
        inboundEvent -> {
          if (RecordingAppealProcess.id(inboundEvent).equals("poison")) {
            tries.incrementAndGet();
            throw new IllegalStateException("Карта 4111111111111111\u0000");
          }
        });
    keep(said("poison", "7", "a"), said("behind", "7", "b"), said("beside", "8", "c"));
    workOff();
    assertThat(appeals.ids()).containsExactly("beside");
    assertThat(state("poison")).isEqualTo("WAITING");

    for (int seconds : new int[] {1, 5, 30, 120}) {
      clock.move(Duration.ofSeconds(seconds).minusMillis(1));
      workOff();
      assertThat(appeals.ids()).containsExactly("beside");
      clock.move(Duration.ofMillis(1));
      workOff();
    }

    assertThat(state("poison")).isEqualTo("PARKED");
    assertThat(reason("poison")).startsWith("IllegalStateException: Карта 411111******1111");
    assertThat(tries).hasValue(15);
    assertThat(appeals.ids()).containsExactly("beside", "behind");
    assertThat(backlog.pending()).isFalse();
  }

  @Test
  void whatFailsForEveryMessageIsNoMessagesFaultAndGoesOnByItselfTogether() {
    AtomicBoolean broken = new AtomicBoolean(true);
    appeals.before(
        inboundEvent -> {
          if (broken.get()) {
            throw new IllegalStateException("table of " + RecordingAppealProcess.id(inboundEvent));
          }
        });
    keep(said("1", "7", "a"), said("2", "7", "b"), said("3", "8", "c"), said("4", "9", "d"));
    for (int minute = 0; minute < 60; minute++) {
      workOff();
      clock.move(Duration.ofMinutes(1));
    }
    keep(said("5", "10", "e"));
    workOff();

    assertThat(jdbc.sql("select distinct state from inbox").query(String.class).list())
        .containsExactly("WAITING");
    assertThat(gate.stuck()).contains("не разбираются");

    broken.set(false);
    clock.move(Duration.ofMinutes(2));
    workOff();

    assertThat(appeals.ids()).hasSize(5).containsSubsequence("1", "2");
    assertThat(gate.stuck()).isNull();
  }

  @Test
  void whatWasGivenUpBeforeTheOutageWasSeenGoesOnWithTheRest() {
    AtomicBoolean broken = new AtomicBoolean(true);
    appeals.before(
        inboundEvent ->
            failWhen(broken.get() && !RecordingAppealProcess.id(inboundEvent).equals("3")));
    keep(said("1", "7", "a"), said("2", "8", "b"), said("3", "9", "c"));
    for (int minute = 0; minute < 8; minute++) {
      workOff();
      clock.move(Duration.ofMinutes(1));
    }
    assertThat(state("1")).isEqualTo("PARKED");
    keep(said("4", "7", "d"));
    workOff();

    broken.set(false);
    clock.move(Duration.ofMinutes(2));
    workOff();

    assertThat(appeals.ids()).contains("1", "2", "3", "4");
  }

  @Test
  void aStateThatComesBackIsKeptAgainAndTheSameStateOnlyOnce() {
    for (String text : List.of("a", "a", "b", "b", "a", "a", "b")) {
      Event state = new Event("state-" + text, said("1", "7", text).getBytes(UTF_8), true);
      transaction.executeWithoutResult(status -> inbox.keep(vk, List.of(state), ""));
    }

    assertThat(jdbc.sql("select event_key from inbox order by id").query(String.class).list())
        .hasSize(4)
        .extracting(key -> key.replaceFirst("~.*", ""))
        .containsExactly("state-a", "state-b", "state-a", "state-b");
  }

  @Test
  void releasesAParkedEventAgain() {
    keep(event("dance", "1", "7", "a"));
    workOff();
    long id = jdbc.sql("select id from inbox").query(Long.class).single();
    jdbc.sql("update inbox set body = :body")
        .param("body", said("1", "7", "a").getBytes(UTF_8))
        .update();

    assertThat(hook.post("/api/inbox/" + id + "/retry", "s", new byte[0]).statusCode())
        .isEqualTo(204);
    workOff();

    assertThat(appeals.ids()).containsExactly("1");
    assertThat(hook.post("/api/inbox/" + id + "/retry", "s", new byte[0]).statusCode())
        .isEqualTo(409);
    assertThat(hook.post("/api/inbox/" + (id + 9) + "/retry", "s", new byte[0]).statusCode())
        .isEqualTo(404);
  }

  @Test
  void triesAgainAtOnceWhenARaceWasLost() {
    AtomicInteger tries = new AtomicInteger();
    appeals.before(inboundEvent -> failWhen(tries.incrementAndGet() < 3));
    keep(said("1", "7", "a"));
    workOff();

    assertThat(appeals.ids()).containsExactly("1");
    assertThat(jdbc.sql("select attempts from inbox").query(Integer.class).single()).isZero();
  }

  @Test
  void undoesWhatThePortWroteWhenItFails() {
    AtomicInteger tries = new AtomicInteger();
    appeals.before(
        inboundEvent -> {
          jdbc.sql("insert into post values ('vk', 'main', :id, '', now())")
              .param("id", "try" + tries.incrementAndGet())
              .update();
          failWhen(tries.get() == 1);
        });
    keep(said("1", "7", "a"));
    workOff();

    assertThat(jdbc.sql("select thread_id from post").query(String.class).list())
        .containsExactly("try2");
    jdbc.sql("delete from post").update();
  }

  @Test
  void parksWhatBelongsToAnAccountThatIsGone() {
    keep(said("1", "7", "a"));
    jdbc.sql("update inbox set account = 'gone'").update();
    workOff();

    assertThat(state("1")).isEqualTo("PARKED");
    assertThat(reason("1")).contains("vk/gone is not set up any more");
  }

  @Test
  void twoNodesHearEveryEventOnceAndNoAuthorTwiceAtATime() {
    for (int i = 0; i < 300; i++) {
      keep(said("m" + i, "author" + i % 7, "a"));
    }
    start(4);
    start(4);

    await().atMost(Duration.ofSeconds(60)).until(() -> !backlog.pending());

    assertThat(appeals.ids()).hasSize(300).doesNotHaveDuplicates();
    assertThat(appeals.overlaps()).isZero();
    for (int author = 0; author < 7; author++) {
      assertThat(appeals.ids().stream().map(WorkerTest::number).filter(isOf(author)).toList())
          .isSorted();
    }
  }

  @Test
  void aLaneThatAnotherNodeWorksIsLeftAlone() throws InterruptedException {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    appeals.before(
        inboundEvent -> {
          if (RecordingAppealProcess.id(inboundEvent).equals("1") && inside.getCount() > 0) {
            inside.countDown();
            waitFor(goOn);
          }
        });
    keep(said("1", "7", "a"), said("2", "7", "b"), said("3", "8", "c"));
    start(1).wake();
    inside.await();

    try {
      workOff();
      assertThat(appeals.ids()).containsExactly("3");
    } finally {
      goOn.countDown();
    }
    await().atMost(Duration.ofSeconds(20)).until(() -> !backlog.pending());
    assertThat(appeals.ids()).containsExactly("3", "1", "2");
  }

  @Test
  void losesNothingWhenItIsKilledBetweenReceivingAndWorking() {
    hook.post(said("1", "7", "a"));
    try {
      transaction.executeWithoutResult(
          status -> {
            Item item = inbox.take(inbox.dueLanes(1).get(0)).orElseThrow();
            inbox.settle(item, State.UNDERSTOOD, null, "1");
            throw new IllegalStateException("killed");
          });
    } catch (IllegalStateException killed) {
      assertThat(state("1")).isEqualTo("WAITING");
    }

    InboxDispatcher afterTheRestart = start(1);

    await().atMost(Duration.ofSeconds(20)).until(() -> appeals.ids().equals(List.of("1")));
    afterTheRestart.stop();
    assertThat(afterTheRestart.isRunning()).isFalse();
  }

  private InboxDispatcher start(int workers) {
    Worker own =
        new Worker(
            inbox, channels, appeals, gate, transaction.getTransactionManager(), clock, meters);
    InboxDispatcher node =
        new InboxDispatcher(
            own, new IntakeProperties(workers, 0), new Loops(new SimpleMeterRegistry()));
    nodes.add(node);
    node.start();
    return node;
  }

  private void keep(String... events) {
    List<Event> batch = new ArrayList<>();
    for (String event : events) {
      batch.add(new Event("", event.getBytes(UTF_8)));
    }
    transaction.executeWithoutResult(status -> inbox.keep(vk, batch, ""));
  }

  private void workOff() {
    boolean more = true;
    while (more) {
      more = worker.workOnce();
    }
  }

  private String state(String externalId) {
    return column("state", externalId);
  }

  private String reason(String externalId) {
    return column("reason", externalId);
  }

  private String column(String column, String externalId) {
    return jdbc.sql("select " + column + " from inbox where external_id = :id")
        .param("id", externalId)
        .query(String.class)
        .single();
  }

  private static void failWhen(boolean condition) {
    if (condition) {
      throw new IllegalStateException("not now");
    }
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int number(String id) {
    return Integer.parseInt(id.substring(1));
  }

  private static Predicate<Integer> isOf(int author) {
    return number -> number % 7 == author;
  }
}
