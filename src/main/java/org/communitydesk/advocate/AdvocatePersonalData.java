package org.communitydesk.advocate;

import java.time.Clock;
import java.time.ZoneOffset;
import org.communitydesk.privacy.Export;
import org.communitydesk.privacy.PersonalDataStore;
import org.communitydesk.privacy.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What advocates answered to a person, and the person as an advocate. */
@Component
class AdvocatePersonalData implements PersonalDataStore {

  private final JdbcClient jdbc;
  private final Clock clock;

  AdvocatePersonalData(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void show(Subject person, Export export) {
    export.rows(
        "advocates_posts",
        jdbc.sql("select * from advocate_post where case_id in (:cases)")
            .param("cases", person.cases())
            .query()
            .listOfRows());
    export.rows(
        "advocate",
        jdbc.sql("select * from advocate where platform = ? and account_id = ?")
            .params(person.platform().id(), person.authorId())
            .query()
            .listOfRows());
  }

  @Override
  public void erase(Subject person) {
    jdbc.sql(
            """
            update advocate_post set objection = '', text = '', url = ''
            where case_id in (:cases) or advocate_id in
              (select id from advocate where platform = :platform and account_id = :author)
            """)
        .param("cases", person.cases())
        .param("platform", person.platform().id())
        .param("author", person.authorId())
        .update();
    jdbc.sql(
            """
            update advocate set name = '', disclosure = '', account_id = :pseudonym,
              withdrawn_at = coalesce(withdrawn_at, :now)
            where platform = :platform and account_id = :author
            """)
        .param("pseudonym", person.pseudonym())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("platform", person.platform().id())
        .param("author", person.authorId())
        .update();
  }
}
