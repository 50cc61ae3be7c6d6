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
   * @param answered whether the brand has said anything there
   */
  public record Life(long persons, long negatives, boolean answered) {}

  public Life around(CaseFile file) {
    return jdbc.sql(
            """
            select count(distinct author_id) as persons,
              count(*) filter (where state = 'OPEN' and appeal_class = 'CONSTRUCTIVE_NEGATIVE')
                as negatives,
              coalesce(bool_or(exists (select 1 from message m
                where m.case_id = case_file.case_id and m.by_brand)), false) as answered
            from case_file where platform = ? and account = ? and kind = ? and thread_id = ?
            """)
        .params(
            file.account().platform().id(),
            file.account().name(),
            file.kind().name(),
            file.threadId())
        .query(
            (row, i) ->
                new Life(
                    row.getLong("persons"), row.getLong("negatives"), row.getBoolean("answered")))
        .single();
  }
}
