package org.communitydesk.process.task;

import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Записывает класс обращения, если его решила таблица, и срок первого ответа: поступление плюс answerWithin.")
class SetDeadline implements JavaDelegate {

  private final CaseFiles files;

  SetDeadline(CaseFiles files) {
    this.files = files;
  }

  @Override
  public void execute(DelegateExecution execution) {
    CaseFile file = files.of(Variables.CASE_ID.in(execution));
    Instant dueAt = file.openedAt().plus(Duration.parse(Variables.ANSWER_WITHIN.in(execution)));
    if (!Variables.NEEDS_PERSON.in(execution)) {
      files.classify(file.caseId(), null, Variables.APPEAL_CLASS.in(execution).name());
    }
    files.setDeadline(file.caseId(), dueAt);
    Variables.DUE_AT.set(execution, dueAt);
  }
}
