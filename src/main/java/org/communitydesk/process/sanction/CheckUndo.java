package org.communitydesk.process.sanction;

import java.time.Clock;
import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.CaseMessage;
import org.communitydesk.cases.Conversations;
import org.communitydesk.process.Variables;
import org.communitydesk.publication.Publications;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Узнаёт, можно ли вернуть сообщение (undoable): удалённое — только в течение undoWindow.")
class CheckUndo implements JavaDelegate {

  private final Conversations conversations;
  private final Publications publications;
  private final Clock clock;

  CheckUndo(Conversations conversations, Publications publications, Clock clock) {
    this.conversations = conversations;
    this.publications = publications;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = Variables.CASE_ID.in(execution);
    CaseMessage caseMessage = conversations.entry(caseId, Variables.MESSAGE_ID.in(execution));
    Duration window = Duration.parse(Variables.UNDO_WINDOW.in(execution));
    boolean tooLate =
        caseMessage.state() == CaseMessage.State.DELETED
            && publications
                .deletedAt(caseId, caseMessage.externalId())
                .filter(at -> at.plus(window).isBefore(clock.instant()))
                .isPresent();
    Variables.UNDOABLE.set(execution, !tooLate);
    Variables.ACT_REASON.set(
        execution, tooLate ? "Время на отмену удаления вышло: верните сами, если можно." : null);
  }
}
