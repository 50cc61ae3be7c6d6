package org.communitydesk.process.reply;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.cases.Replies;
import org.communitydesk.process.Submitted;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Не даёт согласовать ответ тому, кто его написал.")
class NotOwnReply implements TaskListener {

  private final Replies replies;

  NotOwnReply(Replies replies) {
    this.replies = replies;
  }

  @Override
  public void notify(DelegateTask task) {
    String person =
        EVENTNAME_ASSIGNMENT.equals(task.getEventName()) ? task.getAssignee() : Submitted.by(task);
    String author = replies.written(Submitted.caseId(task), Variables.REPLY_ID.in(task)).author();
    if (author != null && author.equals(person)) {
      throw new AuthorizationException(
          "Этот ответ написали вы: согласовать его должен другой сотрудник.");
    }
  }
}
