package org.communitydesk.cases;

import static org.communitydesk.cases.Sql.instant;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Author;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Message;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was said in each case. */
@Component
@Transactional(readOnly = true)
public class Conversations {

  private final JdbcClient jdbc;

  Conversations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The post under which the case stands; empty for private talks and unknown posts. */
  public Optional<Post> post(CaseFile file) {
    return jdbc.sql("select * from post where platform = ? and account = ? and thread_id = ?")
        .params(file.account().platform().id(), file.account().name(), file.threadId())
        .query((row, i) -> new Post(row.getString("text"), instant(row, "posted_at")))
        .optional();
  }

  /**
   * The whole conversation in the order in which it was written. What was changed after a case was
   * closed goes on in a later case and is shown in both.
   */
  public List<CaseMessage> of(String caseId) {
    Map<Long, List<KeptAttachment>> attachments =
        jdbc
            .sql(
                """
                select a.id, a.message_id, a.state, a.content_type, a.file_name, a.reason,
                  a.retry_at, coalesce(octet_length(a.content), 0) as bytes
                from attachment a join message m on m.id = a.message_id
                where m.case_id = :case or m.earlier_cases @> array[:case::bigint] order by a.id
                """)
            .param("case", CaseFiles.id(caseId))
            .query(
                (row, i) -> Map.entry(row.getLong("message_id"), Attachments.keptAttachment(row)))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    Map<String, List<CaseMessage.Earlier>> earlier = earlier(caseId);
    return jdbc.sql(
            """
            select * from message where case_id = :case or earlier_cases @> array[:case::bigint]
            order by written_at, id
            """)
        .param("case", CaseFiles.id(caseId))
        .query(
            (row, i) ->
                new CaseMessage(
                    row.getLong("id"),
                    row.getString("external_id"),
                    Kind.valueOf(row.getString("kind")),
                    row.getString("thread_id"),
                    instant(row, "written_at"),
                    new Author(row.getString("author_id"), row.getString("author_name")),
                    row.getBoolean("by_brand"),
                    row.getString("text"),
                    CaseMessage.State.valueOf(row.getString("state")),
                    instant(row, "delivered_at"),
                    instant(row, "read_at"),
                    Optional.ofNullable(row.getString("removed_by"))
                        .map(Remover::valueOf)
                        .orElse(null),
                    earlier.getOrDefault(row.getString("external_id"), List.of()),
                    Sql.strings(row, "found"),
                    attachments.getOrDefault(row.getLong("id"), List.of())))
        .list();
  }

  private Map<String, List<CaseMessage.Earlier>> earlier(String caseId) {
    return jdbc
        .sql(
            """
            select external_id, v.heard_at, v.text
            from message_version v join message m using (platform, account, external_id)
            where (m.case_id = :case or m.earlier_cases @> array[:case::bigint])
              and v.text is not null order by v.version, v.id
            """)
        .param("case", CaseFiles.id(caseId))
        .query(
            (row, i) ->
                Map.entry(
                    row.getString("external_id"),
                    new CaseMessage.Earlier(instant(row, "heard_at"), row.getString("text"))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /**
   * One message of the case.
   *
   * @throws IllegalStateException when it is not there
   */
  public CaseMessage entry(String caseId, String externalId) {
    return find(caseId, externalId)
        .orElseThrow(
            () -> new IllegalStateException("No message " + externalId + " in case " + caseId));
  }

  /** As {@link #entry}; empty when it is not there. */
  public Optional<CaseMessage> find(String caseId, String externalId) {
    return of(caseId).stream()
        .filter(caseMessage -> caseMessage.externalId().equals(externalId))
        .findFirst();
  }

  /**
   * The message of the person that a reply answers: the latest that still stands, where the reply
   * goes if there is one.
   *
   * @param wanted where the reply goes; null for where the person wrote last
   * @throws IllegalStateException when the person has said nothing
   */
  public CaseMessage answered(String caseId, Kind wanted) {
    return of(caseId).stream()
        .filter(caseMessage -> !caseMessage.byBrand())
        .max(
            Comparator.comparing((CaseMessage caseMessage) -> caseMessage.kind() == wanted)
                .thenComparing(caseMessage -> caseMessage.state() != CaseMessage.State.DELETED)
                .thenComparing(CaseMessage::at)
                .thenComparing(CaseMessage::id))
        .orElseThrow(() -> new IllegalStateException("Nobody has said anything in " + caseId));
  }

  /** When the newest message of that account was written; empty before the first. */
  public Optional<Instant> lastHeard(Account account) {
    return jdbc.sql(
            """
            select written_at from message where platform = ? and account = ? and not by_brand
            order by id desc limit 1
            """)
        .params(account.platform().id(), account.name())
        .query((row, i) -> instant(row, "written_at"))
        .optional();
  }

  /** The case that a message of the brand belongs to: by what it answers, else by the thread. */
  public Optional<String> caseAnswered(Message own) {
    Optional<String> answered =
        own.replyTo() == null
            ? Optional.empty()
            : jdbc.sql(
                    """
                    select case_id::text from message
                    where platform = ? and account = ? and external_id = ?
                    """)
                .params(own.account().platform().id(), own.account().name(), own.replyTo())
                .query(String.class)
                .optional();
    return answered.or(
        () ->
            jdbc.sql(
                    """
                    select case_id::text from case_file
                    where platform = ? and account = ? and kind = 'PRIVATE' and thread_id = ?
                    order by case_id desc limit 1
                    """)
                .params(own.account().platform().id(), own.account().name(), own.threadId())
                .query(String.class)
                .optional());
  }
}
