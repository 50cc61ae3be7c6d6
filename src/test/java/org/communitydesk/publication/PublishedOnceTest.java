package org.communitydesk.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.communitydesk.channel.ReadBack;
import org.communitydesk.conversation.InboundEvent.DeliveryReceipt.Status;
import org.communitydesk.http.CallFailure;
import org.communitydesk.publication.Publication.State;
import org.communitydesk.publication.PublicationRoom.RoomTest;
import org.communitydesk.publication.ScriptedPlatform.Answer;
import org.communitydesk.publication.ScriptedPlatform.Sight;
import org.communitydesk.support.Histories;
import org.communitydesk.support.Interleaving;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Never published twice, never lost: what processes, people and platforms may do to a reply, in
 * generated histories, with nodes that die and threads that stop at any point.
 */
@RoomTest
class PublishedOnceTest {

  private static final int HISTORIES = 30;
  private static final int PLENTY = 12;
  private static final Set<State> OVER = EnumSet.of(State.SENT, State.REFUSED, State.DROPPED);

  /** Where a node dies or a thread stops. */
  private static final List<String> POINTS =
      List.of(
          ScriptedPlatform.ASKED,
          ScriptedPlatform.DONE,
          ScriptedPlatform.LOOKED,
          "set state = 'SENDING'",
          "not_before = ?, reason = ?, settled_at",
          "set state = 'SENT'",
          "set state = 'REFUSED'",
          "set state = 'NEW'",
          "set state = :to",
          "'UNKNOWN'\n    when attempt",
          "insert into stray_receipt");

  /** What a process, a person or the platform does next. */
  private enum Move {
    GO_ON,
    GO_ON_BUSY,
    GO_ON_LOCKED_OUT,
    GO_ON_BROKEN_OFF,
    GO_ON_TAKEN_AND_BROKEN_OFF,
    GO_ON_TAKEN_AND_FAULTY,
    DEADLINE,
    ECHO,
    RECEIPT,
    RECEIPT_TO_THE_PERSON,
    INTEND_AGAIN,
    STOP,
    START,
    LET_GO,
    DROP_HELD
  }

  /**
   * One thing that happens.
   *
   * @param point where its node dies, or its thread stops until the others are through; null for
   *     nowhere
   */
  private record Step(Move move, int which, String point) {}

  private final Stage stage;
  private boolean alone;

  PublishedOnceTest(Stage stage) {
    this.stage = stage;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 1001, 2001})
  void oneByOneWithNodesThatDie(long first) {
    Histories.play(first, HISTORIES, chance -> draw(chance, 10), this::playWithCrashes);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 1001})
  void twoAndThreeAtOnce(long first) {
    Histories.play(first, HISTORIES, chance -> draw(chance, 9), this::playAtOnce);
  }

  private static List<Step> draw(RandomGenerator chance, int most) {
    return IntStream.range(0, 2 + chance.nextInt(most - 1)).mapToObj(i -> step(chance)).toList();
  }

  private static Step step(RandomGenerator chance) {
    Move[] moves = Move.values();
    Move move =
        chance.nextBoolean() ? moves[chance.nextInt(6)] : moves[chance.nextInt(moves.length)];
    String point = chance.nextInt(3) == 0 ? POINTS.get(chance.nextInt(POINTS.size())) : null;
    return new Step(move, chance.nextInt(4) == 0 ? 1 : 0, point);
  }

  private void playWithCrashes(List<Step> steps) {
    alone = true;
    List<UUID> replies = begin();
    for (Step step : steps) {
      try (Interleaving node = new Interleaving(stage.jdbc)) {
        if (step.point() != null) {
          node.crashAt(step.point());
        }
        make(step, replies);
      } catch (Interleaving.Crash dead) {
        // another node goes on
      }
      check(replies);
    }
    finish(replies);
  }

  /**
   * Steps in groups of three: whoever stops goes on when the others are through, or wait for it. No
   * call outlives its deadline.
   */
  private void playAtOnce(List<Step> steps) {
    alone = false;
    List<UUID> replies = begin();
    for (int i = 0; i < steps.size(); i += 3) {
      stage.deadline();
      try (Interleaving threads = new Interleaving(stage.jdbc)) {
        for (Step step : steps.subList(i, Math.min(i + 3, steps.size()))) {
          if (step.point() != null) {
            threads.at(step.point());
          }
          threads.start(() -> make(step, replies));
        }
      }
      check(replies);
    }
    finish(replies);
  }

  private List<UUID> begin() {
    stage.reset();
    return new ArrayList<>(List.of(stage.reply("a"), stage.reply("b")));
  }

  private void make(Step step, List<UUID> replies) {
    UUID id = replies.get(step.which());
    try {
      switch (step.move()) {
        case GO_ON -> goOn(id, Answer.TAKES);
        case GO_ON_BUSY -> goOn(id, Answer.BUSY);
        case GO_ON_LOCKED_OUT -> goOn(id, Answer.LOCKS_OUT);
        case GO_ON_BROKEN_OFF -> goOn(id, Answer.BREAKS_OFF);
        case GO_ON_TAKEN_AND_BROKEN_OFF -> goOn(id, Answer.TAKES_AND_BREAKS_OFF);
        case GO_ON_TAKEN_AND_FAULTY -> goOn(id, Answer.TAKES_AND_FAULT);
        case DEADLINE -> pass();
        case ECHO -> ifItStands(id, () -> stage.echo(id, true));
        case RECEIPT -> ifItStands(id, () -> stage.receipt(id, Status.DELIVERED, true));
        case RECEIPT_TO_THE_PERSON ->
            ifItStands(id, () -> stage.receipt(id, Status.DELIVERED, false));
        case INTEND_AGAIN -> stage.reply(stage.find(id).step(), "Иначе");
        case STOP -> stage.orderToStop(true);
        case START -> stage.orderToStop(false);
        case LET_GO -> stage.publications.letGo(id);
        case DROP_HELD -> stage.publications.dropHeld(id, "Уже неважно");
      }
    } catch (CallFailure.Busy | IllegalStateException told) {
      // its job is tried again
    }
  }

  private void pass() {
    if (alone) {
      stage.deadline();
    }
  }

  private void ifItStands(UUID id, Runnable act) {
    if (!stage.platform.standing(id).isEmpty()) {
      act.run();
    }
  }

  /** What the diagram does next for a reply that stands so. */
  private void goOn(UUID id, Answer answer) {
    switch (stage.find(id).state()) {
      case NEW, HELD, SENDING -> stage.attempt(id, answer);
      case UNKNOWN -> {
        if (stage.publications.readBack(id) instanceof ReadBack.CannotTell) {
          somebodyLooks(id);
        }
      }
      case SENT, REFUSED, DROPPED -> {
        // over
      }
    }
  }

  private void somebodyLooks(UUID id) {
    if (stage.platform.standing(id).isEmpty()) {
      stage.publications.allowRepeat(id);
    } else {
      stage.publications.confirm(id, null, false);
    }
  }

  private void check(List<UUID> replies) {
    for (UUID id : replies) {
      List<String> standing = stage.platform.standing(id);
      Publication reply = stage.find(id);
      assertThat(standing).as("published under %s", id).hasSizeLessThan(2);
      if (reply.state() == State.SENT) {
        assertThat(standing).as("%s", reply).hasSize(1);
        assertThat(reply.externalId()).as("%s", reply).isIn(null, standing.get(0));
      }
    }
    assertThat(stage.platform.calls())
        .isEqualTo(replies.stream().mapToInt(id -> stage.find(id).attempt()).sum());
  }

  /** Everything works again, and every process goes on: what was not given up is out, once. */
  private void finish(List<UUID> replies) {
    stage.orderToStop(false);
    stage.platform.shows(Sight.SHOWS);
    for (UUID id : replies) {
      for (int i = 0; i < PLENTY && !OVER.contains(stage.find(id).state()); i++) {
        stage.deadline();
        goOn(id, Answer.TAKES);
      }
      ifItStands(id, () -> stage.echo(id, true));
      boolean stands = !stage.platform.standing(id).isEmpty();
      assertThat(stage.find(id).state()).isEqualTo(stands ? State.SENT : State.DROPPED);
    }
    check(replies);
  }
}
