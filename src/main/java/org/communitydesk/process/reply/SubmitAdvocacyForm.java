package org.communitydesk.process.reply;

import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.advocate.Advocates;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Conversations;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.TimelineEvent;
import org.communitydesk.process.Reading;
import org.communitydesk.process.Submitted;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Проверяет согласие адвоката и фразу о связи с брендом в посте и забирает пост в реестр.")
class SubmitAdvocacyForm implements TaskListener {

  private final CaseFiles files;
  private final Conversations conversations;
  private final Advocates advocates;
  private final Journal journal;
  private final Reading reading;
  private final Clock clock;

  SubmitAdvocacyForm(
      CaseFiles files,
      Conversations conversations,
      Advocates advocates,
      Journal journal,
      Reading reading,
      Clock clock) {
    this.files = files;
    this.conversations = conversations;
    this.advocates = advocates;
    this.journal = journal;
    this.reading = reading;
    this.clock = clock;
  }

  @Override
  public void notify(DelegateTask task) {
    CaseFile file = files.of(Submitted.caseId(task));
    String id = Submitted.required(task, Variables.ADVOCATE_ID);
    String url = Submitted.required(task, Variables.ADVOCATE_POST_URL);
    String text = Submitted.required(task, Variables.ADVOCATE_POST_TEXT);
    Instant now = clock.instant();
    advocates.check(id, file.account().platform(), url, text, now);
    String objection = conversations.answered(file.caseId(), null).text();
    advocates.record(file.caseId(), id, url, text, objection, now);
    journal.record(file.caseId(), Submitted.by(task), TimelineEvent.What.ADVOCATE_POSTED, url);
    Variables.ADVOCATE_ID.set(task.getExecution(), id);
    reading.decided(task);
  }
}
