package org.communitydesk.sanction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Platform;
import org.communitydesk.conversation.Violation;
import org.communitydesk.sanction.Sanction.State;
import org.communitydesk.support.HandClock;

/** One person's history on the real ladder and on the plain one, with a platform that bans. */
class Play {

  private final Ladder ladder;
  private final RecordingSanctionProcess matters;
  private final HandClock clock;
  private final Offender person;
  private final String name;
  private final Played model = new Played();
  private final List<Report> reports = new ArrayList<>();
  private final List<Long> offences = new ArrayList<>();
  private final Set<Long> withdrawn = new HashSet<>();
  private final List<Sanction> lifting = new ArrayList<>();
  private final boolean timed;
  private boolean banned;
  private Instant bannedUntil;

  Play(Ladder ladder, RecordingSanctionProcess matters, HandClock clock, String name) {
    this.ladder = ladder;
    this.matters = matters;
    this.clock = clock;
    this.name = name;
    this.timed = name.startsWith("a");
    this.person = new Offender(new Account(Platform.VK, "main"), name);
  }

  void record(int minutesAgo) {
    Instant writtenAt = clock.instant().minus(Duration.ofMinutes(minutesAgo));
    String key = name + "-" + reports.size();
    report(
        new Report(
            "1001",
            key,
            person,
            "Пётр",
            key,
            writtenAt,
            Violation.FLOOD,
            new Evidence("спам " + key, List.of(), "flood", List.of("спам")),
            "anna"));
  }

  void recordAgain(int pick, boolean otherStep) {
    if (reports.isEmpty()) {
      return;
    }
    int which = pick % offences.size();
    Report before = reports.get(which);
    long id = offences.get(which);
    String step = otherStep ? before.step() + "-" + reports.size() : before.step();
    Report again =
        new Report(
            before.caseId(),
            step,
            person,
            "",
            before.externalId(),
            before.writtenAt(),
            before.violation(),
            null,
            "boris");
    if (otherStep && withdrawn.contains(id)) {
      return;
    }
    assertThat(ladder.record(again).id()).as("the same offence").isEqualTo(id);
  }

  private void report(Report report) {
    assertThat(ladder.rungFor(person, report.writtenAt()))
        .isEqualTo(
            model
                .holder(model.level(report.writtenAt()))
                .map(step -> Played.rung(1 + model.steps.indexOf(step)))
                .orElse(Played.rung(model.level(report.writtenAt()))));
    boolean climbs = ladder.climbs(person, report.writtenAt());
    Offence offence = ladder.record(report);
    reports.add(report);
    offences.add(offence.id());
    Optional<Played.Step> on = model.record(offence.id(), report.writtenAt());
    assertThat(offence.climbs()).isEqualTo(climbs).isEqualTo(on.isEmpty());
  }

  void propose(int pick, boolean forEver) {
    List<Long> waiting = model.loose.keySet().stream().sorted().toList();
    List<Long> again =
        model.steps.stream()
            .filter(step -> step.sanction == null)
            .flatMap(step -> step.offences.stream())
            .toList();
    List<Long> all = new ArrayList<>(waiting);
    all.addAll(again);
    if (all.isEmpty()) {
      return;
    }
    long id = all.get(pick % all.size());
    int rung = model.rungOf(id);
    Decision decision =
        switch (rung) {
          case 1 -> new Decision(Measure.WARNING, 0, "1", null);
          case 2 -> new Decision(Measure.BAN, 7, "1", null);
          case 3 -> new Decision(Measure.BAN, 30, "1", null);
          default -> new Decision(Measure.BAN, forEver ? null : 30, "1", "maria");
        };
    Sanction sanction = ladder.propose(id, decision);
    Played.Step step = model.propose(id);
    if (step.sanction == null) {
      step.sanction = sanction.id();
      step.forEver = sanction.days() == null;
      assertThat(sanction.measure()).isEqualTo(decision.measure());
    }
    assertThat(sanction.id()).isEqualTo(step.sanction);
    assertThat(ladder.propose(id, decision)).isEqualTo(sanction);
  }

  void apply(int pick) {
    pick(pick, State.PROPOSED)
        .ifPresent(
            one -> {
              if (one.isTermOver(clock.instant())) {
                ladder.end(one.id());
                return;
              }
              EnforcedBy by = pick % 4 == 3 ? EnforcedBy.LOCAL : EnforcedBy.TIMER;
              Instant from = one.from() == null ? clock.instant() : one.from();
              Sanction now = ladder.apply(one.id(), by, from, one.termEndsAt());
              assertThat(now.version()).isEqualTo(1);
              assertThat(ladder.apply(one.id(), by, from, one.termEndsAt())).isEqualTo(now);
              ban(now);
            });
  }

  void prolong(int pick) {
    pick(pick, State.RUNNING)
        .filter(one -> one.until() != null && one.measure() == Measure.BAN)
        .ifPresent(
            one -> {
              Sanction now =
                  ladder.apply(
                      one.id(), EnforcedBy.HAND, one.from(), one.until().plus(Duration.ofHours(5)));
              assertThat(now.version()).isEqualTo(one.version() + 1);
              ban(now);
            });
  }

  void told(int pick) {
    List<Sanction> untold =
        ladder.of(person).stream()
            .filter(one -> one.noticeAt() == null && one.state() != State.REVOKED)
            .toList();
    if (!untold.isEmpty()) {
      Sanction one = untold.get(pick % untold.size());
      String notice = "notice-" + one.id();
      ladder.told(one.id(), notice, clock.instant());
      assertThat(ladder.byNotice(person.account(), notice)).map(Sanction::id).hasValue(one.id());
      model.steps.stream()
          .filter(step -> one.id().equals(step.sanction) && step.told == null)
          .forEach(step -> step.told = clock.instant());
    }
  }

  void withdraw(int pick) {
    List<Long> standing = offences.stream().filter(id -> !withdrawn.contains(id)).toList();
    if (standing.isEmpty()) {
      return;
    }
    long id = standing.get(pick % standing.size());
    String sanction = ladder.offence(id).sanctionId();
    Ladder.Recount recount = ladder.withdraw(id, "boris", "не он");
    withdrawn.add(id);
    Map<String, Set<Long>> fallen = model.withdraw(id);
    expect(fallen, sanction, recount.revoked(), recount.toDecideAgain());
    recount.revoked().forEach(this::lift);
    assertThat(ladder.withdraw(id, "boris", "не он").revoked()).isEmpty();
  }

  void revoke(int pick) {
    List<Sanction> standing =
        ladder.of(person).stream().filter(one -> one.state() != State.REVOKED).toList();
    if (standing.isEmpty()) {
      return;
    }
    Sanction one = standing.get(pick % standing.size());
    ladder.disputed(one.id(), "anna", "я не согласен");
    assertThat(ladder.decidersOf(one.id())).contains("anna");
    Played.Step step =
        model.steps.stream().filter(s -> one.id().equals(s.sanction)).findFirst().orElseThrow();
    withdrawn.addAll(step.offences);
    matters.clear();
    Sanction revoked = ladder.revoke(one.id(), "maria", "спор");
    assertThat(revoked.state()).isEqualTo(State.REVOKED);
    expect(
        model.take(step),
        one.id(),
        matters.revoked.stream().map(ladder::find).toList(),
        matters.again);
    matters.revoked.stream().map(ladder::find).toList().forEach(this::lift);
  }

  private void expect(
      Map<String, Set<Long>> fallen, String asked, List<Sanction> revoked, List<Offence> again) {
    assertThat(revoked).allMatch(one -> one.state() == State.REVOKED);
    assertThat(revoked.stream().map(Sanction::id).filter(id -> !id.equals(asked)).toList())
        .containsExactlyInAnyOrderElementsOf(fallen.keySet());
    assertThat(again.stream().map(Offence::id).toList())
        .containsExactlyInAnyOrderElementsOf(
            fallen.values().stream().flatMap(Set::stream).toList());
    assertThat(again).allMatch(one -> one.rung() == model.rungOf(one.id()));
  }

  /** What the process does for every ban whose term is over; some platforms end bans themselves. */
  void liftTheDue() {
    for (Sanction one : ladder.of(person)) {
      if (one.state() == State.RUNNING
          && one.until() != null
          && !one.until().isAfter(clock.instant())) {
        ladder.end(one.id());
        if (!timed) {
          lift(one);
        }
      }
    }
  }

  /** As long as any measure says. */
  private void ban(Sanction one) {
    if (isHeldThere(one)) {
      Sanction other = ladder.others(one.id()).longest();
      boolean longer =
          one.until() != null
              && other != null
              && (other.until() == null || other.until().isAfter(one.until()));
      banned = true;
      bannedUntil = longer ? other.until() : one.until();
    }
  }

  private void lift(Sanction one) {
    if (isHeldThere(one)) {
      lifting.add(one);
    }
    settle();
  }

  /** Whoever has to lift a ban waits until the other measures are settled. */
  private void settle() {
    for (Sanction one : List.copyOf(lifting)) {
      Ladder.Others others = ladder.others(one.id());
      assertThat(others.waiting())
          .isEqualTo(
              ladder.of(person).stream()
                  .filter(other -> !other.id().equals(one.id()))
                  .filter(other -> other.measure() != Measure.WARNING)
                  .anyMatch(this::isWaiting));
      if (!others.waiting()) {
        lifting.remove(one);
        banned = others.longest() != null;
        bannedUntil = banned ? others.longest().until() : null;
      }
    }
  }

  private static boolean isHeldThere(Sanction one) {
    return one.measure() != Measure.WARNING
        && one.enforcedBy() != null
        && one.enforcedBy() != EnforcedBy.LOCAL;
  }

  /** The platform says what the longest measure in force says, once all measures are settled. */
  private void checkPlatform() {
    settle();
    List<Sanction> inForce =
        ladder.of(person).stream().filter(this::isInForce).filter(Play::isHeldThere).toList();
    boolean isOut =
        banned && (!timed || bannedUntil == null || bannedUntil.isAfter(clock.instant()));
    if (lifting.isEmpty()) {
      assertThat(isOut).as("banned there: %s", ladder.of(person)).isEqualTo(!inForce.isEmpty());
    } else if (!inForce.isEmpty()) {
      assertThat(isOut).as("nobody lifted a ban that runs").isTrue();
    }
    if (timed && lifting.isEmpty() && !inForce.isEmpty()) {
      Instant end =
          inForce.stream().anyMatch(one -> one.until() == null)
              ? null
              : inForce.stream().map(Sanction::until).max(Instant::compareTo).orElseThrow();
      assertThat(bannedUntil).as("until then").isEqualTo(end);
    }
  }

  private boolean isWaiting(Sanction one) {
    return one.state() == State.PROPOSED && !one.isTermOver(clock.instant());
  }

  private boolean isInForce(Sanction one) {
    return one.state() == State.RUNNING
        && one.measure() != Measure.WARNING
        && (one.until() == null || one.until().isAfter(clock.instant()));
  }

  private Optional<Sanction> pick(int pick, State state) {
    List<Sanction> all = ladder.of(person).stream().filter(one -> one.state() == state).toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(pick % all.size()));
  }

  void check() {
    for (Offence offence : ladder.offences(person)) {
      assertThat(offence.withdrawn()).isEqualTo(withdrawn.contains(offence.id()));
      if (!offence.withdrawn()) {
        assertThat(offence.rung()).as("rung of %s", offence).isEqualTo(model.rungOf(offence.id()));
        assertThat(offence.sanctionId())
            .isEqualTo(
                model.steps.stream()
                    .filter(step -> step.offences.contains(offence.id()))
                    .map(step -> step.sanction)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null));
      }
    }
    List<Sanction> all = ladder.of(person);
    assertThat(all.stream().filter(one -> one.state() != State.REVOKED).map(Sanction::id).toList())
        .containsExactlyInAnyOrderElementsOf(
            model.steps.stream().map(step -> step.sanction).filter(Objects::nonNull).toList());
    checkPlatform();
    assertThat(ladder.running(person).isPresent())
        .isEqualTo(
            all.stream().anyMatch(one -> isInForce(one) && !one.from().isAfter(clock.instant())));
  }

  /** Everything that waits is done; then only a ban for ever holds. */
  void finish() {
    offences.forEach(id -> propose(0, true));
    ladder.of(person).stream()
        .filter(one -> one.state() == State.PROPOSED)
        .forEach(one -> apply(0));
    clock.move(Duration.ofDays(400));
    liftTheDue();
    check();
    assertThat(lifting).as("whoever waits is heard in the end").isEmpty();
  }
}
