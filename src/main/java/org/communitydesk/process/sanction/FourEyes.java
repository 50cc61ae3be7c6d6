package org.communitydesk.process.sanction;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.process.Submitted;
import org.communitydesk.process.Variables;
import org.communitydesk.sanction.Ladder;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Не даёт решать тому, кто эту меру предложил, подтвердил или уже судил.")
class FourEyes implements TaskListener {

  private final Ladder ladder;

  FourEyes(Ladder ladder) {
    this.ladder = ladder;
  }

  @Override
  public void notify(DelegateTask task) {
    String person =
        EVENTNAME_ASSIGNMENT.equals(task.getEventName()) ? task.getAssignee() : Submitted.by(task);
    Set<String> involved = new HashSet<>();
    Variables.CONFIRMED_BY.find(task).ifPresent(involved::add);
    Variables.SANCTION_ID.find(task).map(ladder::decidersOf).ifPresent(involved::addAll);
    if (involved.contains(person)) {
      throw new AuthorizationException(
          "Здесь нужны четыре глаза: вы уже решали об этой мере, теперь решает другой сотрудник.");
    }
  }
}
