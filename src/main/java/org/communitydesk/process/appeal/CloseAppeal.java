package org.communitydesk.process.appeal;

import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.process.Choices.AppealClass;
import org.communitydesk.process.Choices.SchemeOutcome;
import org.communitydesk.process.LostReplies;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Закрывает обращение и записывает исход: чем закончилась схема или «реакция не нужна».")
class CloseAppeal implements JavaDelegate {

  private final CaseFiles files;
  private final LostReplies lost;
  private final CaseTimer timer;

  CloseAppeal(CaseFiles files, LostReplies lost, CaseTimer timer) {
    this.files = files;
    this.lost = lost;
    this.timer = timer;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = Variables.CASE_ID.in(execution);
    lost.latest(caseId)
        .ifPresent(
            reply -> {
              throw new IllegalStateException(
                  "Обращение %s нельзя закрыть: ответ не вышел (%s), и задачи о нём нет."
                      .formatted(caseId, reply.state()));
            });
    files.close(caseId, outcome(execution), Duration.parse(Variables.REOPEN_PERIOD.in(execution)));
    timer.wake(caseId);
  }

  /** Answered is only what the ledger knows to stand on the platform. */
  private String outcome(DelegateExecution execution) {
    AppealClass appealClass = Variables.APPEAL_CLASS.in(execution);
    if (appealClass == AppealClass.NO_REACTION) {
      return appealClass.name();
    }
    SchemeOutcome outcome = Variables.SCHEME_OUTCOME.in(execution);
    boolean answered =
        outcome != SchemeOutcome.ANSWERED || lost.anySent(Variables.CASE_ID.in(execution));
    return (answered ? outcome : SchemeOutcome.CLOSED).name();
  }
}
