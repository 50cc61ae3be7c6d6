package org.communitydesk.knowledge;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds scripts by their words: rare words first find candidates, then all words rank them.
 *
 * <p>A word of the question counts for what it is worth: the rarer, the more; in an answer or a
 * category for a part of that. Long questions of which little fits come last, and likeness by
 * letters decides between equals.
 */
@Component
class Search {

  private static final int LONGEST_QUESTION = 2_000;
  private static final int CANDIDATES = 40;

  /** Of the best one's score; what fits less is noise. */
  private static final double WORTH = 0.3;

  private static final Pattern HIGHLIGHT = Pattern.compile("\u0001([^\u0002]*)\u0002");

  private static final String SQL =
      """
      with found as (
        select s.id, sum(t.weight * case when s.question_words @@ t.query then 1 else 0.3 end) as fits
        from unnest(:rare::text[]::tsquery[], :rare_weights::float8[]) t(query, weight)
        join script s on s.words @@ t.query
        where s.state = :state and (s.state <> 'APPROVED' or (%s))
        group by s.id
      ),
      ranked as (
        select s.id, (found.fits + coalesce((
            select sum(t.weight)
            from unnest(:common::text[]::tsquery[], :common_weights::float8[]) t(query, weight)
            where s.question_words @@ t.query), 0))
          / (:whole + 0.25 * :mean * length(s.question_words)) as fits
        from found join script s on s.id = found.id
        order by fits desc, s.id limit :candidates
      )
      select s.id, s.question, s.answer,
        ranked.fits + 0.25 * similarity(s.folded_question, :folded) as score,
        ts_headline('russian', s.question, :all::tsquery,
          'HighlightAll=true, StartSel=' || chr(1) || ', StopSel=' || chr(2)) as marked
      from ranked join script s on s.id = ranked.id
      order by score desc, s.id limit :limit
      """
          .formatted(Rows.VALID);

  private final JdbcClient jdbc;
  private final AskedWords words;
  private final Rows rows;

  Search(JdbcClient jdbc, AskedWords words, Rows rows) {
    this.jdbc = jdbc;
    this.words = words;
    this.rows = rows;
  }

  List<Script> find(String question, int limit, State state) {
    String folded =
        Folded.text(question.substring(0, Math.min(question.length(), LONGEST_QUESTION)));
    AskedWords.Asked asked = words.of(folded);
    if (asked.rare().isEmpty()) {
      return List.of();
    }
    List<Script> found =
        jdbc.sql(SQL)
            .param("rare", queries(asked.rare()))
            .param("rare_weights", weights(asked.rare()))
            .param("common", queries(asked.common()))
            .param("common_weights", weights(asked.common()))
            .param("whole", asked.whole())
            .param("mean", asked.mean())
            .param("all", asked.anyOf())
            .param("folded", folded)
            .param("state", state.name())
            .param("today", rows.today())
            .param("candidates", Math.max(CANDIDATES, limit))
            .param("limit", limit)
            .query(
                (row, i) ->
                    new Script(
                        row.getLong("id"),
                        row.getString("question"),
                        row.getString("answer"),
                        row.getDouble("score"),
                        HIGHLIGHT
                            .matcher(row.getString("marked"))
                            .results()
                            .map(m -> m.group(1))
                            .toList()))
            .list();
    return found.stream().filter(one -> one.score() >= WORTH * found.get(0).score()).toList();
  }

  private static String[] queries(List<AskedWords.Term> all) {
    return all.stream().map(AskedWords.Term::query).toArray(String[]::new);
  }

  private static Double[] weights(List<AskedWords.Term> all) {
    return all.stream().map(AskedWords.Term::weight).toArray(Double[]::new);
  }
}
