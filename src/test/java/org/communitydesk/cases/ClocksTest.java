package org.communitydesk.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.communitydesk.calendar.Calendars;
import org.communitydesk.cases.CasesRoom.RoomTest;
import org.communitydesk.cases.SlaTimer.Name;
import org.communitydesk.support.Histories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The clocks of a case in generated histories, beside plain ones: time runs while the desk has the
 * word, what was missed stays missed, each warning and breach is told once.
 */
@RoomTest
class ClocksTest {

  private static final int HISTORIES = 40;

  private enum Move {
    PASS,
    DESK,
    USER,
    CONTACT_CENTER,
    PROMISE,
    ANSWERED,
    RING,
    CLOSE
  }

  private record Step(Move move, int amount) {}

  /** A clock as plain numbers. */
  private static final class Plain {
    private Duration allowed;
    private Duration warn;
    private Duration left;
    private boolean running = true;
    private boolean met;
    private boolean warned;
    private boolean breached;

    private boolean isMissed() {
      return running && !met && left.compareTo(Duration.ZERO) <= 0;
    }
  }

  private final CaseDesk desk;
  private final Clocks clocks;
  private final Calendars calendars;
  private final Map<Name, Plain> plain = new EnumMap<>(Name.class);
  private String caseId;
  private Counts counts;
  private boolean closed;

  ClocksTest(CaseDesk desk, Clocks clocks, Calendars calendars) {
    this.desk = desk;
    this.clocks = clocks;
    this.calendars = calendars;
  }

  @ParameterizedTest
  @EnumSource
  void theClocksAreAsThePlainOnes(Counts which) {
    counts = which;
    Histories.play(1, HISTORIES, ClocksTest::draw, this::play);
  }

  private static List<Step> draw(RandomGenerator chance) {
    return IntStream.range(0, 4 + chance.nextInt(12))
        .mapToObj(i -> new Step(move(chance), 1 + chance.nextInt(20)))
        .toList();
  }

  private static Move move(RandomGenerator chance) {
    Move[] all = Move.values();
    int rare = Arrays.asList(all).indexOf(Move.CLOSE);
    return chance.nextInt(3) == 0
        ? Move.PASS
        : all[chance.nextInt(chance.nextInt(8) == 0 ? rare + 1 : rare)];
  }

  private void play(List<Step> steps) {
    desk.forget();
    plain.clear();
    closed = false;
    desk.clock.set(Instant.parse("2026-11-23T06:00:00Z"));
    caseId = desk.say("1", "Где мой кешбэк?");
    promise(10);
    for (Step step : steps) {
      make(step);
      check();
    }
  }

  private void make(Step step) {
    switch (step.move()) {
      case PASS -> pass(Duration.ofMinutes(45L * step.amount()));
      case DESK -> give(Turn.DESK);
      case USER -> give(Turn.USER);
      case CONTACT_CENTER -> give(Turn.CONTACT_CENTER);
      case PROMISE -> promise(step.amount());
      case ANSWERED -> {
        clocks.answered(caseId);
        plain.get(Name.FIRST_RESPONSE).met = true;
      }
      case RING -> ring();
      case CLOSE -> {
        clocks.close(caseId);
        closed = true;
        plain.values().forEach(one -> one.met = true);
      }
    }
  }

  private void pass(Duration time) {
    Duration worked =
        counts == Counts.BUSINESS
            ? calendars.current().between(desk.now(), desk.now().plus(time))
            : time;
    desk.clock.move(time);
    plain.values().stream()
        .filter(one -> one.running && !one.met)
        .forEach(one -> one.left = one.left.minus(worked));
  }

  private void give(Turn turn) {
    clocks.giveWord(caseId, turn);
    for (Plain one : plain.values()) {
      if (!one.met && !one.isMissed()) {
        one.running = turn == Turn.DESK;
      }
    }
  }

  private void promise(int hours) {
    Duration answer = Duration.ofHours(hours);
    Duration resolve = hours % 3 == 0 ? null : answer.multipliedBy(3);
    Duration warn = Duration.ofMinutes(30L * hours);
    clocks.promise(caseId, desk.now(), new SlaTarget(answer, resolve, warn, counts, "1"));
    set(Name.FIRST_RESPONSE, answer, warn);
    if (resolve != null) {
      set(Name.RESOLUTION, resolve, warn);
    }
  }

  private void set(Name name, Duration allowed, Duration warn) {
    Plain one = plain.computeIfAbsent(name, any -> new Plain());
    if (one.met) {
      return;
    }
    one.left = one.left == null ? allowed : one.left.plus(allowed).minus(one.allowed);
    one.allowed = allowed;
    one.warn = warn;
    one.warned &= one.left.compareTo(warn) <= 0;
    one.breached &= one.isMissed();
  }

  private void ring() {
    SlaStatus.What expected = SlaStatus.What.OVER;
    for (Plain one : plain.values()) {
      if (one.met || expected == SlaStatus.What.BREACH || expected == SlaStatus.What.WARN) {
        continue;
      }
      expected = SlaStatus.What.WAIT;
      if (one.isMissed() && !one.breached) {
        one.breached = true;
        expected = SlaStatus.What.BREACH;
      } else if (one.running && !one.warned && one.left.compareTo(one.warn) <= 0) {
        one.warned = true;
        expected = SlaStatus.What.WARN;
      }
    }
    assertThat(clocks.ring(caseId).what()).isEqualTo(expected);
  }

  private void check() {
    List<SlaTimer> now = clocks.of(caseId);
    assertThat(now.stream().map(SlaTimer::name)).containsExactlyElementsOf(plain.keySet());
    for (SlaTimer one : now) {
      Plain other = plain.get(one.name());
      assertThat(one.left()).as("left of %s", one).isEqualTo(other.left);
      assertThat(one.isMet()).isEqualTo(other.met);
      assertThat(one.isMissed(desk.now())).as("missed: %s", one).isEqualTo(other.isMissed());
      assertThat(one.isRunning()).as("running: %s", one).isEqualTo(other.running && !other.met);
    }
    Optional<SlaTimer> current = clocks.current(caseId);
    assertThat(current.map(SlaTimer::name))
        .isEqualTo(
            plain.entrySet().stream()
                .filter(one -> !one.getValue().met)
                .map(Map.Entry::getKey)
                .findFirst());
    if (!closed) {
      assertThat(desk.files.of(caseId).dueAt())
          .isEqualTo(current.map(SlaTimer::dueAt).orElse(null));
    }
  }
}
