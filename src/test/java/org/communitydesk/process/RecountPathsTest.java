package org.communitydesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Platform;
import org.communitydesk.conversation.Violation;
import org.communitydesk.process.sanction.SanctionStarter;
import org.communitydesk.sanction.Decision;
import org.communitydesk.sanction.Ladder;
import org.communitydesk.sanction.Measure;
import org.communitydesk.sanction.Offence;
import org.communitydesk.sanction.Offender;
import org.communitydesk.sanction.Report;
import org.communitydesk.sanction.Sanction;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Desk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A week is taken back while a later measure runs, on every platform: nobody stays out longer than
 * the ladder says now, whether the new term is over, goes on, or the measure was for ever.
 */
class RecountPathsTest extends PathTest {

  /** Elsewhere it is the platform's own ban that a moderator sets, and the desk can lift it. */
  private static final List<String> ONLY_BY_HAND = List.of("x", "ok", "instagram");

  private static final List<String> IN_PRIVATE = List.of("viber", "whatsapp");

  @Autowired Ladder ladder;
  @Autowired SanctionStarter starter;
  @Autowired JdbcClient jdbc;
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
      assertThat(appeal.tasks().containsAll(List.of("applyByHand", "liftByHand")))
          .as("%s is to be shut out and let in", this)
          .isFalse();
      for (String task : List.of("applyByHand", "liftByHand")) {
        for (String id : appeal.taskIds(task)) {
          HttpResponse<String> answer =
              Desk.as("anna")
                  .post(
                      "/engine-rest/task/" + id + "/submit-form",
                      "{\"variables\":{\"handOutcome\":{\"value\":\"%s\"}}}"
                          .formatted(impossible ? "IMPOSSIBLE" : "DONE"));
          assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
          Appeal.idle();
          outByHand = !impossible && task.equals("applyByHand") && ONLY_BY_HAND.contains(platform);
        }
      }
    }

    @Override
    public String toString() {
      return platform + " " + term + (impossible ? " impossible" : "");
    }
  }

  /** One of each platform and way; every way has each term. */
  private static List<Climber> everybody() {
    return new ArrayList<>(
        List.of(
            new Climber("vk", Term.OVER, false),
            new Climber("telegram", Term.LEFT, false),
            new Climber("facebook", Term.FOR_EVER, false),
            new Climber("whatsapp", Term.LEFT, false),
            new Climber("ok", Term.OVER, false),
            new Climber("instagram", Term.FOR_EVER, false),
            new Climber("x", Term.LEFT, false),
            new Climber("x", Term.LEFT, true),
            new Climber("viber", Term.OVER, false),
            new Climber("viber", Term.LEFT, false)));
  }

  @Test
  void whoeverIsOutIsOutForWhatTheLadderSaysNow() {
    List<Climber> all = everybody();
    assertThat(all.stream().map(one -> one.platform))
        .containsAll(Stream.of(Platform.values()).map(Platform::id).toList());
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
    all.forEach(this::isSettled);
  }

  /** The register, the tasks and the notices say what the platform does. */
  private void isSettled(Climber one) {
    Offender person =
        new Offender(
            new Account(Platform.of(one.platform).orElseThrow(), "main"), one.appeal.author());
    assertThat(ladder.running(person)).as("%s in the register", one).isEmpty();
    assertThat(ladder.of(person)).as("%s", one).noneMatch(this::isOpen);
    assertThat(one.appeal.tasks()).as("%s", one).doesNotContain("applyByHand", "liftByHand");
    assertThat(lives(one)).as("lives of measures of %s", one).isZero();
    assertThat(told(one))
        .as("%s was told once of each that was taken back", one)
        .isEqualTo(one.term == Term.FOR_EVER ? 3 : 2);
  }

  private boolean isOpen(Sanction one) {
    return one.measure() != Measure.WARNING
        && (one.state() == Sanction.State.PROPOSED || one.state() == Sanction.State.RUNNING);
  }

  private long lives(Climber one) {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processDefinitionKey("sanction")
        .processInstanceBusinessKey(one.appeal.caseId())
        .variableValueEquals("measureOver", false)
        .count();
  }

  private long told(Climber one) {
    return jdbc.sql(
            """
            select count(*) from desk.publication
            where case_id = ? and kind = 'REPLY' and text like '%отменена%'
            """)
        .param(Long.valueOf(one.appeal.caseId()))
        .query(Long.class)
        .single();
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
