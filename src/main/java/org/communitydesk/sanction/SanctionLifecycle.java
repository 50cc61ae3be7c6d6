package org.communitydesk.sanction;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.communitydesk.sanction.LedgerRow.What;
import org.communitydesk.sanction.Sanction.State;
import org.springframework.stereotype.Component;

/** How a sanction goes on after it was proposed. */
@Component
class SanctionLifecycle {

  private final Persons persons;
  private final Sanctions sanctions;
  private final Evidences evidences;
  private final HashChainLedger hashChainLedger;
  private final Deciders deciders;
  private final Clock clock;

  SanctionLifecycle(
      Persons persons,
      Sanctions sanctions,
      Evidences evidences,
      HashChainLedger hashChainLedger,
      Deciders deciders,
      Clock clock) {
    this.persons = persons;
    this.sanctions = sanctions;
    this.evidences = evidences;
    this.hashChainLedger = hashChainLedger;
    this.deciders = deciders;
    this.clock = clock;
  }

  Sanctions.Row locked(String id) {
    persons.lock(sanctions.of(id).offender());
    return sanctions.of(id);
  }

  Sanction apply(String id, EnforcedBy by, Instant from, Instant until) {
    if (by == null || from == null || (until != null && until.isBefore(from))) {
      throw new IllegalArgumentException(
          "No term: from " + from + " until " + until + ", enforced by " + by);
    }
    Sanctions.Row row = locked(id);
    Instant begin = Sql.whole(from);
    Instant end = until == null ? null : Sql.whole(until);
    boolean first = row.state() == State.PROPOSED;
    boolean sameTerm =
        begin.equals(row.sanction().from()) && Objects.equals(end, row.sanction().until());
    boolean isOver = row.state() == State.ENDED || row.state() == State.REVOKED;
    if (isOver || (!first && sameTerm && by == row.sanction().enforcedBy())) {
      return row.sanction();
    }
    sanctions.apply(row.id(), by, begin, end, !first && !sameTerm);
    String detail = "by=%s from=%s until=%s".formatted(by, begin, end);
    log(row, first ? What.APPLIED : What.TERM_CHANGED, null, detail, null);
    return sanctions.of(id).sanction();
  }

  Sanction end(String id, String who, String detail) {
    Sanctions.Row row = locked(id);
    if (row.state() == State.PROPOSED || row.state() == State.RUNNING) {
      sanctions.close(row.id(), State.ENDED, false);
      log(row, What.ENDED, who, detail, null);
    }
    persons.hide(row.offender());
    return sanctions.of(id).sanction();
  }

  Sanction adopt(long person, BanDiscrepancy banDiscrepancy, String who, String caseId) {
    Instant from =
        banDiscrepancy.since() == null ? banDiscrepancy.foundAt() : banDiscrepancy.since();
    Measure measure = banDiscrepancy.mute() ? Measure.MUTE : Measure.BAN;
    UUID id = sanctions.adopt(person, measure, from, banDiscrepancy.until(), who, caseId);
    Sanctions.Row row = sanctions.of(id.toString());
    log(row, What.ADOPTED, who, "from=%s until=%s".formatted(from, banDiscrepancy.until()), null);
    return row.sanction();
  }

  void told(String id, String externalId, Instant at) {
    Sanctions.Row row = locked(id);
    boolean newMessage = externalId != null && row.sanction().noticeExternalId() == null;
    if (row.sanction().noticeAt() == null || newMessage) {
      sanctions.told(row.id(), externalId, at);
      log(row, What.TOLD, null, "at=" + Sql.whole(at), null);
    }
  }

  void disputed(String id, String who, String text) {
    Sanctions.Row row = locked(id);
    log(row, What.DISPUTED, who, "", evidences.keep(row.offender(), text));
  }

  void upheld(String id, String who) {
    log(locked(id), What.UPHELD, who, "", null);
  }

  List<String> disputeWords(String id) {
    UUID sanction = sanctions.of(id).id();
    return Stream.concat(
            evidences.disputes(sanction).stream(),
            hashChainLedger.waiting().stream()
                .filter(entry -> entry.what() == What.DISPUTED && sanction.equals(entry.sanction()))
                .map(HashChainLedger.Entry::evidence)
                .filter(Objects::nonNull)
                .flatMap(evidence -> evidences.find(evidence).stream())
                .map(Evidence::text))
        .toList();
  }

  List<String> deciders(String id) {
    return deciders.of(sanctions.of(id).id());
  }

  Optional<Sanctions.Row> running(long person) {
    return sanctions.running(person, clock.instant());
  }

  Optional<Sanctions.Row> disputable(long person) {
    return sanctions.ofOffender(person).stream()
        .filter(row -> row.state() == State.PROPOSED || row.state() == State.RUNNING)
        .filter(row -> !row.sanction().isFromOutside())
        .findFirst();
  }

  Ladder.Others others(String id) {
    List<Sanctions.Row> others = sanctions.others(sanctions.of(id), clock.instant());
    return new Ladder.Others(
        others.stream().anyMatch(other -> other.state() == State.PROPOSED),
        others.stream()
            .filter(other -> other.state() == State.RUNNING)
            .map(Sanctions.Row::sanction)
            .findFirst()
            .orElse(null));
  }

  private void log(Sanctions.Row row, What what, String who, String detail, String evidence) {
    hashChainLedger.append(
        new HashChainLedger.Entry(what, who, row.offender(), null, row.id(), detail, evidence));
  }
}
