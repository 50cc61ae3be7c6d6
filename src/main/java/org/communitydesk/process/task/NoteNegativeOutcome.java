package org.communitydesk.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.Step;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Записывает, снят ли негатив (reactionSettled).")
class NoteNegativeOutcome implements JavaDelegate {

  private final Journal journal;

  NoteNegativeOutcome(Journal journal) {
    this.journal = journal;
  }

  @Override
  public void execute(DelegateExecution execution) {
    boolean settled = Variables.REACTION_SETTLED.in(execution);
    journal.record(
        Variables.CASE_ID.in(execution),
        null,
        settled ? Step.What.NEGATIVE_SETTLED : Step.What.NEGATIVE_LEFT,
        null);
  }
}
