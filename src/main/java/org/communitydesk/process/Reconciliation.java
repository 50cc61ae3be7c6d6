package org.communitydesk.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.communitydesk.channel.Channels;
import org.communitydesk.channel.TellsBans;
import org.communitydesk.conversation.Account;
import org.communitydesk.publication.Publications;
import org.communitydesk.sanction.Difference;
import org.communitydesk.sanction.Drift;
import org.communitydesk.sanction.Drifts;
import org.communitydesk.sanction.Ladder;
import org.communitydesk.sanction.Measure;
import org.communitydesk.sanction.Offender;
import org.communitydesk.sanction.Sanction;
import org.communitydesk.watch.Gate;
import org.communitydesk.wire.CallFailure;
import org.springframework.stereotype.Component;

/** Compares what platforms say of bans with the ladder, and asks a supervisor where they differ. */
@Component
public class Reconciliation {

  private static final String SANCTION = "sanction";
  private static final Duration TIME_TO_DECIDE = Duration.ofHours(24);
  private static final long PRIORITY = 60;

  private final Channels channels;
  private final Gate gate;
  private final BanReader reader;
  private final Drifts drifts;
  private final Ladder ladder;
  private final Publications publications;
  private final KnownCases cases;
  private final RuntimeService engine;
  private final Clock clock;

  Reconciliation(
      Channels channels,
      Gate gate,
      BanReader reader,
      Drifts drifts,
      Ladder ladder,
      Publications publications,
      KnownCases cases,
      RuntimeService engine,
      Clock clock) {
    this.channels = channels;
    this.gate = gate;
    this.reader = reader;
    this.drifts = drifts;
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

  /** Compares a whole account; what could not be read leaves everything as it was. */
  public void compareAll(Account account) {
    compare(account, () -> reader.all(channel(account), drifts.toAsk(account)));
  }

  /** Compares the people of whom something was heard, where the platform tells of one alone. */
  public void compareHeard(Account account) {
    List<String> heard = drifts.heard(account);
    if (!heard.isEmpty() && BanReader.canAskAboutOne(channel(account))) {
      compare(account, () -> reader.these(channel(account), heard));
    }
  }

  private interface Read {
    BanReader.Reading read() throws CallFailure;
  }

  private void compare(Account account, Read read) {
    drifts.endWhatIsOver(account);
    if (gate.isShut(account)) {
      drifts.read(account, "Канал сейчас не работает.");
      return;
    }
    Instant began = clock.instant();
    BanReader.Reading reading;
    try {
      reading = read.read();
    } catch (CallFailure notNow) {
      drifts.read(account, notNow.getMessage());
      return;
    }
    Predicate<String> settled =
        person ->
            !publications.isActing(account, person, began)
                && !isBeingLifted(new Offender(account, person));
    take(account, reading, settled);
    reading.people().forEach(person -> drifts.looked(account, person, began));
    if (reading.whole()) {
      drifts.heard(account).forEach(person -> drifts.looked(account, person, began));
      drifts.read(account, null);
    }
  }

  private void take(Account account, BanReader.Reading reading, Predicate<String> settled) {
    Drifts.Comparison now =
        drifts.compare(
            account,
            reading.bans(),
            person -> reading.isList() || reading.people().contains(person));
    Set<String> differing = new HashSet<>(now.undecided());
    Set<String> standing =
        drifts.standing(account).stream()
            .map(drift -> drift.offender().authorId())
            .collect(Collectors.toSet());
    List<Difference> fresh = new ArrayList<>();
    for (Difference difference : now.differences()) {
      differing.add(difference.personId() + "/" + difference.kind());
      if (!standing.contains(difference.personId()) && settled.test(difference.personId())) {
        fresh.add(difference);
      }
    }
    closeVanished(account, reading, differing);
    // Two comparisons that enter the same people in one order never wait for each other in a ring.
    confirmed(account, reading, fresh).stream()
        .sorted(Comparator.comparing(Difference::personId))
        .forEach(one -> drifts.found(account, one));
  }

  private void closeVanished(Account account, BanReader.Reading reading, Set<String> differing) {
    for (Drift drift : drifts.standing(account)) {
      String person = drift.offender().authorId();
      boolean looked = reading.isList() || reading.people().contains(person);
      if (looked
          && !differing.contains(person)
          && !differing.contains(person + "/" + drift.kind())
          && drifts.gone(drift.id())) {
        tell(Messages.DRIFT_GONE, Variables.DRIFT_ID.name(), drift.id());
      }
    }
  }

  /** A list is read in parts, and people act meanwhile: who can be asked about alone is. */
  private Collection<Difference> confirmed(
      Account account, BanReader.Reading reading, List<Difference> fresh) {
    TellsBans channel = channel(account);
    if (!reading.isList() || !BanReader.canAskAboutOne(channel)) {
      return fresh;
    }
    return fresh.stream()
        .filter(one -> reader.confirms(channel, one.personId(), one.kind() == Drift.Kind.BANNED))
        .toList();
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
    drifts.ask(mostAtOnce).forEach(this::ask);
  }

  private void ask(Drift drift) {
    Optional<String> caseId = cases.of(drift);
    MessageCorrelationBuilder start =
        engine
            .createMessageCorrelation(Messages.DRIFT_FOUND)
            .processInstanceBusinessKey(caseId.orElse("drift-" + drift.id()))
            .setVariable(Variables.DRIFT_ID.name(), drift.id())
            .setVariable(Variables.DRIFT_KIND.name(), drift.kind().name())
            .setVariable(Variables.PLATFORM.name(), drift.offender().account().platform().name())
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

  private TellsBans channel(Account account) {
    return (TellsBans) channels.of(account);
  }
}
