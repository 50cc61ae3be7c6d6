package org.communitydesk.sanction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Platform;
import org.communitydesk.conversation.Violation;
import org.communitydesk.sanction.Sanction.State;
import org.communitydesk.sanction.SanctionRoom.RoomTest;
import org.communitydesk.support.HandClock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An earlier measure is taken back while a later one runs: what follows, on every platform, whoever
 * enforces it, whether the new term is over, goes on, or the measure was for ever.
 */
@RoomTest
class RecountsTest {

  private static final Decision WARNING = new Decision(Measure.WARNING, 0, "1", null);
  private static final Decision WEEK = new Decision(Measure.BAN, 7, "1", null);
  private static final Decision MONTH = new Decision(Measure.BAN, 30, "1", null);
  private static final Decision FOR_EVER = new Decision(Measure.BAN, null, "1", "maria");

  private enum Term {
    OVER,
    LEFT,
    FOR_EVER
  }

  private final Ladder ladder;
  private final RecordingSanctionProcess matters;
  private final HandClock clock;
  private Offender person;
  private EnforcedBy by;
  private int messages;

  RecountsTest(Ladder ladder, RecordingSanctionProcess matters, HandClock clock) {
    this.ladder = ladder;
    this.matters = matters;
    this.clock = clock;
  }

  static Stream<Arguments> all() {
    return Stream.of(Platform.values())
        .flatMap(
            platform ->
                Stream.of(EnforcedBy.values())
                    .flatMap(
                        way ->
                            Stream.of(Term.values())
                                .map(term -> Arguments.of(platform, way, term))));
  }

  @ParameterizedTest
  @MethodSource("all")
  void whoeverIsOutIsOutForWhatTheLadderSaysNow(Platform platform, EnforcedBy way, Term term) {
    person = new Offender(new Account(platform, "main"), "climber-" + way + "-" + term);
    by = way;
    Sanction later = climb(term);
    clock.move(Duration.ofDays(term == Term.LEFT ? 3 : 10));
    Instant began = later.from();
    matters.clear();

    ladder.revoke(week().id(), "maria", "спор");

    assertThat(matters.revoked).contains(week().id(), later.id()).hasSize(above(term) + 1);
    assertThat(matters.again).hasSize(above(term));
    List<Sanction> followers = matters.again.stream().map(this::decideAgain).toList();
    assertThat(ladder.others(later.id()).waiting()).isEqualTo(term != Term.OVER);
    Sanction follower =
        followers.stream().filter(one -> began.equals(one.from())).findFirst().orElseThrow();
    followers.forEach(this::carryOut);
    endsWith(term, later, follower, began);
  }

  /** The month, and after it the ban for ever. */
  private static int above(Term term) {
    return term == Term.FOR_EVER ? 2 : 1;
  }

  private Sanction decideAgain(Offence again) {
    return ladder.open(again.id(), again.rung() == 2 ? WEEK : MONTH).orElseThrow();
  }

  private void endsWith(Term term, Sanction later, Sanction follower, Instant began) {
    Optional<Instant> out =
        switch (term) {
          case OVER -> Optional.empty();
          case LEFT -> Optional.of(began.plus(Duration.ofDays(7)));
          case FOR_EVER -> Optional.of(began.plus(Duration.ofDays(30)));
        };
    assertThat(ladder.running(person).map(Sanction::until)).isEqualTo(out);
    Ladder.Others others = ladder.others(later.id());
    assertThat(others.waiting()).isFalse();
    boolean heldThere = out.isPresent() && by != EnforcedBy.LOCAL;
    assertThat(Optional.ofNullable(others.longest()).map(Sanction::id))
        .isEqualTo(heldThere ? Optional.of(follower.id()) : Optional.empty());
    clock.move(Duration.ofDays(31));
    assertThat(ladder.running(person)).as("after the end").isEmpty();
    ladder.end(follower.id());
    assertThat(ladder.others(later.id()).longest()).isNull();
    assertThat(ladder.of(person))
        .noneMatch(one -> one.measure() == Measure.BAN && one.state() == State.RUNNING);
  }

  /** Returns the last measure, which runs. */
  private Sanction climb(Term term) {
    step(WARNING);
    step(WEEK);
    clock.move(Duration.ofDays(8));
    Sanction last = step(MONTH);
    if (term == Term.FOR_EVER) {
      clock.move(Duration.ofDays(31));
      last = step(FOR_EVER);
    }
    return last;
  }

  private Sanction step(Decision decision) {
    ladder.of(person).stream()
        .filter(one -> one.state() == State.RUNNING && one.isTermOver(clock.instant()))
        .forEach(one -> ladder.end(one.id()));
    String message = person + "-" + messages++;
    Offence offence =
        ladder.record(
            new Report(
                "1001",
                message,
                person,
                "Пётр",
                message,
                clock.instant(),
                Violation.FLOOD,
                null,
                "anna"));
    Sanction sanction = ladder.open(offence.id(), decision).orElseThrow();
    Sanction now = ladder.apply(sanction.id(), by, clock.instant(), sanction.termEndsAt());
    ladder.told(sanction.id(), null, clock.instant());
    clock.move(Duration.ofMinutes(1));
    return now;
  }

  private Sanction week() {
    return ladder.of(person).stream()
        .filter(one -> Integer.valueOf(7).equals(one.days()))
        .reduce((newer, older) -> older)
        .orElseThrow();
  }

  private void carryOut(Sanction follower) {
    if (follower.isTermOver(clock.instant())) {
      ladder.end(follower.id());
    } else {
      ladder.apply(follower.id(), by, follower.from(), follower.termEndsAt());
    }
  }
}
