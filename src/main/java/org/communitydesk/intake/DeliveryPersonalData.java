package org.communitydesk.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.communitydesk.privacy.Ageing;
import org.communitydesk.privacy.Export;
import org.communitydesk.privacy.KeepsForATime;
import org.communitydesk.privacy.PersonalDataStore;
import org.communitydesk.privacy.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The raw deliveries that are about a person: their body names the id or one of their messages. The
 * rows stay empty, with the key of the event where that names nobody, so that a platform that
 * delivers once more brings nothing back.
 */
@Component
class DeliveryPersonalData implements PersonalDataStore, KeepsForATime {

  private final JdbcClient jdbc;

  DeliveryPersonalData(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void show(Subject person, Export export) {
    export.rows(
        "deliveries",
        jdbc.sql("select received_at, body from inbox where id in (:ids) order by id")
            .param("ids", about(person))
            .query(
                (row, i) ->
                    Map.<String, Object>of(
                        "received_at",
                        row.getTimestamp("received_at").toInstant(),
                        "body",
                        new String(row.getBytes("body"), StandardCharsets.UTF_8)))
            .list());
  }

  @Override
  public void erase(Subject person) {
    jdbc.sql(
            """
            update inbox set body = '', headers = '', external_id = null, reason = null,
              lane = 'erased', state = 'IGNORED',
              event_key = case when event_key ~ :id then 'erased/' || id else event_key end
            where id in (:ids)
            """)
        .param("ids", about(person))
        .param("id", word(person.authorId()))
        .update();
  }

  /** The key outlives the body: a platform may deliver once more for as long as we ask it anew. */
  @Override
  public List<Ageing> ageing() {
    String worked = "state in ('UNDERSTOOD', 'IGNORED')";
    return List.of(
        new Ageing(
            "inbox_body",
            "inbox",
            "received_at",
            worked + " and body <> ''",
            "body = '', headers = '', external_id = null, reason = null, lane = 'erased'"),
        Ageing.of("inbox", "received_at", worked + " and body = ''"));
  }

  private List<Long> about(Subject person) {
    List<Long> ids =
        jdbc.sql(
                """
                select id from inbox where platform = :platform
                  and (external_id in (:messages) or (:wide and
                    (lane ~ :id or event_key ~ :id or encode(body, 'escape') ~ :id)))
                """)
            .param("platform", person.platform().id())
            .param("messages", person.messages())
            .param("wide", !person.isCasesOnly())
            .param("id", word(person.authorId()))
            .query(Long.class)
            .list();
    return ids.isEmpty() ? List.of(0L) : ids;
  }

  /** The id where it is no part of a longer one. */
  private static String word(String id) {
    String literal = Pattern.compile("([^\\p{L}\\p{Nd}])").matcher(id).replaceAll("\\\\$1");
    return "(^|[^0-9A-Za-z])" + literal + "([^0-9A-Za-z]|$)";
  }
}
