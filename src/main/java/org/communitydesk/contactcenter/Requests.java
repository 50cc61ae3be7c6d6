package org.communitydesk.contactcenter;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.Note;
import org.communitydesk.cases.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The questions that moderators have asked the contact center. */
@Component
@Transactional
public class Requests {

  private final JdbcClient jdbc;
  private final CaseFiles files;
  private final Journal journal;
  private final Clock clock;

  Requests(JdbcClient jdbc, CaseFiles files, Journal journal, Clock clock) {
    this.jdbc = jdbc;
    this.files = files;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Keeps a question.
   *
   * @param who the moderator's id
   * @return the request's id
   */
  public long ask(String caseId, String who, String question) {
    journal.note(caseId, who, Note.Kind.CONTACT_CENTER_QUESTION, question);
    journal.record(caseId, who, Step.What.ASKED_CONTACT_CENTER, null);
    return jdbc.sql(
            """
            insert into contact_center_request (case_id, asked_by, question, asked_at)
            values (?, ?, ?, ?) returning request_id
            """)
        .params(Long.valueOf(caseId), who, question, now())
        .query(Long.class)
        .single();
  }

  /**
   * Keeps the answer and lays it into the case as a note and as the draft of the reply.
   *
   * @param who the answerer's id
   */
  public void answer(long requestId, String who, String answer) {
    String caseId =
        jdbc.sql(
                """
                update contact_center_request set answered_by = ?, answer = ?, answered_at = ?
                where request_id = ? returning case_id::text
                """)
            .params(who, answer, now(), requestId)
            .query(String.class)
            .single();
    journal.note(caseId, who, Note.Kind.CONTACT_CENTER_ANSWER, answer);
    files.draft(caseId, answer);
    journal.record(caseId, who, Step.What.CONTACT_CENTER_ANSWERED, null);
  }

  /** The request; empty when there is none. */
  @Transactional(readOnly = true)
  public Optional<Request> find(long requestId) {
    return jdbc.sql("select * from contact_center_request where request_id = ?")
        .param(requestId)
        .query(
            (row, i) ->
                new Request(
                    row.getLong("request_id"),
                    row.getString("case_id"),
                    row.getString("question"),
                    row.getString("answer")))
        .optional();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  /**
   * A question to the contact center.
   *
   * @param answer null until it is answered
   */
  public record Request(long id, String caseId, String question, String answer) {}
}
