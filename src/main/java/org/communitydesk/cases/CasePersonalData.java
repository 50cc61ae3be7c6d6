package org.communitydesk.cases;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.communitydesk.conversation.Platform;
import org.communitydesk.database.StoredBytes;
import org.communitydesk.privacy.Ageing;
import org.communitydesk.privacy.Export;
import org.communitydesk.privacy.KeepsForATime;
import org.communitydesk.privacy.KnowsPersons;
import org.communitydesk.privacy.PersonalDataStore;
import org.communitydesk.privacy.Subject;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The case files of a person. An erased one keeps its dates, class and outcome, so that reports and
 * the ladder still hold; nothing in it says whose it was.
 */
@Component
@Order(Integer.MAX_VALUE)
class CasePersonalData implements PersonalDataStore, KeepsForATime, KnowsPersons {

  private final JdbcClient jdbc;

  CasePersonalData(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Subject subject(Platform platform, String authorId, String pseudonym) {
    return subject(platform, authorId, authorId, pseudonym);
  }

  @Override
  public Subject erased(Platform platform, String authorId, String pseudonym) {
    return subject(platform, authorId, pseudonym, pseudonym);
  }

  @Override
  public Subject expired(long caseId, String pseudonym) {
    return new Subject(
        Platform.of(
                jdbc.sql("select platform from case_file where case_id = ?")
                    .param(caseId)
                    .query(String.class)
                    .single())
            .orElseThrow(),
        pseudonym,
        pseudonym,
        Set.of(),
        List.of(caseId),
        jdbc.sql("select external_id from message where case_id = ?")
            .param(caseId)
            .query(String.class)
            .list());
  }

  private Subject subject(Platform platform, String authorId, String kept, String pseudonym) {
    List<Long> cases =
        jdbc.sql("select case_id from case_file where platform = ? and author_id = ?")
            .params(platform.id(), kept)
            .query(Long.class)
            .list();
    Subject bare = new Subject(platform, authorId, pseudonym, new HashSet<>(), cases, List.of());
    HashSet<String> names = new HashSet<>();
    for (String table : List.of("case_file", "message")) {
      names.addAll(
          jdbc.sql(
                  "select distinct author_name from %s where platform = ? and author_id = ?"
                      .formatted(table))
              .params(platform.id(), kept)
              .query(String.class)
              .list());
    }
    names.remove("");
    List<String> messages =
        jdbc.sql("select external_id from message where case_id in (:cases)")
            .param("cases", bare.cases())
            .query(String.class)
            .list();
    return new Subject(platform, authorId, pseudonym, names, cases, messages);
  }

  @Override
  public List<Acquaintance> search(String q, int limit) {
    return jdbc.sql(
            """
            select platform, author_id, max(author_name) as name, count(*) as appeals
            from case_file
            where author_id not like 'erased-%' and author_id not like 'expired-%'
              and (author_id = :q or strpos(lower(author_name), lower(:q)) > 0)
            group by platform, author_id order by max(case_id) desc limit :limit
            """)
        .param("q", q.replace("\u0000", ""))
        .param("limit", limit)
        .query(
            (row, i) ->
                new Acquaintance(
                    row.getString("platform"),
                    row.getString("author_id"),
                    row.getString("name"),
                    row.getLong("appeals")))
        .list();
  }

  @Override
  public void show(Subject person, Export export) {
    export.rows("appeals", rows("select * from case_file where case_id in (:cases)", person));
    export.rows(
        "messages",
        rows(
            """
            select case_id, external_id, author_id, author_name, by_brand, written_at, text,
              reply_to, kind, thread_id, state, array_to_string(found, ',') as found
            from message where case_id in (:cases) order by id
            """,
            person));
    for (String table : List.of("timeline", "note", "reply")) {
      export.rows(
          table, rows("select * from %s where case_id in (:cases)".formatted(table), person));
    }
    export.rows(
        "attachments",
        rows(
            """
            select a.id, m.external_id as message, a.type, a.file_name, a.content_type, a.state
            from attachment a join message m on m.id = a.message_id
            where m.case_id in (:cases) order by a.id
            """,
            person));
    files(
        export,
        "attachment",
        """
        select a.id, a.file_name, octet_length(a.content) as bytes from attachment a join message m on m.id = a.message_id
        where m.case_id in (:cases) and a.content is not null order by a.id
        """,
        person);
    files(
        export,
        "enclosure",
        "select id, file_name, octet_length(content) as bytes from enclosure where case_id in (:cases) order by id",
        person);
  }

  private void files(Export export, String kind, String sql, Subject person) {
    jdbc.sql(sql)
        .param("cases", person.cases())
        .query(
            row -> {
              export.file(
                  kind + "-" + row.getLong("id") + "-" + row.getString("file_name"),
                  new StoredBytes(jdbc, kind, "id", row.getLong("id"), row.getLong("bytes")));
            });
  }

  private List<Map<String, Object>> rows(String sql, Subject person) {
    return jdbc.sql(sql).param("cases", person.cases()).query().listOfRows();
  }

  @Override
  public void erase(Subject person) {
    for (String early : List.of("removed_early", "arrived_early", "message_version")) {
      jdbc.sql(
              "delete from %s where platform = :platform and external_id in (:messages)"
                  .formatted(early))
          .param("platform", person.platform().id())
          .param("messages", person.messages())
          .update();
    }
    jdbc.sql("delete from post where platform = :platform and thread_id in (:messages)")
        .param("platform", person.platform().id())
        .param("messages", person.messages())
        .update();
    for (String table : List.of("message", "note", "enclosure", "form_draft", "earlier_draft")) {
      update("delete from %s where case_id in (:cases)".formatted(table), person);
    }
    update(
        """
        update timeline set detail = null
        where case_id in (:cases) and what not in ('CLASSIFIED', 'CLOSED')
        """,
        person);
    update("update reply set text = '' where case_id in (:cases)", person);
    jdbc.sql(
            """
            update case_file set author_id = :pseudonym, author_name = '', draft = '', draft_writer = null,
              draft_version = draft_version + 1, reopen_until = null, erased = true,
              thread_id = :pseudonym || '-' || case_id
            where case_id in (:cases)
            """)
        .param("pseudonym", person.pseudonym())
        .param("cases", person.cases())
        .update();
  }

  @Override
  public List<Ageing> ageing() {
    return List.of(
        Ageing.of("removed_early", "removed_at", "true"),
        Ageing.of("arrived_early", "greatest(delivered_at, read_at)", "true"),
        Ageing.of(
            "message_version",
            "heard_at",
            """
            not exists (select 1 from message m
              where (m.platform, m.account, m.external_id) =
                (message_version.platform, message_version.account, message_version.external_id))
            """),
        Ageing.of(
            "post",
            "posted_at",
            """
            not exists (select 1 from case_file c join message m using (case_id)
              where (c.platform, c.account, c.thread_id) =
                (post.platform, post.account, post.thread_id))
            """),
        Ageing.of("form_draft", "written_at", "case_id is null"),
        Ageing.of("earlier_draft", "replaced_at", "case_id is null"));
  }

  private void update(String sql, Subject person) {
    jdbc.sql(sql).param("cases", person.cases()).update();
  }
}
