package org.communitydesk.cases;

import static org.communitydesk.cases.Sql.instant;
import static org.communitydesk.cases.Sql.utc;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happened to each case and what colleagues noted. */
@Component
@Transactional
public class Journal {

  private final JdbcClient jdbc;
  private final Clock clock;

  Journal(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param who null when the desk itself writes
   */
  public void note(String caseId, String who, Note.Kind kind, String text) {
    jdbc.sql("insert into note (case_id, at, who, kind, text) values (?, ?, ?, ?, ?)")
        .params(CaseFiles.id(caseId), utc(clock.instant()), who, kind.name(), text)
        .update();
  }

  /** Oldest first. */
  @Transactional(readOnly = true)
  public List<Note> notes(String caseId) {
    return jdbc.sql("select at, who, kind, text from note where case_id = ? order by id")
        .param(CaseFiles.id(caseId))
        .query(
            (row, i) ->
                new Note(
                    instant(row, "at"),
                    row.getString("who"),
                    Note.Kind.valueOf(row.getString("kind")),
                    row.getString("text")))
        .list();
  }

  /** The newest note of that kind; empty when there is none. */
  @Transactional(readOnly = true)
  public Optional<Note> lastNote(String caseId, Note.Kind kind) {
    return notes(caseId).stream().filter(note -> note.kind() == kind).reduce((a, b) -> b);
  }

  /**
   * Writes a line of the timeline.
   *
   * @param who null when the desk itself acted
   * @param detail null when there is nothing to add
   */
  public void record(String caseId, String who, TimelineEvent.What what, String detail) {
    jdbc.sql("insert into timeline (case_id, at, who, what, detail) values (?, ?, ?, ?, ?)")
        .params(CaseFiles.id(caseId), utc(clock.instant()), who, what.name(), detail)
        .update();
  }

  /** Oldest first. */
  @Transactional(readOnly = true)
  public List<TimelineEvent> timeline(String caseId) {
    return jdbc.sql("select at, who, what, detail from timeline where case_id = ? order by id")
        .param(CaseFiles.id(caseId))
        .query(
            (row, i) ->
                new TimelineEvent(
                    instant(row, "at"),
                    row.getString("who"),
                    TimelineEvent.What.valueOf(row.getString("what")),
                    row.getString("detail")))
        .list();
  }
}
