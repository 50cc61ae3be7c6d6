package org.communitydesk.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.process.Choices.AppealClass;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Закрывает обращение и записывает исход: чем закончилась схема или «реакция не нужна».")
class CloseAppeal implements JavaDelegate {

  private final CaseFiles files;

  CloseAppeal(CaseFiles files) {
    this.files = files;
  }

  @Override
  public void execute(DelegateExecution execution) {
    AppealClass appealClass = Variables.APPEAL_CLASS.in(execution);
    files.close(
        Variables.CASE_ID.in(execution),
        appealClass == AppealClass.NO_REACTION
            ? appealClass.name()
            : Variables.SCHEME_OUTCOME.in(execution).name());
  }
}
