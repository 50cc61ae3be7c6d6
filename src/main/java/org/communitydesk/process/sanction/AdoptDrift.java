package org.communitydesk.process.sanction;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.TimelineEvent;
import org.communitydesk.process.Variables;
import org.communitydesk.sanction.BanDiscrepancies;
import org.communitydesk.sanction.Sanction;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Принимает то, что на платформе: снятая там мера кончается, поставленная там блокировка записывается без ступени.")
class AdoptDrift implements JavaDelegate {

  private final BanDiscrepancies banDiscrepancies;
  private final Reconciliation reconciliation;
  private final Journal journal;

  AdoptDrift(BanDiscrepancies banDiscrepancies, Reconciliation reconciliation, Journal journal) {
    this.banDiscrepancies = banDiscrepancies;
    this.reconciliation = reconciliation;
    this.journal = journal;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String who = Variables.DECIDED_BY.in(execution);
    String caseId = Variables.CASE_ID.find(execution).orElse(null);
    banDiscrepancies
        .adopt(Variables.DRIFT_ID.in(execution), who, caseId)
        .ifPresent(sanction -> told(sanction, who));
  }

  private void told(Sanction sanction, String who) {
    reconciliation.lifted(sanction);
    TimelineEvent.What what =
        sanction.state() == Sanction.State.ENDED
            ? TimelineEvent.What.SANCTION_ENDED
            : TimelineEvent.What.SANCTION_DECIDED;
    Optional.ofNullable(sanction.caseId())
        .ifPresent(caseId -> journal.record(caseId, who, what, MeasureWords.of(sanction)));
  }
}
