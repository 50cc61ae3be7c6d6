package org.communitydesk.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a question asks for: its words, what means the same, and what was probably meant. */
@Component
class AskedWords {

  private static final int MOST_WORDS = 60;
  private static final int MOST_TERMS = 14;
  private static final long MOST_ROWS = 1_500;
  private static final int MOST_GUESSED = 8;
  private static final double GUESS_COUNTS = 0.8;

  private final JdbcClient jdbc;

  AskedWords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One word of the question.
   *
   * @param query for PostgreSQL: the lexeme, or any of those that stand for it
   * @param entries scripts that hold it
   * @param weight the rarer, the more
   */
  record Term(String query, long entries, double weight) {}

  /**
   * The words of a question.
   *
   * @param rare those that find scripts
   * @param common those that would find too many and only rank what the others found
   */
  record Asked(List<Term> rare, List<Term> common) {

    double whole() {
      return Stream.concat(rare.stream(), common.stream()).mapToDouble(Term::weight).sum();
    }

    double mean() {
      return whole() / (rare.size() + common.size());
    }

    String anyOf() {
      return Stream.concat(rare.stream(), common.stream())
          .map(term -> "(" + term.query() + ")")
          .collect(Collectors.joining(" | "));
    }
  }

  private record Lexeme(String word, String lexeme, long entries) {}

  Asked of(String folded) {
    List<String> words =
        Stream.of(folded.split(" "))
            .filter(w -> !w.isEmpty())
            .distinct()
            .limit(MOST_WORDS)
            .toList();
    if (words.isEmpty()) {
      return new Asked(List.of(), List.of());
    }
    Map<String, Set<String>> meant = new LinkedHashMap<>();
    Map<String, Long> entries = new LinkedHashMap<>();
    List<Lexeme> unknown = new ArrayList<>();
    for (Lexeme one : lexemes(words)) {
      if (meant.computeIfAbsent(one.lexeme(), key -> new LinkedHashSet<>()).add(one.lexeme())) {
        entries.put(one.lexeme(), one.entries());
        if (one.entries() == 0) {
          unknown.add(one);
        }
      }
    }
    Set<String> guessed = guess(unknown, meant, entries);
    addSynonyms(meant, entries);
    return sorted(meant, entries, guessed);
  }

  private Asked sorted(
      Map<String, Set<String>> meant, Map<String, Long> entries, Set<String> guessed) {
    long all = Math.max(1, count());
    List<Term> terms =
        meant.entrySet().stream()
            .map(
                one ->
                    term(
                        one.getValue(),
                        entries.get(one.getKey()),
                        all,
                        guessed.contains(one.getKey()) ? GUESS_COUNTS : 1))
            .filter(term -> term.entries() > 0)
            .sorted(Comparator.comparingLong(Term::entries))
            .limit(MOST_TERMS)
            .toList();
    long rows = 0;
    int rare = 0;
    while (rare < terms.size() && (rare == 0 || rows + terms.get(rare).entries() <= MOST_ROWS)) {
      rows += terms.get(rare++).entries();
    }
    return new Asked(terms.subList(0, rare), terms.subList(rare, terms.size()));
  }

  private static Term term(Set<String> lexemes, long entries, long all, double share) {
    String query =
        lexemes.stream()
            .map(lexeme -> "'" + lexeme.replace("'", "''").replace("\\", "\\\\") + "'")
            .collect(Collectors.joining(" | "));
    return new Term(query, entries, share * Math.log(1 + all / (double) Math.max(1, entries)));
  }

  private List<Lexeme> lexemes(List<String> words) {
    return jdbc.sql(
            """
            select asked.word, asked.lexeme, coalesce((
              select sum(known.entries) from script_word known where known.lexeme = asked.lexeme
            ), 0) as entries
            from (
              select word, n, (tsvector_to_array(to_tsvector('russian', word)))[1] as lexeme
              from unnest(:words) with ordinality w(word, n)
            ) asked where lexeme is not null order by n
            """)
        .param("words", words.toArray(String[]::new))
        .query(AskedWords::lexeme)
        .list();
  }

  private void addSynonyms(Map<String, Set<String>> meant, Map<String, Long> entries) {
    jdbc.sql(
            """
            select distinct mine.lexeme as word, same.lexeme, coalesce((
              select sum(known.entries) from script_word known where known.lexeme = same.lexeme
            ), 0) as entries
            from synonym mine join synonym same using (group_id)
            where mine.lexeme = any(:lexemes) and same.lexeme <> mine.lexeme
            """)
        .param("lexemes", meant.values().stream().flatMap(Set::stream).toArray(String[]::new))
        .query(AskedWords::lexeme)
        .list()
        .forEach(
            same ->
                meant.forEach(
                    (asked, all) -> {
                      if (all.contains(same.word())) {
                        add(meant, entries, new Lexeme(asked, same.lexeme(), same.entries()));
                      }
                    }));
  }

  /** Words that nobody has ever written are read as the known words that differ least. */
  private Set<String> guess(
      List<Lexeme> unknown, Map<String, Set<String>> meant, Map<String, Long> entries) {
    Map<String, String> lexemeOf =
        unknown.stream()
            .filter(one -> entries.get(one.lexeme()) == 0 && one.word().length() > 3)
            .limit(MOST_GUESSED)
            .collect(Collectors.toMap(Lexeme::word, Lexeme::lexeme, (a, b) -> a));
    if (lexemeOf.isEmpty()) {
      return Set.of();
    }
    Set<String> guessed = new LinkedHashSet<>();
    jdbc.sql(
            """
            select asked.word, near.word as lexeme, near.lexeme as stem, near.entries
            from unnest(:words) asked(word) cross join lateral (
              select known.word, known.lexeme, known.entries, similarity(known.word, asked.word) as likeness
              from script_word known
              where known.word % asked.word
              union all
              select same.word, same.lexeme, 0, similarity(same.word, asked.word)
              from synonym same where same.word % asked.word
              order by likeness desc, word limit 10
            ) near
            """)
        .param("words", lexemeOf.keySet().toArray(String[]::new))
        .query(
            row -> {
              String asked = row.getString("word");
              if (Typing.isNear(asked, row.getString("lexeme"))) {
                String lexeme = lexemeOf.get(asked);
                guessed.add(lexeme);
                add(
                    meant,
                    entries,
                    new Lexeme(lexeme, row.getString("stem"), row.getLong("entries")));
              }
            });
    return guessed;
  }

  private static void add(Map<String, Set<String>> meant, Map<String, Long> entries, Lexeme same) {
    if (meant.get(same.word()).add(same.lexeme())) {
      entries.merge(same.word(), same.entries(), Long::sum);
    }
  }

  private long count() {
    return jdbc.sql("select count(*) from script").query(Long.class).single();
  }

  private static Lexeme lexeme(ResultSet row, int i) throws SQLException {
    return new Lexeme(row.getString("word"), row.getString("lexeme"), row.getLong("entries"));
  }
}
