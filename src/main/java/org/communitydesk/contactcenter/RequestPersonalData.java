package org.communitydesk.contactcenter;

import java.util.List;
import org.communitydesk.privacy.Ageing;
import org.communitydesk.privacy.Export;
import org.communitydesk.privacy.KeepsForATime;
import org.communitydesk.privacy.PersonalDataStore;
import org.communitydesk.privacy.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was asked and answered about a person. */
@Component
class RequestPersonalData implements PersonalDataStore, KeepsForATime {

  private static final String THEIRS =
      " where request_id in (select request_id from contact_center_request where case_id in (:cases))";

  private final JdbcClient jdbc;

  RequestPersonalData(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void show(Subject person, Export export) {
    for (String table : List.of("contact_center_request", "contact_center_answer")) {
      export.rows(
          table,
          jdbc.sql("select * from " + table + THEIRS)
              .param("cases", person.cases())
              .query()
              .listOfRows());
    }
  }

  /** Letters that fit no question; the others go with their appeal. */
  @Override
  public List<Ageing> ageing() {
    return List.of(
        Ageing.of(
            "contact_center_answer", "received_at", "request_id is null and state <> 'WAITING'"));
  }

  @Override
  public void erase(Subject person) {
    jdbc.sql(
            "update contact_center_answer set text = '', attachments = '', sender = '', reason = null"
                + THEIRS)
        .param("cases", person.cases())
        .update();
    jdbc.sql(
            """
            update contact_center_request set question = '',
              answer = case when answer is null then null else '' end
            where case_id in (:cases)
            """)
        .param("cases", person.cases())
        .update();
  }
}
