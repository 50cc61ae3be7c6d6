package org.communitydesk.process.appeal;

import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Clocks;
import org.communitydesk.cases.Counts;
import org.communitydesk.cases.SlaTarget;
import org.communitydesk.cases.SlaTimer;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Записывает класс обращения, если его решила таблица, и сроки: первого ответа (answerWithin) и решения (resolveWithin), по часам из столбца clock.")
class SetDeadline implements JavaDelegate {

  private static final String HALF_AN_HOUR = "PT30M";

  private final CaseFiles files;
  private final Clocks clocks;
  private final ServiceLevelTable table;
  private final CaseTimer timer;

  SetDeadline(CaseFiles files, Clocks clocks, ServiceLevelTable table, CaseTimer timer) {
    this.files = files;
    this.clocks = clocks;
    this.table = table;
    this.timer = timer;
  }

  @Override
  public void execute(DelegateExecution execution) {
    CaseFile file = files.of(Variables.CASE_ID.in(execution));
    if (!Variables.NEEDS_PERSON.in(execution)) {
      files.classify(file.caseId(), null, Variables.APPEAL_CLASS.in(execution).name());
    }
    clocks.promise(file.caseId(), file.openedAt(), promise(execution));
    clocks
        .current(file.caseId())
        .map(SlaTimer::dueAt)
        .ifPresent(dueAt -> Variables.DUE_AT.set(execution, dueAt));
    timer.watch(file.caseId());
  }

  private SlaTarget promise(DelegateExecution execution) {
    return new SlaTarget(
        Duration.parse(Variables.ANSWER_WITHIN.in(execution)),
        Variables.RESOLVE_WITHIN.find(execution).map(Duration::parse).orElse(null),
        Duration.parse(Variables.WARN_BEFORE.find(execution).orElse(HALF_AN_HOUR)),
        Variables.CLOCK.find(execution).orElse(Counts.ROUND_THE_CLOCK),
        table.version());
  }
}
