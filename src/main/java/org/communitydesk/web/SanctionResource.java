package org.communitydesk.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.communitydesk.conversation.Violation;
import org.communitydesk.sanction.BanDiscrepancy;
import org.communitydesk.sanction.EnforcedBy;
import org.communitydesk.sanction.Evidence;
import org.communitydesk.sanction.LedgerRow;
import org.communitydesk.sanction.Measure;
import org.communitydesk.sanction.Offence;
import org.communitydesk.sanction.Offender;
import org.communitydesk.sanction.Reading;
import org.communitydesk.sanction.Sanction;
import org.communitydesk.web.AppealResource.Appeal;

/** The shapes of our JSON about people and sanctions. Instants are UTC in ISO 8601. */
final class SanctionResource {

  private SanctionResource() {}

  record Shown(
      String id,
      String platform,
      String account,
      String authorId,
      String authorName,
      int rung,
      Measure measure,
      Integer days,
      Sanction.State state,
      Instant from,
      Instant until,
      Violation violation,
      String caseId,
      EnforcedBy enforcedBy,
      int version,
      String proposedBy,
      String decidedBy,
      Instant noticeAt,
      Instant createdAt,
      Instant endedAt) {

    static Shown of(Sanction sanction) {
      return new Shown(
          sanction.id(),
          sanction.offender().account().platform().id(),
          sanction.offender().account().name(),
          sanction.offender().authorId(),
          sanction.authorName(),
          sanction.rung(),
          sanction.measure(),
          sanction.days(),
          sanction.state(),
          sanction.from(),
          sanction.until(),
          sanction.violation(),
          sanction.caseId(),
          sanction.enforcedBy(),
          sanction.version(),
          sanction.proposedBy(),
          sanction.decidedBy(),
          sanction.noticeAt(),
          sanction.createdAt(),
          sanction.endedAt());
    }
  }

  record Broken(
      long id,
      String caseId,
      String platform,
      String account,
      String externalId,
      Instant writtenAt,
      Violation violation,
      String rule,
      int rung,
      String sanctionId,
      boolean climbs,
      boolean withdrawn,
      String confirmedBy,
      Instant recordedAt,
      Evidence evidence) {

    static Broken of(Offence offence, Evidence evidence) {
      return new Broken(
          offence.id(),
          offence.caseId(),
          offence.offender().account().platform().id(),
          offence.offender().account().name(),
          offence.externalId(),
          offence.writtenAt(),
          offence.violation(),
          offence.rule(),
          offence.rung(),
          offence.sanctionId(),
          offence.climbs(),
          offence.withdrawn(),
          offence.confirmedBy(),
          offence.recordedAt(),
          evidence);
    }
  }

  record Event(
      long id,
      Instant at,
      String who,
      LedgerRow.What what,
      Long offenceId,
      String detail,
      String text,
      String hash) {

    static Event of(LedgerRow row, String text) {
      return new Event(
          row.id(),
          row.at(),
          row.who(),
          row.what(),
          row.offenceId(),
          row.detail(),
          text,
          row.hash());
    }
  }

  record Detail(@JsonUnwrapped Shown sanction, List<Broken> offences, List<Event> ledger) {}

  record Withdrawn(List<Shown> revoked, List<Broken> toDecideAgain) {}

  record Someone(String platform, String account, String authorId) {

    static Someone of(Offender offender) {
      return new Someone(
          offender.account().platform().id(), offender.account().name(), offender.authorId());
    }
  }

  record Person(
      String platform,
      String authorId,
      String authorName,
      List<Appeal> appeals,
      List<Broken> offences,
      List<Shown> measures,
      List<Drifted> drift,
      List<Someone> linked) {

    /** What of it belongs to these cases. */
    Person through(Set<String> cases) {
      return new Person(
          platform,
          authorId,
          authorName,
          appeals.stream().filter(one -> cases.contains(one.caseId())).toList(),
          offences.stream().filter(one -> cases.contains(one.caseId())).toList(),
          measures.stream()
              .filter(one -> one.caseId() != null && cases.contains(one.caseId()))
              .toList(),
          List.of(),
          List.of());
    }
  }

  record Drifted(
      String id,
      String platform,
      String account,
      String authorId,
      String authorName,
      BanDiscrepancy.Kind kind,
      String sanctionId,
      Instant since,
      Instant until,
      boolean mute,
      Instant foundAt,
      boolean asked,
      BanDiscrepancy.State state,
      String decidedBy,
      Instant settledAt) {

    static Drifted of(BanDiscrepancy banDiscrepancy) {
      return new Drifted(
          banDiscrepancy.id(),
          banDiscrepancy.offender().account().platform().id(),
          banDiscrepancy.offender().account().name(),
          banDiscrepancy.offender().authorId(),
          banDiscrepancy.authorName(),
          banDiscrepancy.kind(),
          banDiscrepancy.sanctionId(),
          banDiscrepancy.since(),
          banDiscrepancy.until(),
          banDiscrepancy.mute(),
          banDiscrepancy.foundAt(),
          banDiscrepancy.asked(),
          banDiscrepancy.state(),
          banDiscrepancy.decidedBy(),
          banDiscrepancy.settledAt());
    }
  }

  record Compared(
      String platform, String account, Instant readAt, Instant failedAt, String reason) {

    static Compared of(Reading reading) {
      return new Compared(
          reading.account().platform().id(),
          reading.account().name(),
          reading.readAt(),
          reading.failedAt(),
          reading.reason());
    }
  }

  record Whole(boolean whole) {}

  record Why(String why) {}

  record Words(String text) {}
}
