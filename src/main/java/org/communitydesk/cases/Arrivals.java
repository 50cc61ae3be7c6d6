package org.communitydesk.cases;

import static org.communitydesk.cases.Sql.utc;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Author;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Message;
import org.communitydesk.database.AdvisoryLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what was heard into the case files. */
@Component
@Transactional
public class Arrivals {

  private final JdbcClient jdbc;
  private final Journal journal;
  private final Versions versions;
  private final Changes changes;
  private final Attachments attachments;
  private final Clock clock;

  Arrivals(
      JdbcClient jdbc,
      Journal journal,
      Versions versions,
      Changes changes,
      Attachments attachments,
      Clock clock) {
    this.versions = versions;
    this.changes = changes;
    this.attachments = attachments;
    this.jdbc = jdbc;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Puts a user's message into the open case of its author and thread, or opens one. Two messages
   * at the same moment on two nodes meet at a lock on author and thread; what is heard of one
   * message before itself, an edit or a removal, is done to it now.
   *
   * @param version as of {@link org.communitydesk.conversation.InboundEvent.MessageReceived}
   */
  public IntakeResult take(Message message, long version) {
    AdvisoryLock.take(jdbc, lane(message));
    versions.hold(message.account(), message.externalId());
    if (known(message.account(), message.externalId())) {
      return isAsKept(message) ? new IntakeResult.Known() : new IntakeResult.Changed();
    }
    Optional<CaseFile> open = openCase(message);
    CaseFile file = open.orElseGet(() -> begin(message));
    open.ifPresent(one -> comeBack(one.caseId()));
    long entry = insert(file.caseId(), message, version, false).orElseThrow();
    attachments.keepLater(entry, message.attachments());
    journal.record(
        file.caseId(),
        null,
        open.isPresent() ? TimelineEvent.What.JOINED : TimelineEvent.What.OPENED,
        message.externalId());
    Message now = changes.editEarly(file.caseId(), message, version);
    boolean removed = changes.removeEarly(message);
    return open.isPresent()
        ? new IntakeResult.Joined(file, now, removed)
        : new IntakeResult.Begun(file, now, removed);
  }

  /**
   * Takes a message that was changed after its case was closed to where a new one of its author
   * would go. The closed case shows it further on.
   *
   * @return the case that it goes on in; empty when that has happened before, or the message is
   *     gone
   */
  public Optional<IntakeResult> goOn(Account account, String externalId) {
    Optional<Message> kept = said(account, externalId);
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    Message message = kept.get();
    AdvisoryLock.take(jdbc, lane(message));
    versions.hold(account, externalId);
    if (!isLeftBehind(message)) {
      return Optional.empty();
    }
    Optional<CaseFile> open = openCase(message);
    CaseFile file = open.orElseGet(() -> begin(message));
    open.ifPresent(one -> comeBack(one.caseId()));
    about(
            account,
            externalId,
            """
            update message set earlier_cases = earlier_cases || case_id, case_id = :case,
              heard = nextval('heard_order'), suspected = false
            where platform = :platform and account = :account and external_id = :id
            """)
        .param("case", CaseFiles.id(file.caseId()))
        .update();
    journal.record(
        file.caseId(),
        null,
        open.isPresent() ? TimelineEvent.What.JOINED : TimelineEvent.What.OPENED,
        message.externalId());
    return Optional.of(
        open.isPresent()
            ? new IntakeResult.Joined(file, message, false)
            : new IntakeResult.Begun(file, message, false));
  }

  private boolean isLeftBehind(Message message) {
    return about(
            message.account(),
            message.externalId(),
            """
                select exists (select 1 from message m join case_file c using (case_id)
                  where m.platform = :platform and m.account = :account and external_id = :id
                    and c.state = 'CLOSED' and m.state <> 'DELETED')
                """)
        .query(Boolean.class)
        .single();
  }

  private Optional<Message> said(Account account, String externalId) {
    return about(
            account,
            externalId,
            """
                select * from message where platform = :platform and account = :account
                  and external_id = :id and not by_brand
                """)
        .query(
            (row, i) ->
                new Message(
                    account,
                    Kind.valueOf(row.getString("kind")),
                    externalId,
                    new Author(row.getString("author_id"), row.getString("author_name")),
                    row.getString("thread_id"),
                    row.getString("reply_to"),
                    Sql.instant(row, "written_at"),
                    row.getString("text"),
                    List.of()))
        .optional();
  }

  /**
   * Takes the brand's own message into the case that it answers.
   *
   * @return false when it was there before
   */
  public boolean takeOwn(String caseId, Message message) {
    versions.hold(message.account(), message.externalId());
    boolean fresh = insert(caseId, message, 0, true).isPresent();
    if (fresh) {
      jdbc.sql(
              """
              with early as (delete from arrived_early
                where platform = :platform and account = :account and external_id = :id
                returning delivered_at, read_at)
              update message set delivered_at = early.delivered_at, read_at = early.read_at
              from early
              where platform = :platform and account = :account and external_id = :id
              """)
          .param("platform", message.account().platform().id())
          .param("account", message.account().name())
          .param("id", message.externalId())
          .update();
    }
    return fresh;
  }

  /**
   * Notes how far a message of the brand came; remembered when the message itself is not here yet.
   *
   * @param read whether the person has read it, not only received it
   */
  public void arrived(Account account, String externalId, boolean read, Instant at) {
    versions.hold(account, externalId);
    boolean here =
        about(
                    account,
                    externalId,
                    """
                    update message set delivered_at = coalesce(delivered_at, :at),
                      read_at = case when :read then coalesce(read_at, :at) else read_at end
                    where platform = :platform and account = :account and external_id = :id
                      and by_brand
                    """)
                .param("at", utc(at))
                .param("read", read)
                .update()
            > 0;
    if (!here) {
      about(
              account,
              externalId,
              """
              insert into arrived_early (platform, account, external_id, delivered_at, read_at)
              values (:platform, :account, :id, :at, case when :read then :at end)
              on conflict (platform, account, external_id) do update
                set read_at = coalesce(arrived_early.read_at, excluded.read_at)
              """)
          .param("at", utc(at))
          .param("read", read)
          .update();
    }
  }

  private JdbcClient.StatementSpec about(Account account, String externalId, String sql) {
    return jdbc.sql(sql)
        .param("platform", account.platform().id())
        .param("account", account.name())
        .param("id", externalId);
  }

  /** Keeps the brand's post, so that a moderator sees what is being discussed. */
  public void keepPost(Account account, String threadId, Instant at, String text) {
    jdbc.sql(
            """
            insert into post (platform, account, thread_id, text, posted_at) values (?, ?, ?, ?, ?)
            on conflict (platform, account, thread_id) do update set text = excluded.text
            """)
        .params(account.platform().id(), account.name(), threadId, text, utc(at))
        .update();
  }

  private Optional<CaseFile> openCase(Message message) {
    return jdbc.sql(
            """
            select * from case_file where platform = :platform and account = :account
              and author_id = :author and state = 'OPEN'
              and ((kind = :kind and thread_id = :thread) or (also_private and :kind = 'PRIVATE'))
            order by (kind = :kind) desc, case_id desc limit 1 for no key update
            """)
        .param("platform", message.account().platform().id())
        .param("account", message.account().name())
        .param("kind", message.kind().name())
        .param("thread", message.threadId())
        .param("author", message.author().id())
        .query(CaseFiles::caseFile)
        .optional();
  }

  private void comeBack(String caseId) {
    jdbc.sql("update case_file set left_at = null where case_id = ? and left_at is not null")
        .param(Long.valueOf(caseId))
        .update();
  }

  private CaseFile begin(Message message) {
    return jdbc.sql(
            """
            insert into case_file (platform, account, kind, thread_id, author_id, author_name, state,
              opened_at, continues)
            values (:platform, :account, :kind, :thread, :author, :name, 'OPEN', :now,
              (select max(case_id) from case_file where platform = :platform and account = :account
                and kind = :kind and thread_id = :thread and author_id = :author
                and reopen_until >= :now))
            returning *
            """)
        .param("platform", message.account().platform().id())
        .param("account", message.account().name())
        .param("kind", message.kind().name())
        .param("thread", message.threadId())
        .param("author", message.author().id())
        .param("name", message.author().name())
        .param("now", utc(clock.instant()))
        .query(CaseFiles::caseFile)
        .single();
  }

  private Optional<Long> insert(String caseId, Message message, long version, boolean byBrand) {
    return jdbc.sql(
            """
            insert into message (case_id, platform, account, external_id, author_id, author_name,
              by_brand, written_at, text, reply_to, kind, thread_id, found,
              version, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'VISIBLE')
            on conflict (platform, account, external_id) do nothing returning id
            """)
        .params(
            CaseFiles.id(caseId),
            message.account().platform().id(),
            message.account().name(),
            message.externalId(),
            message.author().id(),
            message.author().name(),
            byBrand,
            utc(message.at()),
            message.text(),
            message.replyTo(),
            message.kind().name(),
            message.threadId(),
            Changes.kindsIn(message),
            version)
        .query(Long.class)
        .optional();
  }

  /**
   * Notes that the person lets us write in private no more, until they write again.
   *
   * @return their open private cases
   */
  public List<String> leave(Account account, String personId, Instant at) {
    List<String> cases =
        jdbc.sql(
                """
                update case_file set left_at = ?
                where platform = ? and account = ? and author_id = ? and kind = 'PRIVATE'
                  and state = 'OPEN' and left_at is null
                returning case_id::text
                """)
            .params(utc(at), account.platform().id(), account.name(), personId)
            .query(String.class)
            .list();
    cases.forEach(caseId -> journal.record(caseId, null, TimelineEvent.What.PERSON_LEFT, null));
    return cases;
  }

  private boolean known(Account account, String externalId) {
    return jdbc.sql(
            """
            select exists (select 1 from message
            where platform = ? and account = ? and external_id = ?)
            """)
        .params(account.platform().id(), account.name(), externalId)
        .query(Boolean.class)
        .single();
  }

  /** A message that is gone stays gone. */
  private boolean isAsKept(Message message) {
    return jdbc.sql(
            """
            select text = ? or state = 'DELETED' or by_brand from message
            where platform = ? and account = ? and external_id = ?
            """)
        .params(
            message.text(),
            message.account().platform().id(),
            message.account().name(),
            message.externalId())
        .query(Boolean.class)
        .single();
  }

  private static String lane(Message message) {
    return String.join(
        "\n",
        "case",
        message.account().toString(),
        message.kind().name(),
        message.threadId(),
        message.author().id());
  }
}
