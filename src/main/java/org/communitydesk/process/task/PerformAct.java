package org.communitydesk.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.communitydesk.process.Choices.ActState;
import org.communitydesk.process.Variables;
import org.communitydesk.publication.Publication;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Делает одно действие на платформе (actKind): скрыть, показать, заблокировать, разблокировать.")
class PerformAct implements OutsideTask {

  private final Moderator moderator;

  PerformAct(Moderator moderator) {
    this.moderator = moderator;
  }

  @Override
  public void execute(DelegateExecution execution) {
    if (moderator.isSuperseded(execution)) {
      Variables.ACT_STATE.set(execution, ActState.DONE);
      return;
    }
    Publication act = moderator.attempt(execution);
    Variables.PUBLICATION_ID.set(execution, act.id().toString());
    Variables.SANCTION_UNTIL.set(execution, act.until());
    Variables.ACT_REASON.set(execution, Moderator.brief(act.reason()));
    switch (act.state()) {
      case SENT -> {
        moderator.note(execution, act);
        Variables.ACT_STATE.set(execution, ActState.DONE);
      }
      case HELD -> Variables.ACT_STATE.set(execution, ActState.HELD);
      case NEW, SENDING, UNKNOWN -> {
        Variables.ACT_STATE.set(execution, ActState.BUSY);
        Variables.PUBLICATION_NOT_BEFORE.set(execution, moderator.nextTry(act));
      }
      case REFUSED, DROPPED -> {
        moderator.note(execution, act);
        Variables.ACT_STATE.set(execution, ActState.REFUSED);
      }
    }
  }
}
