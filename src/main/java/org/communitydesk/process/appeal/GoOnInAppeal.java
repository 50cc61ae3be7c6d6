package org.communitydesk.process.appeal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.Arrivals;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.process.OpenAppeals;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Принимает изменённое сообщение (messageId) закрытого обращения так, как приняло бы новое: в"
        + " открытое обращение того же человека или в новое, продолжающее закрытое.")
class GoOnInAppeal implements JavaDelegate {

  private final CaseFiles files;
  private final Arrivals arrivals;
  private final OpenAppeals appeals;

  GoOnInAppeal(CaseFiles files, Arrivals arrivals, OpenAppeals appeals) {
    this.files = files;
    this.arrivals = arrivals;
    this.appeals = appeals;
  }

  @Override
  public void execute(DelegateExecution execution) {
    arrivals
        .goOn(
            files.of(Variables.CASE_ID.in(execution)).account(), Variables.MESSAGE_ID.in(execution))
        .ifPresent(appeals::take);
  }
}
