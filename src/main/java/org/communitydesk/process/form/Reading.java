package org.communitydesk.process.form;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.communitydesk.cases.Entry;
import org.communitydesk.cases.Views;
import org.communitydesk.process.LostReplies;
import org.springframework.stereotype.Component;

/** What the form of a task has shown of the conversation, and that a person has decided by it. */
@Component
class Reading {

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
  void decided(DelegateTask task) {
    String caseId = Submitted.caseId(task);
    views.decided(task.getId(), caseId);
    lost.settle(caseId);
  }

  boolean hasShown(DelegateTask task, Entry entry) {
    return views.hasShown(task.getId(), entry);
  }
}
