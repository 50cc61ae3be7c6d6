package org.communitydesk.process.retention;

import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.communitydesk.cases.ClosedCases;
import org.communitydesk.privacy.Expiry;
import org.communitydesk.privacy.PersonalRecords;
import org.communitydesk.process.OutsideTask;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Стирает часть того, что хранится дольше keepDays дней: содержание закрытых обращений (retentionGroup) или"
        + " строки вне обращений (retentionMatter). Говорит, осталось ли ещё.")
class EraseExpired implements OutsideTask {

  private final ClosedCases closed;
  private final RuntimeService engine;
  private final PersonalRecords records;
  private final Expiry expiry;

  EraseExpired(ClosedCases closed, RuntimeService engine, PersonalRecords records, Expiry expiry) {
    this.closed = closed;
    this.engine = engine;
    this.records = records;
    this.expiry = expiry;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String matter = Variables.RETENTION_MATTER.in(execution);
    Duration kept = Duration.ofDays(Variables.KEEP_DAYS.in(execution));
    boolean more =
        matter.equals(NextRetentionGroup.APPEAL)
            ? eraseCases(execution, kept)
            : expiry.erase(matter, kept);
    Variables.MORE_EXPIRED.set(execution, more);
  }

  private boolean eraseCases(DelegateExecution execution, Duration kept) {
    List<Long> part =
        closed.olderThan(
            Variables.RETENTION_GROUP.in(execution), kept, Variables.RETENTION_LAST.in(execution));
    part.stream().filter(this::isOver).forEach(records::expire);
    part.stream().max(Long::compare).ifPresent(id -> Variables.RETENTION_LAST.set(execution, id));
    return part.size() == ClosedCases.PART;
  }

  /** A measure outlives its case and still needs it. */
  private boolean isOver(Long caseId) {
    return engine.createProcessInstanceQuery().processInstanceBusinessKey(caseId.toString()).count()
        == 0;
  }
}
