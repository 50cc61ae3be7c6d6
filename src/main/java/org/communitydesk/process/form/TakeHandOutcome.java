package org.communitydesk.process.form;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Note;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Забирает исход публикации вручную и адрес ответа в дело.")
class TakeHandOutcome implements TaskListener {

  private final CaseFiles files;

  TakeHandOutcome(CaseFiles files) {
    this.files = files;
  }

  @Override
  public void notify(DelegateTask task) {
    Submitted.decision(task, Variables.HAND_OUTCOME);
    Submitted.text(task, Variables.POST_URL)
        .ifPresent(
            url ->
                files.note(
                    Submitted.caseId(task),
                    Submitted.by(task),
                    Note.Kind.REMARK,
                    "Ответ опубликован вручную: " + url));
  }
}
