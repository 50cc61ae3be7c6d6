package org.communitydesk.process.appeal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Clocks;
import org.communitydesk.cases.Turn;
import org.communitydesk.process.OpenAppeals;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Проверяет, не разбирают ли ещё рядом что-то из написанного человеком: до закрытия это должно"
        + " быть решено, и часы обращения идут.")
class CheckBeside implements JavaDelegate {

  private final CaseFiles files;
  private final OpenAppeals appeals;
  private final Clocks clocks;

  CheckBeside(CaseFiles files, OpenAppeals appeals, Clocks clocks) {
    this.files = files;
    this.appeals = appeals;
    this.clocks = clocks;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = Variables.CASE_ID.in(execution);
    files.lock(caseId);
    boolean beside = appeals.isWorkedBeside(execution.getProcessInstanceId());
    if (beside) {
      clocks.giveWord(caseId, Turn.DESK);
    }
    Variables.WORK_BESIDE.set(execution, beside);
  }
}
