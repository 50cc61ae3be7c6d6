package org.communitydesk.cases;

import static org.communitydesk.cases.Sql.instant;
import static org.communitydesk.cases.Sql.utc;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.communitydesk.cases.Drafts.Earlier;
import org.communitydesk.cases.Drafts.Field;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what a draft said before somebody wiped or overwrote it, the latest twenty of a field. */
@Component
class EarlierDrafts {

  private static final int MOST = 20;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final Clock clock;

  EarlierDrafts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** One text makes way for another; what only grows or is corrected needs no copy of its own. */
  void replaced(Field field, String before, String after, String writer) {
    int left = common(before, after);
    boolean wiped = left < before.length() - before.length() / 5;
    if (wiped || (left < before.length() && !isFresh(field))) {
      keep(field, before, writer);
    }
  }

  void keep(Field field, String text, String writer) {
    if (text.isBlank() || of(field).stream().anyMatch(one -> one.text().equals(text))) {
      return;
    }
    jdbc.sql(
            """
            insert into earlier_draft (case_id, task_id, field, text, writer, replaced_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            field.caseId() == null ? null : CaseFiles.id(field.caseId()),
            field.taskId(),
            field.name(),
            text,
            writer,
            utc(clock.instant()))
        .update();
    jdbc.sql(
            """
            delete from earlier_draft where id in (select id from earlier_draft
              where task_id = :task and field = :field and case_id is not distinct from :case
              order by id desc offset :most)
            """)
        .param("task", field.taskId())
        .param("field", field.name())
        .param("case", field.caseId() == null ? null : CaseFiles.id(field.caseId()))
        .param("most", MOST)
        .update();
  }

  /** Newest first. */
  List<Earlier> of(Field field) {
    return jdbc.sql(
            """
            select * from earlier_draft where task_id = :task and field = :field
              and case_id is not distinct from :case order by id desc
            """)
        .param("task", field.taskId())
        .param("field", field.name())
        .param("case", field.caseId() == null ? null : CaseFiles.id(field.caseId()))
        .query(
            (row, i) ->
                new Earlier(
                    row.getString("text"), row.getString("writer"), instant(row, "replaced_at")))
        .list();
  }

  private boolean isFresh(Field field) {
    return of(field).stream()
        .findFirst()
        .filter(one -> one.at().isAfter(clock.instant().minus(MINUTE)))
        .isPresent();
  }

  /** How much of the one text stands at the beginning and the end of the other. */
  private static int common(String before, String after) {
    int most = Math.min(before.length(), after.length());
    int start = 0;
    while (start < most && before.charAt(start) == after.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < most - start
        && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
      end++;
    }
    return start + end;
  }
}
