package org.communitydesk.sanction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Platform;
import org.communitydesk.conversation.Violation;
import org.communitydesk.sanction.SanctionRoom.RoomTest;
import org.communitydesk.support.HandClock;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

@RoomTest
class LadderRaceTest {

  private static final Decision WEEK = new Decision(Measure.BAN, 7, "1", null);

  private final Ladder ladder;
  private final HandClock clock;

  LadderRaceTest(Ladder ladder, HandClock clock) {
    this.ladder = ladder;
    this.clock = clock;
  }

  @RepeatedTest(20)
  void theSameStepOnTwoNodesIsOneOffenceAndOneRung(RepetitionInfo round) throws Exception {
    String who = "same-" + round.getCurrentRepetition();
    List<Sanction> both = atOnce(() -> offend(who, who), () -> offend(who, who));
    assertThat(both.get(0).id()).isEqualTo(both.get(1).id());
    assertThat(ladder.offences(person(who))).hasSize(1);
    assertThat(ladder.of(person(who))).hasSize(1);
  }

  @RepeatedTest(20)
  void twoOffencesAtOnceAreOneRung(RepetitionInfo round) throws Exception {
    String who = "two-" + round.getCurrentRepetition();
    List<Sanction> both = atOnce(() -> offend(who, who + "-1"), () -> offend(who, who + "-2"));
    assertThat(both.get(0).id()).isEqualTo(both.get(1).id());
    assertThat(ladder.offences(person(who))).hasSize(2).allMatch(one -> one.rung() == 1);
    assertThat(ladder.of(person(who))).hasSize(1);
    assertThat(ladder.chainIsWhole()).isTrue();
  }

  private Sanction offend(String who, String step) {
    Offence offence =
        ladder.record(
            new Report(
                "1001", step, person(who), "", step, clock.instant(), Violation.FLOOD, null, null));
    return ladder.propose(offence.id(), WEEK);
  }

  private static Offender person(String who) {
    return new Offender(new Account(Platform.OK, "main"), who);
  }

  private static List<Sanction> atOnce(Callable<Sanction> one, Callable<Sanction> other)
      throws Exception {
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      CyclicBarrier start = new CyclicBarrier(2);
      Future<Sanction> first = nodes.submit(() -> together(start, one));
      Future<Sanction> second = nodes.submit(() -> together(start, other));
      return List.of(first.get(), second.get());
    } finally {
      nodes.shutdown();
    }
  }

  private static Sanction together(CyclicBarrier start, Callable<Sanction> work) throws Exception {
    start.await();
    return work.call();
  }
}
