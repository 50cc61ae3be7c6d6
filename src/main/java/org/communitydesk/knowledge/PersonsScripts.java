package org.communitydesk.knowledge;

import java.util.HashSet;
import java.util.Set;
import org.communitydesk.privacy.Export;
import org.communitydesk.privacy.KeepsPersons;
import org.communitydesk.privacy.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Answers about a person that were offered as scripts. What is approved is for everybody and stays,
 * unless it names the person.
 */
@Component
class PersonsScripts implements KeepsPersons {

  private final JdbcClient jdbc;

  PersonsScripts(JdbcClient jdbc) {
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
  public void erase(Subject person) {
    Set<String> words = new HashSet<>(person.names());
    words.add(person.authorId());
    jdbc.sql(
            """
            delete from script where case_id in (:cases) and (state <> 'APPROVED' or exists
              (select 1 from unnest(:words::text[]) word
               where strpos(lower(question || ' ' || answer), lower(word)) > 0))
            """)
        .param("cases", person.cases())
        .param("words", words.toArray(String[]::new))
        .update();
    jdbc.sql("update script set case_id = null where case_id in (:cases)")
        .param("cases", person.cases())
        .update();
  }
}
