package org.communitydesk.process.task;

import java.time.Duration;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.communitydesk.cases.ClosedCases;
import org.communitydesk.privacy.PersonalRecords;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Стирает содержание закрытых обращений (retentionGroup), которые хранятся дольше keepDays дней.")
class EraseExpired implements OutsideTask {

  private final ClosedCases closed;
  private final RuntimeService engine;
  private final PersonalRecords records;

  EraseExpired(ClosedCases closed, RuntimeService engine, PersonalRecords records) {
    this.closed = closed;
    this.engine = engine;
    this.records = records;
  }

  @Override
  public void execute(DelegateExecution execution) {
    closed
        .olderThan(
            Variables.RETENTION_GROUP.in(execution),
            Duration.ofDays(Variables.KEEP_DAYS.in(execution)))
        .stream()
        .filter(this::isOver)
        .forEach(records::expire);
  }

  /** A measure outlives its case and still needs it. */
  private boolean isOver(Long caseId) {
    return engine.createProcessInstanceQuery().processInstanceBusinessKey(caseId.toString()).count()
        == 0;
  }
}
