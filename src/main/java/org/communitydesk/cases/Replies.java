package org.communitydesk.cases;

import static org.communitydesk.cases.Sql.utc;

import java.time.Clock;
import org.communitydesk.conversation.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The texts that moderators have submitted for publication. */
@Component
@Transactional
public class Replies {

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
  public long write(String caseId, String author, Wording wording) {
    journal.record(caseId, author, Step.What.REPLY_WRITTEN, null);
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
            .param("text", wording.text())
            .param("kind", wording.kind() == null ? null : wording.kind().name())
            .param("template", wording.templateName())
            .param("language", wording.templateLanguage())
            .param("at", utc(clock.instant()))
            .query(Long.class)
            .single();
    if (author != null && wording.templateName() == null) {
      enclosures.attach(caseId, id);
    }
    return id;
  }

  /**
   * As {@link #write}, in place of an earlier reply: it goes where that would have gone, with its
   * file.
   */
  public long rewrite(long earlier, String caseId, String author, String text) {
    long id = write(caseId, author, new Wording(text, of(earlier).kind(), null, null));
    enclosures.hand(earlier, id);
    return id;
  }

  /**
   * The reply as submitted.
   *
   * @throws org.springframework.dao.EmptyResultDataAccessException when there is no such reply
   */
  @Transactional(readOnly = true)
  public Wording of(long replyId) {
    return jdbc.sql("select * from reply where reply_id = ?")
        .param(replyId)
        .query(
            (row, i) ->
                new Wording(
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
