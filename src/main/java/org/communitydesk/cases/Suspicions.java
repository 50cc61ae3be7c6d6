package org.communitydesk.cases;

import static org.communitydesk.cases.Sql.utc;

import java.time.Duration;
import java.time.Instant;
import org.communitydesk.conversation.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which messages are suspected of breaking the community rules, and how often a text returns. */
@Component
@Transactional
public class Suspicions {

  private static final Duration STREAM = Duration.ofMinutes(10);
  private static final Duration REPEATING = Duration.ofHours(24);

  private final JdbcClient jdbc;

  Suspicions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How often something like it was written in that account, the message itself among them.
   *
   * @param sameTextByAuthor by the same person within a day
   * @param messagesInStream whatever the text, by the same person within ten minutes
   * @param authorsOfSameText by how many persons within a day
   */
  public record Counts(int sameTextByAuthor, int messagesInStream, int authorsOfSameText) {}

  /**
   * Notes what the text says and counts its like.
   *
   * @param fingerprint equal for texts that say the same
   */
  public Counts count(Account account, CaseMessage caseMessage, String fingerprint) {
    jdbc.sql("update message set fingerprint = ? where id = ?")
        .params(fingerprint, caseMessage.id())
        .update();
    Instant at = caseMessage.at();
    return jdbc.sql(
            """
            select
              count(*) filter (where author_id = :author and fingerprint = :print) as same,
              count(*) filter (where author_id = :author and written_at >= :stream) as stream,
              count(distinct author_id) filter (where fingerprint = :print) as authors
            from message
            where platform = :platform and account = :account and not by_brand
              and written_at between :since and :at
              and (author_id = :author or fingerprint = :print)
            """)
        .param("author", caseMessage.author().id())
        .param("print", fingerprint)
        .param("platform", account.platform().id())
        .param("account", account.name())
        .param("stream", utc(at.minus(STREAM)))
        .param("since", utc(at.minus(REPEATING)))
        .param("at", utc(at))
        .query(
            (row, i) -> new Counts(row.getInt("same"), row.getInt("stream"), row.getInt("authors")))
        .single();
  }

  /** Scheme 2 looks after that message from now on, or not any more. */
  public void mark(CaseMessage caseMessage, boolean suspected) {
    jdbc.sql("update message set suspected = ? where id = ?")
        .params(suspected, caseMessage.id())
        .update();
  }

  /** Scheme 2 gives the message back: whoever answers the person must look at it. */
  public void giveBack(CaseMessage caseMessage) {
    jdbc.sql(
            """
            select c.case_id from case_file c join message m using (case_id)
            where m.id = ? for no key update of c
            """)
        .param(caseMessage.id())
        .query(Long.class)
        .optional();
    jdbc.sql("update message set suspected = false, heard = nextval('heard_order') where id = ?")
        .param(caseMessage.id())
        .update();
  }

  /**
   * What the desk itself has done to a message on the platform; what its author has taken away, and
   * what is gone before it was hidden, stays as it is.
   */
  public void moderated(CaseMessage caseMessage, CaseMessage.State state) {
    jdbc.sql(
            """
            update message set state = :state,
              removed_by = case when :state = 'DELETED' then 'DESK' end
            where id = :id and removed_by is distinct from 'AUTHOR'
              and not (state = 'DELETED' and :state = 'HIDDEN')
            """)
        .param("state", state.name())
        .param("id", caseMessage.id())
        .update();
  }
}
