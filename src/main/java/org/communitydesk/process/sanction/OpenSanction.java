package org.communitydesk.process.sanction;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.TimelineEvent;
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
    Optional<Sanction> opened =
        ladder.open(
            offenceId,
            new Decision(
                Variables.MEASURE.in(execution),
                Variables.DAYS.find(execution).map(Long::intValue).orElse(null),
                table.version(),
                decidedBy));
    Variables.CLIMBS.set(execution, opened.isPresent());
    Variables.SANCTION_ID.set(execution, ladder.ofOffence(offenceId).orElseThrow().id());
    opened.ifPresent(sanction -> start(execution, sanction, decidedBy));
  }

  private void start(DelegateExecution execution, Sanction sanction, String decidedBy) {
    journal.record(
        sanction.caseId(),
        decidedBy,
        TimelineEvent.What.SANCTION_DECIDED,
        MeasureWords.of(sanction));
    sanctions.start(sanction, Variables.DUE_AT.in(execution), Variables.PRIORITY.in(execution));
  }
}
