package org.communitydesk.cases;

import static org.communitydesk.cases.Sql.instant;
import static org.communitydesk.cases.Sql.utc;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.communitydesk.conversation.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The texts that moderators have submitted for publication. */
@Component
@Transactional
public class Replies {

  private static final String[] ESCALATIONS =
      Stream.of(
              TimelineEvent.What.ASKED_CONTACT_CENTER,
              TimelineEvent.What.ADVOCATE_ALLOWED,
              TimelineEvent.What.ADVOCATE_REFUSED,
              TimelineEvent.What.MANAGEMENT_CLOSED,
              TimelineEvent.What.MANAGEMENT_RETRIED)
          .map(Enum::name)
          .toArray(String[]::new);

  private final JdbcClient jdbc;
  private final Journal journal;
  private final Enclosures enclosures;
  private final Clock clock;

  Replies(JdbcClient jdbc, Journal journal, Enclosures enclosures, Clock clock) {
    this.jdbc = jdbc;
    this.journal = journal;
    this.enclosures = enclosures;
    this.clock = clock;
  }

  /**
   * Keeps a submitted text; earlier ones of the case stay. With a person's free text goes the file
   * that lies beside the draft.
   *
   * @param author the user's id; null when the desk itself wrote it
   * @return the reply's id
   */
  public long write(String caseId, String author, ReplyDraft replyDraft) {
    journal.record(caseId, author, TimelineEvent.What.REPLY_WRITTEN, null);
    long id =
        jdbc.sql(
                """
                insert into reply (case_id, version, author, text, kind, template_name,
                  template_language, written_at)
                values (:case, (select count(*) + 1 from reply where case_id = :case), :author,
                  :text, :kind, :template, :language, :at)
                returning reply_id
                """)
            .param("case", CaseFiles.id(caseId))
            .param("author", author)
            .param("text", replyDraft.text())
            .param("kind", replyDraft.kind() == null ? null : replyDraft.kind().name())
            .param("template", replyDraft.templateName())
            .param("language", replyDraft.templateLanguage())
            .param("at", utc(clock.instant()))
            .query(Long.class)
            .single();
    if (author != null && replyDraft.templateName() == null) {
      enclosures.attach(caseId, id);
    }
    return id;
  }

  /**
   * As {@link #write}, in place of an earlier reply: it goes where that would have gone, with its
   * file.
   */
  public long rewrite(long earlier, String caseId, String author, String text) {
    long id = write(caseId, author, new ReplyDraft(text, of(earlier).kind(), null, null));
    jdbc.sql("update reply set replaces = ? where reply_id = ?").params(earlier, id).update();
    enclosures.hand(earlier, id);
    return id;
  }

  /**
   * Keeps one text of an incident for one of its cases; what lies beside a moderator's draft stays
   * there.
   *
   * @return the reply's id; empty when the incident has answered that case before
   */
  public Optional<Long> writeOfIncident(long incident, String caseId, String author, String text) {
    Optional<Long> id =
        jdbc.sql(
                """
                insert into reply (case_id, version, author, text, written_at, incident_id)
                values (:case, (select count(*) + 1 from reply where case_id = :case), :author,
                  :text, :at, :incident)
                on conflict (incident_id, case_id) where incident_id is not null do nothing
                returning reply_id
                """)
            .param("case", CaseFiles.id(caseId))
            .param("author", author)
            .param("text", text)
            .param("at", utc(clock.instant()))
            .param("incident", incident)
            .query(Long.class)
            .optional();
    id.ifPresent(
        written ->
            journal.record(
                caseId, author, TimelineEvent.What.ANSWERED_BY_INCIDENT, "№ " + incident));
    return id;
  }

  /** Notes that the latest reply of the case with that text has gone out. */
  public void published(String caseId, String text) {
    jdbc.sql(
            """
            update reply set published_at = :at where published_at is null and reply_id =
              (select max(reply_id) from reply where case_id = :case and text = :text)
            """)
        .param("at", utc(clock.instant()))
        .param("case", CaseFiles.id(caseId))
        .param("text", text)
        .update();
  }

  /**
   * An answer that went out.
   *
   * @param cameBackAt when the person wrote next in that case; null when they did not
   * @param escalated the contact center, an advocate or the management came in later
   */
  public record Sent(
      String caseId, String text, Instant writtenAt, Instant cameBackAt, boolean escalated) {}

  /** The answers of those cases that went out, oldest first. */
  @Transactional(readOnly = true)
  public List<Sent> sent(Collection<String> caseIds) {
    return jdbc.sql(
            """
            select r.case_id, r.text, r.written_at, (
              select min(m.written_at) from message m
              where m.case_id = r.case_id and not m.by_brand and m.written_at > r.published_at
            ) as came_back_at, exists (
              select 1 from timeline t where t.case_id = r.case_id and t.at > r.published_at
                and t.what = any(:escalations)
            ) as escalated
            from reply r where r.case_id = any(:cases) and r.published_at is not null
            order by r.reply_id
            """)
        .param("cases", caseIds.stream().map(CaseFiles::id).toArray(Long[]::new))
        .param("escalations", ESCALATIONS)
        .query(
            (row, i) ->
                new Sent(
                    row.getString("case_id"),
                    row.getString("text"),
                    instant(row, "written_at"),
                    instant(row, "came_back_at"),
                    row.getBoolean("escalated")))
        .list();
  }

  /** How many answers of that person have gone out. */
  @Transactional(readOnly = true)
  public long publishedBy(String author) {
    return jdbc.sql("select count(*) from reply where author = ? and published_at is not null")
        .param(author)
        .query(Long.class)
        .single();
  }

  /** Everything that was submitted for the case, oldest first. */
  @Transactional(readOnly = true)
  public List<SubmittedReply> all(String caseId) {
    return jdbc.sql(
            """
            select r.*, exists (select 1 from reply n where n.replaces = r.reply_id) as superseded
            from reply r where r.case_id = ? order by r.reply_id
            """)
        .param(CaseFiles.id(caseId))
        .query(
            (row, i) ->
                new SubmittedReply(
                    row.getLong("reply_id"),
                    row.getInt("version"),
                    row.getString("author"),
                    row.getString("text"),
                    instant(row, "written_at"),
                    instant(row, "published_at"),
                    row.getBoolean("superseded"),
                    row.getObject("incident_id", Long.class)))
        .list();
  }

  /**
   * One submitted text.
   *
   * @throws java.util.NoSuchElementException when the case has no such reply
   */
  @Transactional(readOnly = true)
  public SubmittedReply written(String caseId, long replyId) {
    return all(caseId).stream()
        .filter(reply -> reply.replyId() == replyId)
        .findFirst()
        .orElseThrow();
  }

  /**
   * The reply as submitted.
   *
   * @throws org.springframework.dao.EmptyResultDataAccessException when there is no such reply
   */
  @Transactional(readOnly = true)
  public ReplyDraft of(long replyId) {
    return jdbc.sql("select * from reply where reply_id = ?")
        .param(replyId)
        .query(
            (row, i) ->
                new ReplyDraft(
                    row.getString("text"),
                    row.getString("kind") == null ? null : Kind.valueOf(row.getString("kind")),
                    row.getString("template_name"),
                    row.getString("template_language")))
        .single();
  }

  /**
   * The text as submitted.
   *
   * @throws org.springframework.dao.EmptyResultDataAccessException when there is no such reply
   */
  @Transactional(readOnly = true)
  public String text(long replyId) {
    return of(replyId).text();
  }
}
