package org.communitydesk.problem;

import org.communitydesk.privacy.Export;
import org.communitydesk.privacy.PersonalDataStore;
import org.communitydesk.privacy.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In which incidents a person's cases are; an erased one leaves them. */
@Component
class ProblemPersonalData implements PersonalDataStore {

  private final JdbcClient jdbc;

  ProblemPersonalData(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void show(Subject person, Export export) {
    export.rows(
        "incidents",
        jdbc.sql("select * from incident_case where case_id in (:cases)")
            .param("cases", person.cases())
            .query()
            .listOfRows());
  }

  @Override
  public void erase(Subject person) {
    jdbc.sql("delete from incident_case where case_id in (:cases)")
        .param("cases", person.cases())
        .update();
  }
}
