package org.communitydesk.publication;

import java.util.List;
import org.communitydesk.privacy.Ageing;
import org.communitydesk.privacy.Export;
import org.communitydesk.privacy.KeepsForATime;
import org.communitydesk.privacy.NotNow;
import org.communitydesk.privacy.PersonalDataStore;
import org.communitydesk.privacy.Subject;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said or done to a person. The rows stay: they are the proof that nothing went twice. */
@Component
@Order(10)
class PublicationPersonalData implements PersonalDataStore, KeepsForATime {

  private static final String THEIRS =
      " where (case_id in (:cases) or (platform = :platform and recipient_id = :author)) ";

  private final JdbcClient jdbc;

  PublicationPersonalData(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void show(Subject person, Export export) {
    export.rows(
        "publications", sql("select * from publication" + THEIRS, person).query().listOfRows());
  }

  @Override
  public boolean stillNeeds(Subject person) {
    return isUnderWay(person);
  }

  @Override
  public void mayErase(Subject person) {
    if (isUnderWay(person)) {
      throw new NotNow(
          "Прямо сейчас этому человеку отправляется ответ или с него снимается мера."
              + " Повторите через несколько минут.");
    }
  }

  @Override
  public void erase(Subject person) {
    sql(
            "delete from publication_enclosure where publication_id in (select id from publication"
                + THEIRS
                + ")",
            person)
        .update();
    sql(
            """
            update publication set text = '', recipient_id = :pseudonym, thread_id = '',
              reply_to = null, external_id = null, reason = null
            """
                + THEIRS,
            person)
        .update();
    jdbc.sql("delete from stray_receipt where platform = ? and person_id = ?")
        .params(person.platform().id(), person.authorId())
        .update();
  }

  /** What was done to a person stays: it says whose ban it is. */
  @Override
  public List<Ageing> ageing() {
    return List.of(
        Ageing.of("stray_receipt", "at", "true"),
        Ageing.of(
            "publication",
            "created_at",
            """
            state in ('SENT', 'REFUSED', 'DROPPED')
              and kind not in ('BAN', 'UNBAN', 'MUTE', 'UNMUTE')
              and thread_id = ''
            """));
  }

  private boolean isUnderWay(Subject person) {
    return sql(
            "select exists (select 1 from publication"
                + THEIRS
                + """
                and (state = 'SENDING' or (kind in ('UNBAN', 'UNMUTE')
                  and state in ('NEW', 'HELD', 'UNKNOWN'))))
                """,
            person)
        .query(Boolean.class)
        .single();
  }

  private JdbcClient.StatementSpec sql(String sql, Subject person) {
    return jdbc.sql(sql)
        .param("cases", person.cases())
        .param("platform", person.platform().id())
        .param("author", person.authorId())
        .param("pseudonym", person.pseudonym());
  }
}
