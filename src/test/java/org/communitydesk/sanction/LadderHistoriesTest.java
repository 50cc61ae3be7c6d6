package org.communitydesk.sanction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.communitydesk.support.HandClock;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Random histories on the real ladder and on a plain one. The property {@code jqwik.tries.default}
 * says how many.
 */
class LadderHistoriesTest {

  private static final AtomicLong NEXT = new AtomicLong();
  private static final Instant BEGIN = Instant.parse("2026-11-22T12:00:00Z");

  private static final Set<Kind> CHANGING = EnumSet.of(Kind.WITHDRAW, Kind.REVOKE, Kind.PASS);

  private static ConfigurableApplicationContext room;

  @BeforeContainer
  static void open() {
    room =
        new SpringApplicationBuilder(SanctionRoom.class)
            .web(WebApplicationType.NONE)
            .properties(SanctionRoom.SETTINGS)
            .run();
  }

  @AfterContainer
  static void close() {
    room.close();
  }

  enum Kind {
    RECORD,
    RECORD_AGAIN,
    PROPOSE,
    APPLY,
    TELL,
    PROLONG,
    WITHDRAW,
    REVOKE,
    PASS,
    JUMP_BACK
  }

  record Move(Kind kind, int who, int pick, boolean flag) {}

  @Property(shrinking = ShrinkingMode.BOUNDED)
  void theLadderIsAsThePlainOne(@ForAll("histories") List<Move> moves) {
    new TransactionTemplate(room.getBean(PlatformTransactionManager.class))
        .executeWithoutResult(
            transaction -> {
              transaction.setRollbackOnly();
              play(moves);
            });
  }

  private static void play(List<Move> moves) {
    Ladder ladder = room.getBean(Ladder.class);
    HandClock clock = room.getBean(HandClock.class);
    RecordingSanctionProcess matters = room.getBean(RecordingSanctionProcess.class);
    clock.set(BEGIN);
    long history = NEXT.incrementAndGet();
    List<Play> persons =
        Stream.of("a", "b").map(name -> new Play(ladder, matters, clock, name + history)).toList();
    for (Move move : moves) {
      Play play = persons.get(move.who());
      make(move, play, clock);
      if (move.kind() == Kind.PASS) {
        persons.forEach(Play::liftTheDue);
      }
      if (CHANGING.contains(move.kind())) {
        play.check();
      }
    }
    persons.forEach(Play::finish);
    assertThat(ladder.chainIsWhole()).isTrue();
  }

  private static void make(Move move, Play play, HandClock clock) {
    switch (move.kind()) {
      case RECORD -> play.record(move.flag() ? 0 : move.pick());
      case RECORD_AGAIN -> play.recordAgain(move.pick(), move.flag());
      case PROPOSE -> play.propose(move.pick(), move.flag());
      case APPLY -> play.apply(move.pick());
      case TELL -> play.told(move.pick());
      case PROLONG -> play.prolong(move.pick());
      case WITHDRAW -> play.withdraw(move.pick());
      case REVOKE -> play.revoke(move.pick());
      case PASS ->
          clock.move(
              move.flag()
                  ? Duration.ofMinutes(move.pick() + 1)
                  : Duration.ofDays(move.pick() % 40));
      case JUMP_BACK -> clock.move(Duration.ofMinutes(-move.pick()));
    }
  }

  /** A step that is taken in full is drawn as often as single moves, so that ladders grow. */
  @Provide
  Arbitrary<List<Move>> histories() {
    Arbitrary<Kind> single =
        Arbitraries.frequency(
            Tuple.of(6, Kind.RECORD),
            Tuple.of(1, Kind.RECORD_AGAIN),
            Tuple.of(5, Kind.PROPOSE),
            Tuple.of(4, Kind.APPLY),
            Tuple.of(4, Kind.TELL),
            Tuple.of(1, Kind.PROLONG),
            Tuple.of(3, Kind.WITHDRAW),
            Tuple.of(2, Kind.REVOKE),
            Tuple.of(4, Kind.PASS),
            Tuple.of(1, Kind.JUMP_BACK));
    Arbitrary<List<Kind>> some =
        Arbitraries.frequencyOf(
            Tuple.of(3, single.map(List::of)),
            Tuple.of(
                1,
                Arbitraries.just(
                    List.of(Kind.RECORD, Kind.PROPOSE, Kind.APPLY, Kind.TELL, Kind.PASS))));
    Arbitrary<List<Move>> moves =
        Combinators.combine(
                some,
                Arbitraries.frequency(Tuple.of(4, 0), Tuple.of(1, 1)),
                Arbitraries.integers().between(0, 90),
                Arbitraries.of(true, false))
            .as(
                (kinds, who, pick, flag) ->
                    kinds.stream().map(kind -> new Move(kind, who, pick, flag)).toList());
    return moves.list().ofMinSize(2).ofMaxSize(10).map(LadderHistoriesTest::flat);
  }

  private static List<Move> flat(List<List<Move>> moves) {
    return moves.stream().flatMap(List::stream).toList();
  }
}
