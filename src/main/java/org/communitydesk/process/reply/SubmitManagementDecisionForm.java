package org.communitydesk.process.reply;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.advocate.Advocates;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.Note;
import org.communitydesk.cases.TimelineEvent;
import org.communitydesk.process.Choices.ManagementDecision;
import org.communitydesk.process.Choices.SchemeOutcome;
import org.communitydesk.process.Reading;
import org.communitydesk.process.Submitted;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Записывает, что решило руководство, и замечание для модератора; пост адвоката не помог.")
class SubmitManagementDecisionForm implements TaskListener {

  private final Journal journal;
  private final Advocates advocates;
  private final Reading reading;
  private final Clock clock;

  SubmitManagementDecisionForm(Journal journal, Advocates advocates, Reading reading, Clock clock) {
    this.journal = journal;
    this.advocates = advocates;
    this.reading = reading;
    this.clock = clock;
  }

  @Override
  public void notify(DelegateTask task) {
    String caseId = Submitted.caseId(task);
    String who = Submitted.by(task);
    ManagementDecision decision = Submitted.decision(task, Variables.MANAGEMENT_DECISION);
    boolean closes = decision == ManagementDecision.CLOSE;
    Variables.MANAGEMENT_DECISION.set(task.getExecution(), decision);
    journal.record(
        caseId,
        who,
        closes ? TimelineEvent.What.MANAGEMENT_CLOSED : TimelineEvent.What.MANAGEMENT_RETRIED,
        null);
    advocates.outcome(caseId, false, clock.instant());
    Submitted.text(task, Variables.REMARK)
        .ifPresent(remark -> journal.note(caseId, who, Note.Kind.REMARK, remark));
    if (closes) {
      reading.decided(task);
      Variables.SCHEME_OUTCOME.set(task.getExecution(), SchemeOutcome.CLOSED);
    }
  }
}
