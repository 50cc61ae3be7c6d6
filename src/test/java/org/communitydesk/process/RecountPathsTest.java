package org.communitydesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Platform;
import org.communitydesk.conversation.Violation;
import org.communitydesk.sanction.Decision;
import org.communitydesk.sanction.Ladder;
import org.communitydesk.sanction.Measure;
import org.communitydesk.sanction.Offence;
import org.communitydesk.sanction.Offender;
import org.communitydesk.sanction.Report;
import org.communitydesk.sanction.Sanction;
import org.communitydesk.support.Appeal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A week is taken back while a later measure runs, on every platform: nobody stays out longer than
 * the ladder says now, whether the new term is over, goes on, or the measure was for ever.
 */
class RecountPathsTest extends PathTest {

  private static final List<String> BY_HAND = List.of("ok", "instagram", "x");
  private static final List<String> IN_PRIVATE = List.of("viber", "whatsapp");

  @Autowired Ladder ladder;
  @Autowired SanctionStarter starter;
  @Autowired Clock clock;

  private enum Term {
    OVER,
    LEFT,
    FOR_EVER
  }

  /** Somebody who climbs; what a moderator does for them by hand is kept here. */
  private static final class Climber {
    private final Appeal appeal;
    private final String platform;
    private final Term term;
    private final boolean impossible;
    private final List<String> measures = new ArrayList<>();
    private boolean outByHand;

    private Climber(String platform, Term term, boolean impossible) {
      String question = "Когда заработает приложение?";
      this.appeal =
          IN_PRIVATE.contains(platform)
              ? Appeal.privately(platform, question)
              : Appeal.comment(platform, question);
      this.platform = platform;
      this.term = term;
      this.impossible = impossible;
    }

    private boolean isOut() {
      return outByHand || !appeal.ban().isMissingNode();
    }

    private void byHand() {
      for (String task : List.of("applyByHand", "liftByHand")) {
        if (!appeal.taskIds(task).isEmpty()) {
          appeal.submit("anna", task, Map.of("handOutcome", impossible ? "IMPOSSIBLE" : "DONE"));
          outByHand = !impossible && task.equals("applyByHand");
        }
      }
    }

    @Override
    public String toString() {
      return platform + " " + term + (impossible ? " impossible" : "");
    }
  }

  @Test
  void whoeverIsOutIsOutForWhatTheLadderSaysNow() {
    List<Climber> all =
        Stream.of(Platform.values())
            .map(Platform::id)
            .flatMap(id -> Stream.of(Term.values()).map(term -> new Climber(id, term, false)))
            .collect(ArrayList::new, List::add, List::addAll);
    BY_HAND.forEach(id -> all.add(new Climber(id, Term.LEFT, true)));
    List<Climber> forEver = of(all, Term.FOR_EVER);
    List<Climber> left = of(all, Term.LEFT);
    List<Climber> over = of(all, Term.OVER);
    List<Climber> timed = Stream.concat(left.stream(), over.stream()).toList();

    climb(forEver, Measure.WARNING, 0);
    climb(forEver, Measure.BAN, 7);
    pass(forEver, "P8D");
    climb(forEver, Measure.BAN, 30);
    pass(forEver, "P31D");
    climb(forEver, Measure.BAN, null);
    climb(timed, Measure.WARNING, 0);
    climb(timed, Measure.BAN, 7);
    pass(all, "P8D");
    climb(timed, Measure.BAN, 30);
    check(all, true);

    pass(all, "P3D");
    revokeTheWeek(left);
    pass(all, "PT2M");
    check(all, true);
    pass(all, "P5D");
    check(left, false);
    check(over, true);

    pass(all, "P2D");
    revokeTheWeek(over);
    revokeTheWeek(forEver);
    pass(all, "PT2M");
    check(over, false);
    check(forEver, true);
    pass(all, "P20D");
    check(all, false);
  }

  private static List<Climber> of(List<Climber> all, Term term) {
    return all.stream().filter(one -> one.term == term).toList();
  }

  private void climb(List<Climber> people, Measure measure, Integer days) {
    List<String> messages =
        people.stream().map(one -> one.appeal.send("И ещё вопрос о приложении", null)).toList();
    Appeal.idle();
    for (int i = 0; i < people.size(); i++) {
      begin(people.get(i), messages.get(i), new Decision(measure, days, "1", null));
    }
    Appeal.idle();
    people.forEach(Climber::byHand);
    pass(people, "PT2S");
  }

  private void begin(Climber one, String message, Decision decision) {
    Instant now = clock.instant();
    Offence offence =
        ladder.record(
            new Report(
                one.appeal.caseId(),
                message,
                new Offender(
                    new Account(Platform.of(one.platform).orElseThrow(), "main"),
                    one.appeal.author()),
                "Пётр",
                message,
                now,
                Violation.FLOOD,
                null,
                null));
    Sanction sanction = ladder.open(offence.id(), decision).orElseThrow();
    one.measures.add(sanction.id());
    starter.start(sanction, now.plus(Duration.ofHours(4)), 50);
    ladder.told(sanction.id(), null, now);
  }

  private static void pass(List<Climber> people, String time) {
    people.get(0).appeal.passTime(time);
    people.forEach(Climber::byHand);
  }

  private void revokeTheWeek(List<Climber> people) {
    Consumer<Climber> revoke = one -> ladder.revoke(one.measures.get(1), "admin", "Ошибка");
    people.forEach(revoke);
    Appeal.idle();
    people.forEach(Climber::byHand);
  }

  private static void check(List<Climber> people, boolean out) {
    for (Climber one : people) {
      boolean neverOut = one.impossible || one.platform.equals("viber");
      assertThat(one.isOut()).as("%s is out", one).isEqualTo(out && !neverOut);
    }
  }
}
