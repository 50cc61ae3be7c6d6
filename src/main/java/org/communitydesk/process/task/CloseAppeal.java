package org.communitydesk.process.task;

import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.process.CaseTimer;
import org.communitydesk.process.Choices.AppealClass;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Закрывает обращение и записывает исход: чем закончилась схема или «реакция не нужна».")
class CloseAppeal implements JavaDelegate {

  private final CaseFiles files;
  private final CaseTimer timer;

  CloseAppeal(CaseFiles files, CaseTimer timer) {
    this.files = files;
    this.timer = timer;
  }

  @Override
  public void execute(DelegateExecution execution) {
    AppealClass appealClass = Variables.APPEAL_CLASS.in(execution);
    files.close(
        Variables.CASE_ID.in(execution),
        appealClass == AppealClass.NO_REACTION
            ? appealClass.name()
            : Variables.SCHEME_OUTCOME.in(execution).name(),
        Duration.parse(Variables.REOPEN_PERIOD.in(execution)));
    timer.wake(Variables.CASE_ID.in(execution));
  }
}
