package org.communitydesk.process.sanction;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.TimelineEvent;
import org.communitydesk.process.Variables;
import org.communitydesk.sanction.Ladder;
import org.communitydesk.sanction.SanctionProcess;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Снимает нарушение с лестницы: старший смены его не подтвердил.")
class WithdrawOffence implements JavaDelegate {

  private final Ladder ladder;
  private final SanctionProcess matters;
  private final Journal journal;

  WithdrawOffence(Ladder ladder, SanctionProcess matters, Journal journal) {
    this.ladder = ladder;
    this.matters = matters;
    this.journal = journal;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String who = Variables.DECIDED_BY.in(execution);
    Ladder.Recount recount =
        ladder.withdraw(Variables.OFFENCE_ID.in(execution), who, "Старший смены не подтвердил");
    matters.recounted(recount, who);
    journal.record(
        Variables.CASE_ID.in(execution), who, TimelineEvent.What.OFFENCE_WITHDRAWN, null);
  }
}
