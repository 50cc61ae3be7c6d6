package org.communitydesk.cases;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What stood before somebody's eyes in each open form. It counts for the case only when they decide
 * there: who looks at one message does not answer the others.
 */
@Component
@Transactional
public class Views {

  private final JdbcClient jdbc;

  Views(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The form has just been laid out: it shows everything that was heard up to now. */
  public void open(String taskId, String caseId) {
    look(taskId, caseId, heard(caseId));
  }

  /**
   * The person has read on.
   *
   * @param heard as {@link #heard} said before the conversation was read
   */
  public void look(String taskId, String caseId, long heard) {
    jdbc.sql(
            """
            insert into form_view (task_id, case_id, seen) values (:task, :case, :seen)
            on conflict (task_id) do update set seen = greatest(form_view.seen, excluded.seen)
            """)
        .param("task", taskId)
        .param("case", CaseFiles.id(caseId))
        .param("seen", Math.min(heard, heard(caseId)))
        .update();
  }

  /** The person has decided about everything that their form showed. */
  public void decided(String taskId, String caseId) {
    jdbc.sql(
            """
            update case_file c set seen_message = greatest(c.seen_message, v.seen)
            from form_view v where v.task_id = ? and c.case_id = ? and v.case_id = c.case_id
            """)
        .params(taskId, CaseFiles.id(caseId))
        .update();
    jdbc.sql("delete from form_view where task_id = ?").param(taskId).update();
  }

  /** That message, as it was first heard, and what was heard before it need no answer. */
  public void settled(CaseMessage caseMessage) {
    jdbc.sql(
            """
            update case_file c set seen_message = greatest(c.seen_message, m.heard)
            from message m where m.id = ? and c.case_id = m.case_id
              and not exists (select 1 from message_version v where v.platform = m.platform
                and v.account = m.account and v.external_id = m.external_id)
            """)
        .param(caseMessage.id())
        .update();
  }

  /** How far the conversation of the case has been heard; grows with every word and change. */
  @Transactional(readOnly = true)
  public long heard(String caseId) {
    return jdbc.sql(
            "select coalesce(max(heard), 0) from message where case_id = ? and not by_brand")
        .param(CaseFiles.id(caseId))
        .query(Long.class)
        .single();
  }

  /** Whether the person wrote or changed something that the form of that task has not shown. */
  @Transactional(readOnly = true)
  public boolean isBehind(String taskId, String caseId) {
    return jdbc.sql(
            """
            select exists (select 1 from message m join case_file c using (case_id)
              left join form_view v on v.task_id = :task
              where c.case_id = :case and m.heard > coalesce(v.seen, c.seen_message)
                and not m.by_brand and not m.suspected
                and (m.state <> 'DELETED' or m.removed_by = 'DESK'))
            """)
        .param("task", taskId)
        .param("case", CaseFiles.id(caseId))
        .query(Boolean.class)
        .single();
  }

  /** Whether that message stands as the form of that task has shown it. */
  @Transactional(readOnly = true)
  public boolean hasShown(String taskId, CaseMessage caseMessage) {
    return jdbc.sql(
            """
            select exists (select 1 from message m join form_view v on v.task_id = ?
              where m.id = ? and m.heard <= v.seen)
            """)
        .params(taskId, caseMessage.id())
        .query(Boolean.class)
        .single();
  }

  /**
   * The latest message of the person that the form of that task has shown and that still stands.
   *
   * @return its external id; empty when there is none
   */
  @Transactional(readOnly = true)
  public Optional<String> latestShown(String taskId, String caseId) {
    return jdbc.sql(
            """
            select m.external_id from message m join form_view v on v.task_id = ?
            where m.case_id = ? and not m.by_brand and m.heard <= v.seen
            order by (m.state = 'DELETED'), m.written_at desc, m.id desc limit 1
            """)
        .params(taskId, CaseFiles.id(caseId))
        .query(String.class)
        .optional();
  }
}
