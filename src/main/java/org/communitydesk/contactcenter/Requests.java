package org.communitydesk.contactcenter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.Note;
import org.communitydesk.cases.TimelineEvent;
import org.communitydesk.privacy.CardNumbers;
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
  private final ContactCenterProperties settings;
  private final Clock clock;

  Requests(
      JdbcClient jdbc,
      CaseFiles files,
      Journal journal,
      ContactCenterProperties settings,
      Clock clock) {
    this.jdbc = jdbc;
    this.files = files;
    this.journal = journal;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Keeps a question, with card numbers masked.
   *
   * @param who the moderator's id
   * @return the request's id
   */
  public long ask(String caseId, String who, String question) {
    String masked = CardNumbers.mask(question);
    journal.note(caseId, who, Note.Kind.CONTACT_CENTER_QUESTION, masked);
    journal.record(caseId, who, TimelineEvent.What.ASKED_CONTACT_CENTER, null);
    return jdbc.sql(
            """
            insert into contact_center_request (case_id, asked_by, question, asked_at, form)
            values (?, ?, ?, ?, ?) returning request_id
            """)
        .params(
            Long.valueOf(caseId),
            who,
            masked,
            now(),
            settings.formFor(files.of(caseId).account().platform()).name())
        .query(Long.class)
        .single();
  }

  public void setDeadline(long requestId, Instant dueAt) {
    jdbc.sql("update contact_center_request set due_at = ? where request_id = ?")
        .params(dueAt.atOffset(ZoneOffset.UTC), requestId)
        .update();
  }

  /**
   * Keeps the answer of somebody in Tasklist, with card numbers masked, and lays it into the case
   * as a note and as the draft of the reply.
   *
   * @param who the answerer's id
   */
  public void answer(long requestId, String who, String answer) {
    String masked = CardNumbers.mask(answer);
    String caseId = settle(requestId, who, masked);
    journal.note(caseId, who, Note.Kind.CONTACT_CENTER_ANSWER, masked);
  }

  /** As {@link #answer} without a note, which an answer from outside has had when it came. */
  String settle(long requestId, String who, String answer) {
    String caseId =
        jdbc.sql(
                """
                update contact_center_request set answered_by = ?, answer = ?, answered_at = ?
                where request_id = ? returning case_id::text
                """)
            .params(who, answer, now(), requestId)
            .query(String.class)
            .single();
    files.draft(caseId, answer);
    journal.record(caseId, who, TimelineEvent.What.CONTACT_CENTER_ANSWERED, null);
    return caseId;
  }

  /** Nobody waits for the answer any more: the brand answers without it. */
  public void giveUp(long requestId) {
    end(requestId, "GIVEN_UP");
  }

  /** The question has settled itself; false when it was over before. */
  public boolean withdraw(long requestId) {
    return end(requestId, "WITHDRAWN");
  }

  /**
   * As {@link #withdraw(long)} for all open questions of a case that is closed.
   *
   * @return the ids of those that were asked outside the house, where nobody knows of it yet
   */
  public List<Long> withdrawAll(String caseId) {
    return open(caseId).stream()
        .filter(this::withdraw)
        .filter(id -> find(id).orElseThrow().form() != Form.QUEUE)
        .toList();
  }

  private boolean end(long requestId, String as) {
    Optional<String> ended =
        jdbc.sql(
                """
                update contact_center_request set over_at = ?, over_as = ?
                where request_id = ? and over_at is null and answered_at is null
                returning case_id::text
                """)
            .params(now(), as, requestId)
            .query(String.class)
            .optional();
    ended
        .filter(caseId -> "WITHDRAWN".equals(as))
        .ifPresent(
            caseId ->
                journal.record(caseId, null, TimelineEvent.What.CONTACT_CENTER_WITHDRAWN, null));
    return ended.isPresent();
  }

  /** The ids of a case's questions that wait for an answer, oldest first. */
  @Transactional(readOnly = true)
  public List<Long> open(String caseId) {
    return jdbc.sql(
            """
            select request_id from contact_center_request
            where case_id = ? and answered_at is null and over_at is null order by request_id
            """)
        .param(Long.valueOf(caseId))
        .query(Long.class)
        .list();
  }

  /** The questions that an answer from outside may still settle, the soonest due first. */
  @Transactional(readOnly = true)
  public List<OpenRequest> open() {
    return jdbc.sql(
            """
            select r.request_id, r.case_id, c.platform, c.author_name, left(r.question, 300) as question,
              r.asked_at, r.due_at
            from contact_center_request r join case_file c using (case_id)
            where r.form <> 'QUEUE' and r.answered_at is null and r.over_at is null
              and c.state = 'OPEN' and not exists (select 1 from contact_center_answer a
                where a.request_id = r.request_id and a.state = 'WAITING')
            order by r.due_at nulls last, r.request_id limit 1000
            """)
        .query(OpenRequest::of)
        .list();
  }

  /** The request; empty when there is none. */
  @Transactional(readOnly = true)
  public Optional<Request> find(long requestId) {
    return jdbc.sql("select * from contact_center_request where request_id = ?")
        .param(requestId)
        .query(Requests::request)
        .optional();
  }

  /** As {@link #find}, and holds the request until the transaction ends. */
  Optional<Request> lock(long requestId) {
    return jdbc.sql("select * from contact_center_request where request_id = ? for update")
        .param(requestId)
        .query(Requests::request)
        .optional();
  }

  private static Request request(ResultSet row, int number) throws SQLException {
    OffsetDateTime dueAt = row.getObject("due_at", OffsetDateTime.class);
    return new Request(
        row.getLong("request_id"),
        row.getString("case_id"),
        row.getString("question"),
        row.getString("answer"),
        Form.valueOf(row.getString("form")),
        dueAt == null ? null : dueAt.toInstant(),
        row.getObject("answered_at") != null,
        row.getObject("over_at") != null);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  /**
   * A question to the contact center.
   *
   * @param answer null until it is answered
   * @param dueAt null until it is handed over
   * @param over nobody waits for the answer any more
   */
  public record Request(
      long id,
      String caseId,
      String question,
      String answer,
      Form form,
      Instant dueAt,
      boolean answered,
      boolean over) {}
}
