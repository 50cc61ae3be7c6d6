package org.communitydesk.process.sanction;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.TimelineEvent;
import org.communitydesk.process.Variables;
import org.communitydesk.sanction.Ladder;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Записывает, что после жалобы мера оставлена в силе.")
class UpholdSanction implements JavaDelegate {

  private final Ladder ladder;
  private final Journal journal;

  UpholdSanction(Ladder ladder, Journal journal) {
    this.ladder = ladder;
    this.journal = journal;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String who = Variables.DECIDED_BY.in(execution);
    ladder.upheld(Variables.SANCTION_ID.in(execution), who);
    journal.record(Variables.CASE_ID.in(execution), who, TimelineEvent.What.SANCTION_UPHELD, null);
  }
}
