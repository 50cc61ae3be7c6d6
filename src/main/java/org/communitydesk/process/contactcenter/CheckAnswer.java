package org.communitydesk.process.contactcenter;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.contactcenter.Answers;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Смотрит, не пришёл ли ответ контактного центра раньше, чем его начали ждать.")
class CheckAnswer implements JavaDelegate {

  private final Answers answers;

  CheckAnswer(Answers answers) {
    this.answers = answers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Variables.ANSWER_IS_HERE.set(execution, answers.isHere(Variables.REQUEST_ID.in(execution)));
  }
}
