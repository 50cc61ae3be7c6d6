package org.communitydesk.process.appeal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.Conversations;
import org.communitydesk.cases.Views;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Считает прочитанным сообщение (messageId), на которое решено не отвечать, если человек его с"
        + " тех пор не изменил. Всё остальное остаётся непрочитанным.")
class LeaveUnanswered implements JavaDelegate {

  private final Conversations conversations;
  private final Views views;

  LeaveUnanswered(Conversations conversations, Views views) {
    this.conversations = conversations;
    this.views = views;
  }

  @Override
  public void execute(DelegateExecution execution) {
    conversations
        .find(Variables.CASE_ID.in(execution), Variables.MESSAGE_ID.in(execution))
        .ifPresent(views::settled);
  }
}
