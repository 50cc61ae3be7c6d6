package org.communitydesk.sanction;

import static org.communitydesk.sanction.Sql.whole;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitydesk.sanction.LedgerRow.What;
import org.communitydesk.sanction.Sanction.State;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Takes steps of the ladder and takes them back. */
@Component
class Steps {

  private static final Ladder.Recount NOTHING = new Ladder.Recount(List.of(), List.of());

  private final Persons persons;
  private final Offences offences;
  private final Sanctions sanctions;
  private final Recounts recounts;
  private final Evidences evidences;
  private final HashChainLedger hashChainLedger;
  private final OwnAccounts own;
  private final ObjectProvider<SanctionProcess> matters;

  Steps(
      Persons persons,
      Offences offences,
      Sanctions sanctions,
      Recounts recounts,
      Evidences evidences,
      HashChainLedger hashChainLedger,
      OwnAccounts own,
      ObjectProvider<SanctionProcess> matters) {
    this.persons = persons;
    this.offences = offences;
    this.sanctions = sanctions;
    this.recounts = recounts;
    this.evidences = evidences;
    this.hashChainLedger = hashChainLedger;
    this.own = own;
    this.matters = matters;
  }

  Offence record(Report report) {
    own.refuse(report.offender());
    long person = persons.enter(report.offender());
    List<Long> ladder = persons.lock(person);
    Optional<Offences.Row> same = offences.same(report);
    if (same.isPresent()) {
      return same.get().offence();
    }
    persons.name(person, report.authorName());
    LadderPosition.Place place = sanctions.rungs(ladder).place(whole(report.writtenAt()));
    String evidence = evidences.keep(person, report.evidence());
    Offences.Row row = offences.insert(person, report, place, evidence);
    log(
        What.RECORDED,
        report.confirmedBy(),
        row,
        row.sanction(),
        report.violation() + " rung=" + row.offence().rung() + " climbs=" + row.offence().climbs(),
        evidence);
    return row.offence();
  }

  LadderPosition.Place preview(Offender offender, Instant writtenAt) {
    return persons
        .id(offender)
        .map(person -> sanctions.rungs(persons.ladder(person)))
        .orElseGet(() -> new LadderPosition(List.of()))
        .place(whole(writtenAt));
  }

  Sanction propose(long offenceId, Decision decision) {
    List<Long> ladder = persons.lock(offences.of(offenceId).offender());
    Offences.Row offence = offences.of(offenceId);
    if (offence.sanction() != null) {
      return sanctions.of(offence.sanction().toString()).sanction();
    }
    if (offence.offence().withdrawn()) {
      throw new IllegalStateException("The offence " + offenceId + " is withdrawn");
    }
    LadderPosition ladderPosition = sanctions.rungs(ladder);
    UUID step =
        ladderPosition
            .holder(offence.level())
            .map(holder -> join(offence, holder.id()))
            .orElseGet(() -> found(offence, decision, ladderPosition));
    return sanctions.of(step.toString()).sanction();
  }

  Optional<Sanction> open(long offenceId, Decision decision) {
    persons.lock(offences.of(offenceId).offender());
    boolean before = offences.of(offenceId).sanction() != null;
    Sanction sanction = propose(offenceId, decision);
    boolean climbs = offences.of(offenceId).offence().climbs();
    return before || !climbs ? Optional.empty() : Optional.of(sanction);
  }

  Ladder.Recount withdraw(long offenceId, String who, String why) {
    List<Long> ladder = persons.lock(offences.of(offenceId).offender());
    Offences.Row offence = offences.of(offenceId);
    if (offence.offence().withdrawn()) {
      return NOTHING;
    }
    offences.withdraw(offenceId);
    String reason = evidences.keep(offence.offender(), why);
    log(What.WITHDRAWN, who, offence, offence.sanction(), "", reason);
    return recounts.without(offence, ladder);
  }

  Sanction revoke(String sanctionId, String who, String why) {
    List<Long> ladder = persons.lock(sanctions.of(sanctionId).offender());
    Sanctions.Row step = sanctions.of(sanctionId);
    if (step.state() == State.REVOKED) {
      return step.sanction();
    }
    for (Offences.Row offence : offences.standingOn(step.id())) {
      offences.withdraw(offence.id());
      log(What.WITHDRAWN, who, offence, step.id(), "", null);
    }
    String reason = evidences.keep(step.offender(), why);
    Ladder.Recount recount = recounts.revoke(step, ladder, who, reason);
    matters.ifAvailable(process -> process.recounted(recount, who));
    return sanctions.of(sanctionId).sanction();
  }

  private UUID join(Offences.Row offence, UUID step) {
    offences.bind(offence.id(), step, false);
    log(What.JOINED, null, offence, step, "", null);
    return step;
  }

  private UUID found(Offences.Row offence, Decision decision, LadderPosition ladderPosition) {
    Optional<LadderPosition.Step> vacant =
        ladderPosition.vacant(offence.level(), offence.againOf());
    List<Offences.Row> waiting =
        vacant.map(step -> offences.again(step.id())).orElseGet(ArrayList::new);
    UUID step = sanctions.insert(offence, decision);
    vacant.ifPresent(superseded -> sanctions.follow(superseded.id(), step));
    offences.bind(offence.id(), step, true);
    log(
        What.PROPOSED,
        decision.decidedBy(),
        offence,
        step,
        "rung=%d measure=%s days=%s table=%s"
            .formatted(
                LadderPosition.rung(offence.level()),
                decision.measure(),
                decision.days(),
                decision.tableVersion()),
        null);
    waiting.stream()
        .filter(other -> other.id() != offence.id())
        .forEach(other -> join(other, step));
    return step;
  }

  private void log(
      What what, String who, Offences.Row offence, UUID step, String detail, String evidence) {
    hashChainLedger.append(
        new HashChainLedger.Entry(
            what, who, offence.offender(), offence.id(), step, detail, evidence));
  }
}
