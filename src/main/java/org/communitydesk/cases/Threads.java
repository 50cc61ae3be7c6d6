package org.communitydesk.cases;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What goes on where a case stands. */
@Component
@Transactional(readOnly = true)
public class Threads {

  private final JdbcClient jdbc;

  Threads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What goes on under one post or in one talk.
   *
   * @param persons how many have written there
   * @param negatives how many open cases of constructive negative stand there
   */
  public record Life(long persons, long negatives) {}

  public Life around(CaseFile file) {
    return jdbc.sql(
            """
            select count(distinct author_id) as persons,
              count(*) filter (where state = 'OPEN' and appeal_class = 'CONSTRUCTIVE_NEGATIVE')
                as negatives
            from case_file where platform = ? and account = ? and kind = ? and thread_id = ?
            """)
        .params(
            file.account().platform().id(),
            file.account().name(),
            file.kind().name(),
            file.threadId())
        .query((row, i) -> new Life(row.getLong("persons"), row.getLong("negatives")))
        .single();
  }
}
