package org.communitydesk.sanction;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.communitydesk.sanction.LedgerRow.What;
import org.communitydesk.sanction.Sanction.State;
import org.springframework.stereotype.Component;

/** Takes steps off a ladder and lets those above fall. */
@Component
class Recounts {

  private static final Ladder.Recount NOTHING = new Ladder.Recount(List.of(), List.of());

  private final Offences offences;
  private final Sanctions sanctions;
  private final HashChainLedger hashChainLedger;

  Recounts(Offences offences, Sanctions sanctions, HashChainLedger hashChainLedger) {
    this.offences = offences;
    this.sanctions = sanctions;
    this.hashChainLedger = hashChainLedger;
  }

  /** An offence was withdrawn; its step goes when nothing else stands on it. */
  Ladder.Recount without(Offences.Row offence, List<Long> ladder) {
    if (offence.sanction() != null) {
      Sanctions.Row step = sanctions.of(offence.sanction().toString());
      return step.state() == State.REVOKED || !offences.standingOn(step.id()).isEmpty()
          ? NOTHING
          : revoke(step, ladder, null, null);
    }
    if (offence.againOf() != null && offences.again(offence.againOf()).isEmpty()) {
      sanctions.vacate(offence.againOf());
      return fall(ladder, sanctions.of(offence.againOf().toString()).level(), new ArrayList<>());
    }
    return NOTHING;
  }

  Ladder.Recount revoke(Sanctions.Row step, List<Long> ladder, String who, String evidence) {
    sanctions.close(step.id(), State.REVOKED, false);
    hashChainLedger.append(
        new HashChainLedger.Entry(
            What.REVOKED, who, step.offender(), null, step.id(), "", evidence));
    List<Sanction> revoked = new ArrayList<>();
    revoked.add(sanctions.of(step.sanction().id()).sanction());
    return fall(ladder, step.level(), revoked);
  }

  private Ladder.Recount fall(List<Long> ladder, int above, List<Sanction> revoked) {
    List<Offence> again = new ArrayList<>();
    sanctions
        .rungs(ladder)
        .fallen(above)
        .forEach(
            (step, level) -> {
              sanctions.move(step.id(), level);
              if (step.pending()) {
                offences.again(step.id()).forEach(waiting -> offences.move(waiting.id(), level));
              } else if (LadderPosition.rung(step.level()) == LadderPosition.rung(level)) {
                offences.standingOn(step.id()).forEach(one -> offences.move(one.id(), level));
              } else {
                again.addAll(supersede(step.id(), level));
                revoked.add(sanctions.of(step.id().toString()).sanction());
              }
            });
    LadderPosition now = sanctions.rungs(ladder);
    for (Offences.Row undecided : offences.undecided(ladder, above)) {
      offences.move(undecided.id(), Math.min(undecided.level(), now.level(undecided.writtenAt())));
    }
    return new Ladder.Recount(List.copyOf(revoked), List.copyOf(again));
  }

  private List<Offence> supersede(UUID step, int level) {
    List<Offences.Row> standing = offences.standingOn(step);
    boolean climbs = true;
    for (Offences.Row offence : standing) {
      offences.loosen(offence.id(), step, level, climbs);
      climbs = false;
    }
    sanctions.close(step, State.REVOKED, !standing.isEmpty());
    hashChainLedger.append(
        new HashChainLedger.Entry(
            What.SUPERSEDED,
            null,
            sanctions.of(step.toString()).offender(),
            null,
            step,
            "rung=" + LadderPosition.rung(level),
            null));
    return standing.stream().map(offence -> offences.of(offence.id()).offence()).toList();
  }
}
