package org.communitydesk.process.form;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.cases.Conversations;
import org.communitydesk.cases.Entry;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.Step;
import org.communitydesk.cases.Suspicions;
import org.communitydesk.process.Choices.ActKind;
import org.communitydesk.process.Choices.HandOutcome;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Записывает в дело, сделал ли модератор действие на платформе вручную.")
class TakeActByHand implements TaskListener {

  private final Journal journal;
  private final Conversations conversations;
  private final Suspicions suspicions;

  TakeActByHand(Journal journal, Conversations conversations, Suspicions suspicions) {
    this.journal = journal;
    this.conversations = conversations;
    this.suspicions = suspicions;
  }

  @Override
  public void notify(DelegateTask task) {
    HandOutcome outcome = Submitted.decision(task, Variables.HAND_OUTCOME);
    String caseId = Submitted.caseId(task);
    Variables.HAND_OUTCOME.set(task.getExecution(), outcome);
    journal.record(
        caseId, Submitted.by(task), Step.What.ACT_BY_HAND, task.getName() + ": " + outcome);
    if (outcome == HandOutcome.DONE) {
      Variables.ACT_KIND
          .find(task)
          .ifPresent(
              kind ->
                  Variables.MESSAGE_ID
                      .find(task)
                      .map(id -> conversations.entry(caseId, id))
                      .ifPresent(entry -> suspicions.moderated(entry, state(kind))));
    }
  }

  private static Entry.State state(ActKind kind) {
    return kind == ActKind.UNHIDE || kind == ActKind.RESTORE
        ? Entry.State.VISIBLE
        : Entry.State.DELETED;
  }
}
