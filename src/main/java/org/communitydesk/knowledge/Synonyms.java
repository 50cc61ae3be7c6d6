package org.communitydesk.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.communitydesk.database.AdvisoryLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Words that mean the same to the search; a change counts at once on every node. */
@Component
@Transactional
public class Synonyms {

  private static final int MOST_WORDS = 2_000;
  private static final int LONGEST_WORD = 60;

  private final JdbcClient jdbc;

  Synonyms(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The groups in the order in which they were entered. */
  @Transactional(readOnly = true)
  public List<List<String>> groups() {
    Map<Integer, List<String>> groups = new LinkedHashMap<>();
    jdbc.sql("select group_id, word from synonym order by group_id, place")
        .query(
            row -> {
              groups.computeIfAbsent(row.getInt(1), id -> new ArrayList<>()).add(row.getString(2));
            });
    return List.copyOf(groups.values());
  }

  /**
   * Puts these groups in the place of the old ones.
   *
   * @throws ScriptRefused when a word is none, stands in two groups or has nobody beside it
   */
  public List<List<String>> replace(List<List<String>> groups) {
    Map<String, Integer> groupOf = new LinkedHashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      List<String> group = groups.get(i);
      if (group == null || group.size() < 2) {
        throw refused(
            "в группе %s нет пары: нужны хотя бы два слова"
                .formatted(group == null || group.isEmpty() ? i + 1 : "«" + group.get(0) + "»"));
      }
      for (String word : group) {
        String bare = checked(word);
        Integer other = groupOf.putIfAbsent(bare, i);
        if (other != null) {
          throw refused(
              other == i
                  ? "слово «%s» стоит в группе дважды".formatted(bare)
                  : "слово «%s» стоит в двух группах: «%s» и «%s». Соедините их в одну"
                      .formatted(
                          bare,
                          String.join(", ", groups.get(other)),
                          String.join(", ", groups.get(i))));
        }
      }
    }
    if (groupOf.size() > MOST_WORDS) {
      throw refused("слов %d, а можно не больше %d".formatted(groupOf.size(), MOST_WORDS));
    }
    AdvisoryLock.take(jdbc, "synonym");
    jdbc.sql("delete from synonym").update();
    jdbc.sql(
            """
            insert into synonym (word, lexeme, group_id, place)
            select word, coalesce((tsvector_to_array(to_tsvector('russian', folded)))[1], folded),
              group_id, place
            from unnest(:words, :folded, :groups) with ordinality s(word, folded, group_id, place)
            """)
        .param("words", groupOf.keySet().toArray(String[]::new))
        .param("folded", groupOf.keySet().stream().map(Folded::text).toArray(String[]::new))
        .param("groups", groupOf.values().toArray(Integer[]::new))
        .update();
    refuseFormsOfTwoGroups();
    return groups();
  }

  /** «карта» in one group and «карты» in another are the same word to the search. */
  private void refuseFormsOfTwoGroups() {
    jdbc.sql(
            """
            select a.word as one, b.word as other
            from synonym a join synonym b on b.lexeme = a.lexeme and b.group_id > a.group_id
            order by a.group_id, a.place limit 1
            """)
        .query((row, i) -> List.of(row.getString("one"), row.getString("other")))
        .optional()
        .ifPresent(
            both -> {
              throw refused(
                  "слова «%s» и «%s» для поиска — одно слово, а стоят в двух группах. Соедините их в одну"
                      .formatted(both.get(0), both.get(1)));
            });
  }

  private static String checked(String word) {
    String bare = word == null ? "" : word.strip().toLowerCase(Locale.ROOT);
    if (bare.isEmpty()) {
      throw refused("в группе есть пустое слово");
    }
    if (bare.length() > LONGEST_WORD) {
      throw refused(
          "слово длиннее %d знаков: «%s…»".formatted(LONGEST_WORD, bare.substring(0, 40)));
    }
    if (Folded.words(bare).size() != 1) {
      throw refused("«%s» — не одно слово: впишите слово без пробелов и знаков".formatted(bare));
    }
    return bare;
  }

  private static ScriptRefused refused(String reason) {
    return new ScriptRefused("groups", reason);
  }
}
