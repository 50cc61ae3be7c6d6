package org.communitydesk.process.sanction;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.process.Choices.HeldBy;
import org.communitydesk.process.Variables;
import org.communitydesk.publication.Publication;
import org.communitydesk.publication.Publications;
import org.communitydesk.sanction.EnforcedBy;
import org.communitydesk.sanction.Ladder;
import org.communitydesk.sanction.Measure;
import org.communitydesk.sanction.Offender;
import org.communitydesk.sanction.Sanction;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Узнаёт, что ещё держит человека (heldBy): эта же мера без срока, другая мера или ничто; и не"
        + " стоит ли наша блокировка, о которой платформа не ответила или которую ставили для"
        + " прежней меры (maybeBanned).")
class CheckLifting implements JavaDelegate {

  private final Ladder ladder;
  private final Publications publications;

  CheckLifting(Ladder ladder, Publications publications) {
    this.ladder = ladder;
    this.publications = publications;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Sanction sanction = ladder.find(Variables.SANCTION_ID.in(execution));
    boolean lasting =
        sanction.state() == Sanction.State.RUNNING
            && sanction.measure() != Measure.WARNING
            && sanction.until() == null;
    Variables.HELD_BY.set(
        execution, lasting ? HeldBy.ITSELF : byOthers(ladder.others(sanction.id())));
    Variables.MAYBE_BANNED.set(execution, isMaybeBanned(sanction));
  }

  /** Whoever is kept out by hand may also stand in a ban of ours, set for an earlier measure. */
  private boolean isMaybeBanned(Sanction sanction) {
    Offender person = sanction.offender();
    return publications
        .lastOn(person.account(), person.authorId())
        .filter(
            act ->
                act.state() != Publication.State.SENT || sanction.enforcedBy() == EnforcedBy.HAND)
        .filter(act -> act.kind() == Publication.Kind.BAN || act.kind() == Publication.Kind.MUTE)
        .isPresent();
  }

  private static HeldBy byOthers(Ladder.Others others) {
    if (others.waiting()) {
      return HeldBy.WAITING;
    }
    return others.longest() == null ? HeldBy.NOBODY : HeldBy.ANOTHER;
  }
}
