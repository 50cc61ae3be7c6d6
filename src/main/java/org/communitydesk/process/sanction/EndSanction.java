package org.communitydesk.process.sanction;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.Note;
import org.communitydesk.cases.TimelineEvent;
import org.communitydesk.process.Choices.ActState;
import org.communitydesk.process.Variables;
import org.communitydesk.sanction.EnforcedBy;
import org.communitydesk.sanction.Ladder;
import org.communitydesk.sanction.Measure;
import org.communitydesk.sanction.Sanction;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Записывает, что мера закончилась или срок прошёл раньше, чем её применили; бессрочная"
        + " остаётся, отозванная уже записана.")
class EndSanction implements JavaDelegate {

  private static final String MISSED =
      "Срок меры прошёл раньше, чем её применили: человек не был заблокирован."
          + " Если блокировку всё же поставили вручную, снимите её.";
  private static final String TAKEN_BACK =
      "Мера отменена раньше, чем её применили: блокировать не нужно."
          + " Если блокировку всё же поставили вручную, снимите её.";

  private final Ladder ladder;
  private final Journal journal;
  private final Clock clock;

  EndSanction(Ladder ladder, Journal journal, Clock clock) {
    this.ladder = ladder;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Sanction sanction = ladder.hold(Variables.SANCTION_ID.in(execution));
    Variables.MEASURE_OVER.set(execution, true);
    boolean lasting = sanction.measure() != Measure.WARNING && sanction.until() == null;
    boolean missed =
        sanction.state() == Sanction.State.PROPOSED && sanction.isTermOver(clock.instant());
    if (missed || (sanction.state() == Sanction.State.RUNNING && !lasting)) {
      ladder.end(sanction.id());
      journal.record(
          sanction.caseId(), null, TimelineEvent.What.SANCTION_ENDED, MeasureWords.of(sanction));
    }
    if (missed) {
      journal.note(sanction.caseId(), null, Note.Kind.RULES, MISSED);
    } else if (sanction.state() == Sanction.State.REVOKED && isAskedOfAPerson(execution)) {
      journal.note(sanction.caseId(), null, Note.Kind.RULES, TAKEN_BACK);
    }
  }

  private static boolean isAskedOfAPerson(DelegateExecution execution) {
    return Variables.ENFORCED_BY.in(execution) == EnforcedBy.LOCAL
        && Variables.ACT_STATE.find(execution).filter(ActState.REFUSED::equals).isPresent();
  }
}
