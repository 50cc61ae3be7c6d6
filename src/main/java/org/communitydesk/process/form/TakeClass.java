package org.communitydesk.process.form;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Записывает, к какому классу модератор отнёс обращение.")
class TakeClass implements TaskListener {

  private final CaseFiles files;

  TakeClass(CaseFiles files) {
    this.files = files;
  }

  @Override
  public void notify(DelegateTask task) {
    files.classify(
        Submitted.caseId(task),
        Submitted.by(task),
        Submitted.decision(task, Variables.APPEAL_CLASS).name());
  }
}
