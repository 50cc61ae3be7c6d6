package org.communitydesk.cases;

import static org.communitydesk.cases.Sql.instant;
import static org.communitydesk.cases.Sql.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Author;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Platform;
import org.communitydesk.privacy.CardNumbers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The case files: their state and draft. */
@Component
@Transactional
public class CaseFiles {

  private final JdbcClient jdbc;
  private final Journal journal;
  private final Clocks clocks;
  private final Drafts drafts;
  private final Clock clock;

  CaseFiles(JdbcClient jdbc, Journal journal, Clocks clocks, Drafts drafts, Clock clock) {
    this.jdbc = jdbc;
    this.journal = journal;
    this.clocks = clocks;
    this.drafts = drafts;
    this.clock = clock;
  }

  /** Empty when there is no such case, also when the id is no number. */
  @Transactional(readOnly = true)
  public Optional<CaseFile> find(String caseId) {
    return number(caseId)
        .flatMap(
            id ->
                jdbc.sql("select * from case_file where case_id = ?")
                    .param(id)
                    .query(CaseFiles::caseFile)
                    .optional());
  }

  /**
   * The case.
   *
   * @throws IllegalStateException when there is none
   */
  @Transactional(readOnly = true)
  public CaseFile of(String caseId) {
    return find(caseId).orElseThrow(() -> new IllegalStateException("There is no case " + caseId));
  }

  /**
   * Cases, newest first.
   *
   * @param state null for any
   * @param platform null for any
   * @param q part of a text, a person's name, or a whole external id; null or empty for any
   * @param after only cases older than this one; null from the newest
   * @param asked only cases that the contact center was asked about
   */
  @Transactional(readOnly = true)
  public List<CaseFile> search(
      CaseFile.State state, Platform platform, String q, String after, boolean asked, int limit) {
    return jdbc.sql(
            """
            select c.* from case_file c
            where (:state::text is null or c.state = :state)
              and (:platform::text is null or c.platform = :platform)
              and (:after::bigint is null or c.case_id < :after)
              and (not :asked or exists (select 1 from note n where n.case_id = c.case_id
                   and n.kind = 'CONTACT_CENTER_QUESTION'))
              and (:q::text is null or c.author_id = :q or strpos(lower(c.author_name), lower(:q)) > 0
                   or exists (select 1 from message m where m.case_id = c.case_id
                              and (m.external_id = :q or strpos(lower(m.text), lower(:q)) > 0)))
            order by c.case_id desc limit :limit
            """)
        .param("state", state == null ? null : state.name())
        .param("platform", platform == null ? null : platform.id())
        .param("after", after == null ? null : number(after).orElse(0L))
        .param("q", q == null || q.isBlank() ? null : q.replace("\u0000", ""))
        .param("asked", asked)
        .param("limit", limit)
        .query(CaseFiles::caseFile)
        .list();
  }

  /** Those of the cases about which the contact center was ever asked; ids may be unknown ones. */
  @Transactional(readOnly = true)
  public Set<String> askedAbout(Collection<String> caseIds) {
    Long[] known =
        caseIds.stream().map(CaseFiles::number).flatMap(Optional::stream).toArray(Long[]::new);
    return jdbc.sql(
            """
            select distinct case_id::text from note
            where kind = 'CONTACT_CENTER_QUESTION' and case_id = any (?::bigint[])
            """)
        .param(known)
        .query(String.class)
        .set();
  }

  /** Other cases of the same person on the same platform, newest first, at most 20. */
  @Transactional(readOnly = true)
  public List<CaseFile> earlier(CaseFile file) {
    return jdbc.sql(
            """
            select * from case_file where platform = ? and author_id = ? and case_id < ?
            order by case_id desc limit 20
            """)
        .params(file.account().platform().id(), file.author().id(), Long.valueOf(file.caseId()))
        .query(CaseFiles::caseFile)
        .list();
  }

  public void classify(String caseId, String who, String appealClass) {
    jdbc.sql("update case_file set appeal_class = ? where case_id = ?")
        .params(appealClass, id(caseId))
        .update();
    journal.record(caseId, who, TimelineEvent.What.CLASSIFIED, appealClass);
  }

  /**
   * Closes the case; closing a closed one changes nothing.
   *
   * @param reopenPeriod how long a further message of the person continues this case
   */
  public void close(String caseId, String outcome, Duration reopenPeriod) {
    int closed =
        jdbc.sql(
                """
                update case_file set state = 'CLOSED', outcome = ?, closed_at = ?, reopen_until = ?
                where case_id = ? and state = 'OPEN'
                """)
            .params(
                outcome, utc(clock.instant()), utc(clock.instant().plus(reopenPeriod)), id(caseId))
            .update();
    if (closed == 1) {
      clocks.close(caseId);
      // What is written in a task that outlives the case, a dispute, stays with it.
      for (String over : List.of("form_view where", "earlier_draft where task_id = '' and")) {
        jdbc.sql("delete from " + over + " case_id = ?").param(id(caseId)).update();
      }
      journal.record(caseId, null, TimelineEvent.What.CLOSED, outcome);
    }
  }

  /** Names the author of all their cases that have no name yet. */
  public void nameAuthor(Platform platform, String authorId, String name) {
    String kept = CardNumbers.mask(name);
    jdbc.sql(
            "update case_file set author_name = ? where platform = ? and author_id = ? and"
                + " author_name = ''")
        .params(kept, platform.id(), authorId)
        .update();
    jdbc.sql(
            "update message set author_name = ? where platform = ? and author_id = ? and"
                + " author_name = ''")
        .params(kept, platform.id(), authorId)
        .update();
  }

  /**
   * Somebody has decided about what was heard up to there; see also {@link Views}.
   *
   * @param heard as {@link Views#heard} says
   */
  public void markSeen(String caseId, long heard) {
    jdbc.sql("update case_file set seen_message = greatest(seen_message, ?) where case_id = ?")
        .params(heard, id(caseId))
        .update();
  }

  /** The brand has answered in private: what the person writes there joins this open case. */
  public void goOnInPrivate(String caseId) {
    jdbc.sql("update case_file set also_private = true where case_id = ?")
        .param(id(caseId))
        .update();
  }

  /** Holds the case until the transaction ends, so that no message joins meanwhile. */
  public void lock(String caseId) {
    jdbc.sql("select 1 from case_file where case_id = ? for no key update")
        .param(id(caseId))
        .query(Integer.class)
        .optional();
  }

  /**
   * Whether the person wrote or changed something that nobody has decided about; what scheme 2
   * looks after does not count, what the desk has taken from the platform meanwhile does.
   */
  @Transactional(readOnly = true)
  public boolean hasUnread(String caseId) {
    return jdbc.sql(
            """
            select exists (select 1 from message m join case_file c using (case_id)
              where c.case_id = ? and m.heard > c.seen_message and not m.by_brand
                and not m.suspected and (m.state <> 'DELETED' or m.removed_by = 'DESK'))
            """)
        .param(id(caseId))
        .query(Boolean.class)
        .single();
  }

  /** Whether the person of a private case lets us write to them no more. */
  public boolean hasLeft(String caseId) {
    return jdbc.sql("select left_at is not null from case_file where case_id = ?")
        .param(id(caseId))
        .query(Boolean.class)
        .single();
  }

  /**
   * Whether the person has removed every message of the case, or {@link #hasLeft}. A case that
   * scheme 2 looks after, or has looked after, cannot be withdrawn so, nor one with card data: the
   * desk may have removed that.
   */
  @Transactional(readOnly = true)
  public boolean isWithdrawn(String caseId) {
    return jdbc.sql(
            """
            select (c.left_at is not null or not exists (select 1 from message m
                where m.case_id = c.case_id and not m.by_brand
                  and (m.state <> 'DELETED' or m.suspected or m.removed_by = 'DESK'
                    or m.found && array['CARD', 'CVV'])))
              and coalesce(c.appeal_class, '') <> 'NON_CONSTRUCTIVE'
            from case_file c where c.case_id = ?
            """)
        .param(id(caseId))
        .query(Boolean.class)
        .single();
  }

  /** Replaces the draft whatever its version; see {@link Drafts}. */
  public void draft(String caseId, String text) {
    drafts.replace(Drafts.Field.answer(caseId), text, null);
  }

  /** Puts a text into the draft of a case where nobody has begun one. */
  public void suggest(String caseId, String text) {
    jdbc.sql(
            """
            update case_file set draft = ?, draft_writer = null, draft_at = ?,
              draft_version = draft_version + 1
            where case_id = ? and draft = '' and not erased
            """)
        .params(text, utc(clock.instant()), id(caseId))
        .update();
  }

  static CaseFile caseFile(ResultSet row, int index) throws SQLException {
    return new CaseFile(
        row.getString("case_id"),
        new Account(Platform.of(row.getString("platform")).orElseThrow(), row.getString("account")),
        Kind.valueOf(row.getString("kind")),
        row.getString("thread_id"),
        new Author(row.getString("author_id"), row.getString("author_name")),
        CaseFile.State.valueOf(row.getString("state")),
        row.getString("appeal_class"),
        row.getString("outcome"),
        instant(row, "due_at"),
        instant(row, "opened_at"),
        instant(row, "closed_at"),
        row.getString("draft"),
        row.getLong("draft_version"),
        row.getString("continues"));
  }

  static Long id(String caseId) {
    return number(caseId)
        .orElseThrow(() -> new IllegalStateException("There is no case " + caseId));
  }

  private static Optional<Long> number(String caseId) {
    return caseId != null && caseId.matches("[0-9]{1,18}")
        ? Optional.of(Long.valueOf(caseId))
        : Optional.empty();
  }
}
