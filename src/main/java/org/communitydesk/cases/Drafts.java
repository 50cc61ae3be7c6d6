package org.communitydesk.cases;

import static org.communitydesk.cases.Sql.instant;
import static org.communitydesk.cases.Sql.utc;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people are writing in the long fields of forms. Nobody's text is lost but by their own hand,
 * and even then it can be brought back.
 */
@Component
@Transactional
public class Drafts {

  private final JdbcClient jdbc;
  private final EarlierDrafts earlier;
  private final Clock clock;

  Drafts(JdbcClient jdbc, EarlierDrafts earlier, Clock clock) {
    this.jdbc = jdbc;
    this.earlier = earlier;
    this.clock = clock;
  }

  /**
   * Where a text is written.
   *
   * @param caseId null for a task that belongs to no case
   * @param taskId empty for the draft of the answer, which all tasks of the case share
   */
  public record Field(String caseId, String taskId, String name) {

    private static final String ANSWER = "replyText";

    /** The draft of the answer to the person. */
    public static Field answer(String caseId) {
      return new Field(caseId, "", ANSWER);
    }

    private boolean isAnswer() {
      return taskId.isEmpty();
    }
  }

  /**
   * A text as it stands.
   *
   * @param version grows with every change; 0 when nothing was ever written
   * @param writer the user's id; null when the desk itself wrote it
   * @param at null when nothing was ever written
   */
  public record Draft(String text, long version, String writer, Instant at) {}

  /**
   * A text that another one has replaced.
   *
   * @param writer the user's id; null when the desk itself wrote it
   */
  public record Earlier(String text, String writer, Instant at) {}

  @Transactional(readOnly = true)
  public Draft of(Field field) {
    return (field.isAnswer()
            ? jdbc.sql(
                    """
                    select draft as text, draft_version as version, draft_writer as writer,
                      draft_at as written_at
                    from case_file where case_id = ?
                    """)
                .param(CaseFiles.id(field.caseId()))
            : jdbc.sql("select * from form_draft where task_id = ? and field = ?")
                .params(field.taskId(), field.name()))
        .query(
            (row, i) ->
                new Draft(
                    row.getString("text"),
                    row.getLong("version"),
                    row.getString("writer"),
                    instant(row, "written_at")))
        .optional()
        .orElseGet(() -> new Draft("", 0, null, null));
  }

  /**
   * Keeps a text. One that was written beside another version does not replace that: both stay,
   * this one among the earlier texts.
   *
   * @param version the version that the writer had before them
   * @return the new version; empty when somebody else wrote meanwhile, or the person was erased
   */
  public Optional<Long> keep(Field field, String text, long version, String writer) {
    if (isErased(field)) {
      return Optional.empty();
    }
    Draft before = lock(field);
    if (before.version() != version) {
      if (!before.text().equals(text)) {
        earlier.keep(field, text, writer);
      }
      return Optional.empty();
    }
    earlier.replaced(field, before.text(), text, before.writer());
    return Optional.of(write(field, text, writer));
  }

  /** Replaces the text whatever its version. */
  void replace(Field field, String text, String writer) {
    if (isErased(field)) {
      return;
    }
    Draft before = lock(field);
    earlier.replaced(field, before.text(), text, before.writer());
    write(field, text, writer);
  }

  /** What the field said before, newest first, at most twenty texts. */
  @Transactional(readOnly = true)
  public List<Earlier> earlier(Field field) {
    return earlier.of(field);
  }

  /** Holds the case: an erasure comes before what is written, or takes it along. */
  private boolean isErased(Field field) {
    return field.caseId() != null
        && jdbc.sql("select erased from case_file where case_id = ? for no key update")
            .param(CaseFiles.id(field.caseId()))
            .query(Boolean.class)
            .optional()
            .orElse(true);
  }

  private Draft lock(Field field) {
    if (!field.isAnswer()) {
      jdbc.sql(
              """
              insert into form_draft (task_id, field, case_id, text, version, written_at)
              values (?, ?, ?, '', 0, ?)
              on conflict (task_id, field) do update set text = form_draft.text
              """)
          .params(
              field.taskId(),
              field.name(),
              field.caseId() == null ? null : CaseFiles.id(field.caseId()),
              utc(clock.instant()))
          .update();
    }
    return of(field);
  }

  private long write(Field field, String text, String writer) {
    return (field.isAnswer()
            ? jdbc.sql(
                    """
                    update case_file set draft = ?, draft_writer = ?, draft_at = ?,
                      draft_version = draft_version + 1 where case_id = ? returning draft_version
                    """)
                .params(text, writer, utc(clock.instant()), CaseFiles.id(field.caseId()))
            : jdbc.sql(
                    """
                    update form_draft set text = ?, writer = ?, written_at = ?,
                      version = version + 1 where task_id = ? and field = ? returning version
                    """)
                .params(text, writer, utc(clock.instant()), field.taskId(), field.name()))
        .query(Long.class)
        .single();
  }
}
