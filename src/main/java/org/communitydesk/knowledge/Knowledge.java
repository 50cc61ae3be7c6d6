package org.communitydesk.knowledge;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The scripts, and a search over the approved ones. */
@Component
@Transactional
public class Knowledge {

  private static final int LONGEST_QUESTION = 2_000;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}]+");
  private static final Pattern HIGHLIGHT = Pattern.compile("\u0001([^\u0002]*)\u0002");

  private final JdbcClient jdbc;
  private final Clock clock;

  Knowledge(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Approved scripts that share a word with the question, best first.
   *
   * @param question free text of a user or moderator; only its first 2,000 characters count
   * @return empty when nothing fits or nothing was asked
   */
  @Transactional(readOnly = true)
  public List<Script> search(String question, int limit) {
    String anyWord = anyWord(question);
    if (anyWord.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            """
            select id, question, answer, ts_rank(words, asked) as score,
              ts_headline('russian', question, asked,
                'HighlightAll=true, StartSel=' || chr(1) || ', StopSel=' || chr(2)) as marked
            from script, to_tsquery('russian', :asked) asked
            where state = 'APPROVED' and words @@ asked
            order by score desc, id limit :limit
            """)
        .param("asked", anyWord)
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
  }

  /** Adds an approved script. */
  public void add(String question, String answer, String source) {
    insert(question, answer, "APPROVED", source, null);
  }

  /**
   * Offers a new answer: a draft that nobody is shown until it is approved.
   *
   * @param caseId the case that it was given in, with whose person an unapproved one is erased
   */
  public void offer(String question, String answer, String source, String caseId) {
    insert(question, answer, "DRAFT", source, Long.valueOf(caseId));
  }

  /** Whether there is no script at all. */
  @Transactional(readOnly = true)
  public boolean isEmpty() {
    return jdbc.sql("select not exists (select 1 from script)").query(Boolean.class).single();
  }

  private void insert(String question, String answer, String state, String source, Long caseId) {
    jdbc.sql(
            """
            insert into script (question, answer, state, source, case_id, created_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(question, answer, state, source, caseId, clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static String anyWord(String question) {
    String head = question.substring(0, Math.min(question.length(), LONGEST_QUESTION));
    String[] words =
        WORD.matcher(head).results().map(MatchResult::group).distinct().toArray(String[]::new);
    return String.join(" | ", Arrays.asList(words));
  }
}
