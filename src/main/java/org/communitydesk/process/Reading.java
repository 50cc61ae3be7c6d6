package org.communitydesk.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.communitydesk.cases.CaseMessage;
import org.communitydesk.cases.Views;
import org.springframework.stereotype.Component;

/** What the form of a task has shown of the conversation, and that a person has decided by it. */
@Component
public class Reading {

  private final Views views;
  private final LostReplies lost;

  Reading(Views views, LostReplies lost) {
    this.views = views;
    this.lost = lost;
  }

  void begin(DelegateTask task) {
    views.open(task.getId(), Submitted.caseId(task));
  }

  /**
   * The person has answered, or left unanswered, all that the form showed; what came later, or was
   * changed, is still to be read. A lost reply was shown too.
   */
  public void decided(DelegateTask task) {
    String caseId = Submitted.caseId(task);
    views.decided(task.getId(), caseId);
    lost.settle(caseId);
  }

  public boolean hasShown(DelegateTask task, CaseMessage caseMessage) {
    return views.hasShown(task.getId(), caseMessage);
  }
}
