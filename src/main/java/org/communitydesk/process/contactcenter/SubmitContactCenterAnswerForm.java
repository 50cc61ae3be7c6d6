package org.communitydesk.process.contactcenter;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.contactcenter.Requests;
import org.communitydesk.process.Choices.RequestOutcome;
import org.communitydesk.process.Submitted;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Забирает ответ контактного центра в дело и кладёт его в черновик ответа.")
class SubmitContactCenterAnswerForm implements TaskListener {

  private final Requests requests;

  SubmitContactCenterAnswerForm(Requests requests) {
    this.requests = requests;
  }

  @Override
  public void notify(DelegateTask task) {
    requests.answer(
        Variables.REQUEST_ID.in(task),
        Submitted.by(task),
        Submitted.required(task, Variables.CONTACT_CENTER_ANSWER));
    Variables.REQUEST_OUTCOME.set(task.getExecution(), RequestOutcome.ANSWERED);
  }
}
