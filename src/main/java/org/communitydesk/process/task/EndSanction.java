package org.communitydesk.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.Step;
import org.communitydesk.process.MeasureWords;
import org.communitydesk.process.Variables;
import org.communitydesk.sanction.Ladder;
import org.communitydesk.sanction.Measure;
import org.communitydesk.sanction.Sanction;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Записывает, что мера закончилась; бессрочная остаётся, отозванная уже записана.")
class EndSanction implements JavaDelegate {

  private final Ladder ladder;
  private final Journal journal;

  EndSanction(Ladder ladder, Journal journal) {
    this.ladder = ladder;
    this.journal = journal;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Sanction sanction = ladder.find(Variables.SANCTION_ID.in(execution));
    boolean lasting = sanction.measure() != Measure.WARNING && sanction.until() == null;
    if (sanction.state() == Sanction.State.RUNNING && !lasting) {
      ladder.end(sanction.id());
      journal.record(sanction.caseId(), null, Step.What.SANCTION_ENDED, MeasureWords.of(sanction));
    }
  }
}
