package org.communitydesk.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.Step;
import org.communitydesk.process.LadderTable;
import org.communitydesk.process.MeasureWords;
import org.communitydesk.process.SanctionStarter;
import org.communitydesk.process.Variables;
import org.communitydesk.sanction.Decision;
import org.communitydesk.sanction.Ladder;
import org.communitydesk.sanction.Sanction;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Назначает меру по решению таблицы или старшего смены и запускает её процесс.")
class OpenSanction implements JavaDelegate {

  private final Ladder ladder;
  private final LadderTable table;
  private final SanctionStarter sanctions;
  private final Journal journal;

  OpenSanction(Ladder ladder, LadderTable table, SanctionStarter sanctions, Journal journal) {
    this.ladder = ladder;
    this.table = table;
    this.sanctions = sanctions;
    this.journal = journal;
  }

  @Override
  public void execute(DelegateExecution execution) {
    long offenceId = Variables.OFFENCE_ID.in(execution);
    String decidedBy = Variables.DECIDED_BY.find(execution).orElse(null);
    Sanction sanction =
        ladder.propose(
            offenceId,
            new Decision(
                Variables.MEASURE.in(execution),
                Variables.DAYS.find(execution).map(Long::intValue).orElse(null),
                table.version(),
                decidedBy));
    boolean fresh = ladder.offence(offenceId).climbs();
    Variables.CLIMBS.set(execution, fresh);
    Variables.SANCTION_ID.set(execution, sanction.id());
    if (fresh) {
      journal.record(
          sanction.caseId(), decidedBy, Step.What.SANCTION_DECIDED, MeasureWords.of(sanction));
      sanctions.start(sanction, Variables.DUE_AT.in(execution), Variables.PRIORITY.in(execution));
    }
  }
}
