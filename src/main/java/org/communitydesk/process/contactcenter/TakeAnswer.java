package org.communitydesk.process.contactcenter;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.contactcenter.Answers;
import org.communitydesk.process.Choices.RequestOutcome;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Кладёт ответ, пришедший извне, в черновик ответа пользователю.")
class TakeAnswer implements JavaDelegate {

  private final Answers answers;

  TakeAnswer(Answers answers) {
    this.answers = answers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    answers.accept(Variables.REQUEST_ID.in(execution));
    Variables.REQUEST_OUTCOME.set(execution, RequestOutcome.ANSWERED);
  }
}
