package org.communitydesk.process.reply;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.advocate.Advocates;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.TimelineEvent;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Записывает, снят ли негатив (reactionSettled), также в итог поста адвоката.")
class NoteNegativeOutcome implements JavaDelegate {

  private final Journal journal;
  private final Advocates advocates;
  private final Clock clock;

  NoteNegativeOutcome(Journal journal, Advocates advocates, Clock clock) {
    this.journal = journal;
    this.advocates = advocates;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    boolean settled = Variables.REACTION_SETTLED.in(execution);
    String caseId = Variables.CASE_ID.in(execution);
    advocates.outcome(caseId, settled, clock.instant());
    journal.record(
        caseId,
        null,
        settled ? TimelineEvent.What.NEGATIVE_SETTLED : TimelineEvent.What.NEGATIVE_LEFT,
        null);
  }
}
