package org.communitydesk.process.task;

import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.contactcenter.Requests;
import org.communitydesk.process.CaseTimer;
import org.communitydesk.process.Choices.SchemeOutcome;
import org.communitydesk.process.Variables;
import org.communitydesk.publication.Publication;
import org.communitydesk.publication.Publication.State;
import org.communitydesk.publication.Publications;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Закрывает отозванное обращение: снимает ответы, которые ещё не ушли.")
class WithdrawAppeal implements JavaDelegate {

  private final CaseFiles files;
  private final Publications publications;
  private final Requests requests;
  private final CaseTimer timer;

  WithdrawAppeal(CaseFiles files, Publications publications, Requests requests, CaseTimer timer) {
    this.files = files;
    this.publications = publications;
    this.requests = requests;
    this.timer = timer;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = Variables.CASE_ID.in(execution);
    for (State waiting : List.of(State.NEW, State.HELD)) {
      publications.list(waiting, caseId, Integer.MAX_VALUE).stream()
          .map(Publication::id)
          .forEach(id -> publications.drop(id, "The person has withdrawn the appeal"));
    }
    requests.withdrawAll(caseId);
    files.close(
        caseId,
        SchemeOutcome.WITHDRAWN.name(),
        Duration.parse(Variables.REOPEN_PERIOD.in(execution)));
    timer.wake(caseId);
  }
}
