package org.communitydesk.cases;

import static org.communitydesk.cases.Sql.utc;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The texts that moderators have submitted for publication. */
@Component
@Transactional
public class Replies {

  private final JdbcClient jdbc;
  private final Journal journal;
  private final Clock clock;

  Replies(JdbcClient jdbc, Journal journal, Clock clock) {
    this.jdbc = jdbc;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Keeps a submitted text; earlier ones of the case stay.
   *
   * @param author the user's id; null when the desk itself wrote it
   * @return the reply's id
   */
  public long write(String caseId, String author, String text) {
    journal.record(caseId, author, Step.What.REPLY_WRITTEN, null);
    return jdbc.sql(
            """
            insert into reply (case_id, version, author, text, written_at)
            values (:case, (select count(*) + 1 from reply where case_id = :case), :author, :text, :at)
            returning reply_id
            """)
        .param("case", CaseFiles.id(caseId))
        .param("author", author)
        .param("text", text)
        .param("at", utc(clock.instant()))
        .query(Long.class)
        .single();
  }

  /**
   * The text as submitted.
   *
   * @throws org.springframework.dao.EmptyResultDataAccessException when there is no such reply
   */
  @Transactional(readOnly = true)
  public String text(long replyId) {
    return jdbc.sql("select text from reply where reply_id = ?")
        .param(replyId)
        .query(String.class)
        .single();
  }
}
