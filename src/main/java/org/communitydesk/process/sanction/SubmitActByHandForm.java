package org.communitydesk.process.sanction;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.cases.CaseMessage;
import org.communitydesk.cases.Conversations;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.Suspicions;
import org.communitydesk.cases.TimelineEvent;
import org.communitydesk.process.Choices.ActKind;
import org.communitydesk.process.Choices.HandOutcome;
import org.communitydesk.process.Submitted;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Записывает в дело, сделал ли модератор действие на платформе вручную.")
class SubmitActByHandForm implements TaskListener {

  private final Journal journal;
  private final Conversations conversations;
  private final Suspicions suspicions;

  SubmitActByHandForm(Journal journal, Conversations conversations, Suspicions suspicions) {
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
        caseId,
        Submitted.by(task),
        TimelineEvent.What.ACT_BY_HAND,
        task.getName() + ": " + outcome);
    if (outcome == HandOutcome.DONE) {
      Variables.ACT_KIND
          .find(task)
          .ifPresent(
              kind ->
                  Variables.MESSAGE_ID
                      .find(task)
                      .map(id -> conversations.entry(caseId, id))
                      .ifPresent(caseMessage -> suspicions.moderated(caseMessage, state(kind))));
    }
  }

  private static CaseMessage.State state(ActKind kind) {
    return kind == ActKind.UNHIDE || kind == ActKind.RESTORE
        ? CaseMessage.State.VISIBLE
        : CaseMessage.State.DELETED;
  }
}
