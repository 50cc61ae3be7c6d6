package org.communitydesk.process.sanction;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.communitydesk.channel.BanList;
import org.communitydesk.channel.Channels;
import org.communitydesk.channelhealth.Gate;
import org.communitydesk.conversation.Account;
import org.communitydesk.http.CallFailure;
import org.communitydesk.process.KnownCases;
import org.communitydesk.process.Messages;
import org.communitydesk.process.Variables;
import org.communitydesk.publication.Publications;
import org.communitydesk.sanction.BanDiscrepancies;
import org.communitydesk.sanction.BanDiscrepancy;
import org.communitydesk.sanction.Difference;
import org.communitydesk.sanction.Ladder;
import org.communitydesk.sanction.Measure;
import org.communitydesk.sanction.Offender;
import org.communitydesk.sanction.Sanction;
import org.communitydesk.sanction.Sweep;
import org.communitydesk.sanction.Sweeps;
import org.springframework.stereotype.Component;

/** Compares what platforms say of bans with the ladder, and asks a supervisor where they differ. */
@Component
public class Reconciliation {

  private static final String SANCTION = "sanction";
  private static final String SHUT = "Канал сейчас не работает.";

  /** More parts than any platform's list has; whoever never ends is not believed. */
  private static final int MOST_PARTS = 1_000;

  /** How often in a row a list is read anew because it has changed meanwhile. */
  private static final int MOST_CHANGES = 3;

  private static final Duration TIME_TO_DECIDE = Duration.ofHours(24);
  private static final long PRIORITY = 60;

  private final Channels channels;
  private final Gate gate;
  private final BanReader reader;
  private final Sweeps sweeps;
  private final BanDiscrepancies banDiscrepancies;
  private final Ladder ladder;
  private final Publications publications;
  private final KnownCases cases;
  private final RuntimeService engine;
  private final Clock clock;

  public Reconciliation(
      Channels channels,
      Gate gate,
      BanReader reader,
      Sweeps sweeps,
      BanDiscrepancies banDiscrepancies,
      Ladder ladder,
      Publications publications,
      KnownCases cases,
      RuntimeService engine,
      Clock clock) {
    this.channels = channels;
    this.gate = gate;
    this.reader = reader;
    this.sweeps = sweeps;
    this.banDiscrepancies = banDiscrepancies;
    this.ladder = ladder;
    this.publications = publications;
    this.cases = cases;
    this.engine = engine;
    this.clock = clock;
  }

  /** The first account after that one whose platform tells of bans; empty when none is left. */
  public Optional<Account> after(String account) {
    return channels.all().stream()
        .filter(BanReader::canRead)
        .map(channel -> channel.account())
        .filter(channels::isOn)
        .filter(one -> account == null || one.toString().compareTo(account) > 0)
        .min((a, b) -> a.toString().compareTo(b.toString()));
  }

  /**
   * Compares one part of an account: reads some of the platform's list, or compares some of the
   * people. What could not be read leaves everything as it was; the next comparison goes on there.
   * Nothing is locked while the platform is read.
   *
   * @return whether there is more to compare now
   */
  public boolean compareNext(Account account) {
    if (gate.isShut(account)) {
      banDiscrepancies.read(account, SHUT);
      return false;
    }
    boolean lists = BanReader.canList(channel(account));
    Sweep sweep = sweeps.of(account, lists);
    if (sweep.reading()) {
      return readOn(sweep);
    }
    List<String> people = banDiscrepancies.people(account, sweep.cursor(), BanReader.MOST_PEOPLE);
    return people.isEmpty() ? finish(sweep) : compareSome(sweep, lists, people);
  }

  private boolean readOn(Sweep sweep) {
    BanReader.Pages read;
    try {
      read = reader.list(channel(sweep.account()), sweep.cursor(), sweep.total());
    } catch (CallFailure notNow) {
      banDiscrepancies.read(sweep.account(), notNow.getMessage());
      return false;
    }
    if (read.changed() || sweep.step() > MOST_PARTS) {
      return readAnew(sweep);
    }
    Optional<Sweep> now = sweeps.read(sweep, read.bans(), read.next(), read.total());
    boolean incomplete =
        now.filter(one -> !one.reading() && one.total() != null && one.total() != one.listed())
            .isPresent();
    return incomplete ? readAnew(now.get()) : now.isPresent();
  }

  /** From a list that has changed while it was read nothing is concluded. */
  private boolean readAnew(Sweep sweep) {
    if (sweep.changed() < MOST_CHANGES) {
      sweeps.beginAnew(sweep);
      return true;
    }
    if (sweeps.end(sweep)) {
      String platform = sweep.account().platform().title();
      banDiscrepancies.read(
          sweep.account(), platform + ": чёрный список каждый раз меняется, пока его читают.");
    }
    return false;
  }

  private boolean finish(Sweep sweep) {
    if (sweeps.end(sweep)) {
      banDiscrepancies.lookedAtAll(sweep.account(), sweep.beganAt());
      banDiscrepancies.read(sweep.account(), null);
    }
    return false;
  }

  private boolean compareSome(Sweep sweep, boolean lists, List<String> people) {
    Account account = sweep.account();
    Instant began = clock.instant();
    BanReader.Asked asked =
        lists
            ? new BanReader.Asked(sweeps.listed(account, people), people, List.of(), null)
            : reader.about(channel(account), people);
    List<Difference> fresh = fresh(account, asked, lists, lists ? sweep.beganAt() : began);
    List<String> done = people.subList(0, asked.known().size() + asked.passed().size());
    if (!done.isEmpty() && !sweeps.compared(sweep, done.get(done.size() - 1))) {
      return false; // another comparison of this account goes on with it
    }
    take(account, asked, fresh, lists ? sweep.beganAt() : began);
    return isGoingOn(account, asked);
  }

  private boolean isGoingOn(Account account, BanReader.Asked asked) {
    if (asked.failure() != null) {
      banDiscrepancies.read(account, asked.failure().getMessage());
    }
    return asked.failure() == null;
  }

  /**
   * Compares some of the people of whom something was heard, where the platform tells of one alone.
   *
   * @return whether there are more
   */
  public boolean compareHeard(Account account) {
    List<String> heard = banDiscrepancies.heard(account, BanReader.MOST_PEOPLE);
    if (heard.isEmpty() || !BanReader.canAskAboutOne(channel(account))) {
      return false;
    }
    Instant began = clock.instant();
    if (gate.isShut(account)) {
      banDiscrepancies.read(account, SHUT);
      heard.forEach(person -> banDiscrepancies.passed(account, person, began));
      return false;
    }
    BanReader.Asked asked = reader.about(channel(account), heard);
    take(account, asked, fresh(account, asked, false, began), began);
    Collection<String> passed = asked.failure() == null ? asked.passed() : heard;
    passed.forEach(person -> banDiscrepancies.passed(account, person, began));
    return isGoingOn(account, asked) && !banDiscrepancies.heard(account, 1).isEmpty();
  }

  private List<Difference> fresh(
      Account account, BanReader.Asked asked, boolean isListed, Instant since) {
    Set<String> standing =
        banDiscrepancies.standing(account, asked.known()).stream()
            .map(banDiscrepancy -> banDiscrepancy.offender().authorId())
            .collect(Collectors.toSet());
    return banDiscrepancies.compare(account, asked.bans(), asked.known()).differences().stream()
        .filter(one -> !standing.contains(one.personId()))
        .filter(one -> !publications.isActing(account, one.personId(), since))
        .filter(one -> !isBeingLifted(new Offender(account, one.personId())))
        .filter(one -> !isListed || isConfirmed(account, one))
        .toList();
  }

  /** A list is read in parts, and people act meanwhile: who can be asked about alone is. */
  private boolean isConfirmed(Account account, Difference one) {
    BanList channel = channel(account);
    return !BanReader.canAskAboutOne(channel)
        || reader.confirms(channel, one.personId(), one.kind() == BanDiscrepancy.Kind.BANNED);
  }

  /** All that a part changes, after all that it has read. */
  private void take(Account account, BanReader.Asked asked, List<Difference> fresh, Instant since) {
    closeVanished(account, asked);
    banDiscrepancies.keep(account, fresh, asked.known());
    asked.known().forEach(person -> banDiscrepancies.looked(account, person, since));
  }

  private void closeVanished(Account account, BanReader.Asked asked) {
    BanDiscrepancies.Comparison now =
        banDiscrepancies.compare(account, asked.bans(), asked.known());
    Set<String> differing = new HashSet<>(now.undecided());
    now.differences().forEach(one -> differing.add(one.personId() + "/" + one.kind()));
    for (BanDiscrepancy banDiscrepancy : banDiscrepancies.standing(account, asked.known())) {
      String person = banDiscrepancy.offender().authorId();
      if (!differing.contains(person)
          && !differing.contains(person + "/" + banDiscrepancy.kind())
          && banDiscrepancies.gone(banDiscrepancy.id())) {
        tell(Messages.DRIFT_GONE, Variables.DRIFT_ID.name(), banDiscrepancy.id());
      }
    }
  }

  private boolean isBeingLifted(Offender offender) {
    return ladder.of(offender).stream()
        .filter(one -> one.state() == Sanction.State.REVOKED && one.measure() != Measure.WARNING)
        .anyMatch(
            one ->
                engine
                        .createProcessInstanceQuery()
                        .processDefinitionKey(SANCTION)
                        .variableValueEquals(Variables.SANCTION_ID.name(), one.id())
                        .count()
                    > 0);
  }

  /**
   * Asks supervisors about the oldest drifts that nobody was asked about.
   *
   * @param mostAtOnce how many may be open together
   */
  public void ask(int mostAtOnce) {
    banDiscrepancies.ask(mostAtOnce).forEach(this::ask);
  }

  private void ask(BanDiscrepancy banDiscrepancy) {
    Optional<String> caseId = cases.of(banDiscrepancy);
    MessageCorrelationBuilder start =
        engine
            .createMessageCorrelation(Messages.DRIFT_FOUND)
            .processInstanceBusinessKey(caseId.orElse("drift-" + banDiscrepancy.id()))
            .setVariable(Variables.DRIFT_ID.name(), banDiscrepancy.id())
            .setVariable(Variables.DRIFT_KIND.name(), banDiscrepancy.kind().name())
            .setVariable(
                Variables.PLATFORM.name(), banDiscrepancy.offender().account().platform().name())
            .setVariable(Variables.PRIORITY.name(), PRIORITY)
            .setVariable(Variables.DUE_AT.name(), Date.from(clock.instant().plus(TIME_TO_DECIDE)));
    caseId.ifPresent(id -> start.setVariable(Variables.CASE_ID.name(), id));
    start.correlateStartMessage();
  }

  /** The process of a measure that ended past the desk waits for nothing any more. */
  public void lifted(Sanction sanction) {
    tell(Messages.SANCTION_LIFTED, Variables.SANCTION_ID.name(), sanction.id());
  }

  private void tell(String message, String variable, String value) {
    engine
        .createMessageCorrelation(message)
        .processInstanceVariableEquals(variable, value)
        .correlateAll();
  }

  private BanList channel(Account account) {
    return channels.of(account).as(BanList.class).orElseThrow();
  }
}
