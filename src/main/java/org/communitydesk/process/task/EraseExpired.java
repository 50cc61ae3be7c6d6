package org.communitydesk.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.privacy.PersonalRecords;
import org.communitydesk.process.RetentionTable;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Стирает содержание закрытых обращений, срок хранения которых вышел по таблице.")
class EraseExpired implements OutsideTask {

  private static final int MOST_AT_ONCE = 1_000;

  private final CaseFiles files;
  private final RetentionTable table;
  private final PersonalRecords records;

  EraseExpired(CaseFiles files, RetentionTable table, PersonalRecords records) {
    this.files = files;
    this.table = table;
    this.records = records;
  }

  @Override
  public void execute(DelegateExecution execution) {
    files.closedLongestAgo(MOST_AT_ONCE).stream()
        .filter(table::isExpired)
        .forEach(file -> records.expire(Long.parseLong(file.caseId())));
  }
}
