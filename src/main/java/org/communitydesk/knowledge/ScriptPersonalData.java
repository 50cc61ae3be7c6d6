package org.communitydesk.knowledge;

import java.util.List;
import java.util.stream.Stream;
import org.communitydesk.privacy.Ageing;
import org.communitydesk.privacy.Export;
import org.communitydesk.privacy.KeepsForATime;
import org.communitydesk.privacy.PersonalDataStore;
import org.communitydesk.privacy.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Answers about a person that were offered as scripts. What is approved is for everybody and stays,
 * unless it names the person; so do its earlier versions.
 */
@Component
class ScriptPersonalData implements PersonalDataStore, KeepsForATime {

  private static final String NAMED =
      """
      exists (select 1 from unnest(:names::text[]) name
        where strpos(lower(%1$s.question || ' ' || %1$s.answer), lower(name)) > 0)
      """;

  private final JdbcClient jdbc;

  ScriptPersonalData(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void show(Subject person, Export export) {
    export.rows(
        "scripts",
        jdbc.sql("select question, answer, state, created_at from script where case_id in (:cases)")
            .param("cases", person.cases())
            .query()
            .listOfRows());
  }

  @Override
  public List<Ageing> ageing() {
    return List.of(Ageing.of("script_use", "used_at", "true"));
  }

  @Override
  public void erase(Subject person) {
    String[] names =
        Stream.concat(person.names().stream(), Stream.of(person.authorId())).toArray(String[]::new);
    List<Long> gone =
        of(person, names, "select id from script s where case_id in (:cases) and " + hidden("s"))
            .query(Long.class)
            .list();
    String versions =
        "script_version v where script_id in (select id from script where case_id in (:cases)) and "
            + hidden("v");
    List<String> texts =
        of(person, names, "select question || ' ' || answer from " + versions)
            .query(String.class)
            .list();
    of(person, names, "delete from " + versions).update();
    if (!gone.isEmpty()) {
      for (String rest :
          List.of(
              "script_version where script_id", "script_use where script_id", "script where id")) {
        jdbc.sql("delete from " + rest + " in (:gone)").param("gone", gone).update();
      }
    }
    forgetWords(texts);
    of(person, names, "update script set case_id = null where case_id in (:cases)").update();
  }

  private static String hidden(String row) {
    return "(%1$s.state <> 'APPROVED' or ".formatted(row) + NAMED.formatted(row) + ")";
  }

  private JdbcClient.StatementSpec of(Subject person, String[] names, String sql) {
    return jdbc.sql(sql).param("cases", person.cases()).param("names", names);
  }

  /** A word that no script holds any more could be the person's name. */
  private void forgetWords(List<String> texts) {
    String[] words =
        texts.stream()
            .flatMap(text -> Stream.of(Folded.text(text).split(" ")))
            .distinct()
            .toArray(String[]::new);
    jdbc.sql(
            """
            delete from script_word known where word = any(:words) and not exists
              (select 1 from script s where s.words @@ plainto_tsquery('russian', known.word))
            """)
        .param("words", words)
        .update();
  }
}
