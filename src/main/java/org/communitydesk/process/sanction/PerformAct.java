package org.communitydesk.process.sanction;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.communitydesk.process.Choices.ActState;
import org.communitydesk.process.OutsideTask;
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
    Optional<ActState> settled = moderator.beforehand(execution);
    if (settled.isPresent()) {
      settle(execution, settled.get());
      moderator.giveUp(execution, settled.get());
      return;
    }
    Publication act = moderator.attempt(execution);
    Variables.PUBLICATION_ID.set(execution, act.id().toString());
    Variables.ACT_REASON.set(execution, Moderator.brief(act.reason()));
    Optional<ActState> meanwhile = moderator.afterwards(execution, act);
    if (meanwhile.isPresent()) {
      settle(execution, meanwhile.get());
      return;
    }
    switch (act.state()) {
      case SENT -> {
        moderator.note(execution, act);
        Variables.ACT_STATE.set(execution, ActState.DONE);
      }
      case HELD -> Variables.ACT_STATE.set(execution, ActState.HELD);
      case NEW, SENDING -> {
        Variables.ACT_STATE.set(execution, ActState.BUSY);
        Variables.PUBLICATION_NOT_BEFORE.set(execution, moderator.nextTry(act));
      }
      case REFUSED, DROPPED -> {
        moderator.note(execution, act);
        Variables.ACT_STATE.set(execution, ActState.REFUSED);
      }
      case UNKNOWN ->
          throw new IllegalStateException(
              "Nobody may know the outcome of an act that can be repeated: " + act.id());
    }
  }

  private void settle(DelegateExecution execution, ActState state) {
    Variables.ACT_STATE.set(execution, state);
    if (state == ActState.BUSY) {
      Variables.PUBLICATION_NOT_BEFORE.set(execution, moderator.whenOthersMayBeSettled());
    }
  }
}
