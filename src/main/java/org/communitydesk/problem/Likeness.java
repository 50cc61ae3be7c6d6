package org.communitydesk.problem;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which open cases speak of the same thing: their first messages share stems of words. */
@Component
class Likeness {

  /** Words that say nothing about the matter. */
  private static final String COURTESY =
      "здравствуйте добрый доброе день вечер утро привет пожалуйста подскажите скажите спасибо"
          + " уважаемые уже опять снова сейчас сегодня почему когда";

  private static final int ENOUGH_WORDS = 2;

  /** In a flood of appeals the newest ones say enough. */
  private static final int MOST_COMPARED = 500;

  private final JdbcClient jdbc;

  Likeness(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param incidentId null while the case belongs to none
   */
  record Like(String caseId, Long incidentId) {}

  /**
   * The case itself and those like it that came before it; empty when its first message has no
   * words, or scheme 2 looks after it.
   *
   * @param window how long before it
   * @param percent how much of all words of two texts must be common to both
   */
  List<Like> of(long caseId, Duration window, int percent) {
    return jdbc.sql(
            """
            with courtesy as (
              select tsvector_to_array(to_tsvector('russian', :courtesy)) as stems),
            seed as (
              select c.opened_at,
                tsvector_to_array(ts_delete(m.words, (select stems from courtesy))) as stems
              from case_file c join message m using (case_id)
              where c.case_id = :case and not m.by_brand and not m.suspected
              order by m.id limit 1),
            near as (
              select c.case_id from seed, case_file c
              where c.state = 'OPEN' and c.opened_at <= seed.opened_at
                and c.opened_at >= seed.opened_at - make_interval(secs => :window)
                and coalesce(c.appeal_class, '') not in ('NON_CONSTRUCTIVE', 'NO_REACTION')
              order by c.opened_at desc limit :most)
            select c.case_id::text as case_id, i.incident_id
            from seed, near c
            join lateral (
              select tsvector_to_array(ts_delete(m.words, (select stems from courtesy))) as stems
              from message m where m.case_id = c.case_id and not m.by_brand and not m.suspected
              order by m.id limit 1) other on true
            cross join lateral (
              select count(*)::int as n from unnest(other.stems) s where s = any(seed.stems)) common
            left join incident_case i on i.case_id = c.case_id
            where common.n > 0
              and common.n >= least(:enough, cardinality(seed.stems), cardinality(other.stems))
              and common.n * 100 >=
                :percent * (cardinality(seed.stems) + cardinality(other.stems) - common.n)
            order by c.case_id
            """)
        .param("courtesy", COURTESY)
        .param("case", caseId)
        .param("window", (double) window.toSeconds())
        .param("most", MOST_COMPARED)
        .param("enough", ENOUGH_WORDS)
        .param("percent", percent)
        .query(
            (row, i) ->
                new Like(row.getString("case_id"), row.getObject("incident_id", Long.class)))
        .list();
  }
}
