package org.communitydesk.cases;

import static org.communitydesk.cases.Sql.utc;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.Message;
import org.communitydesk.privacy.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what was heard into the case files. */
@Component
@Transactional
public class Arrivals {

  private final JdbcClient jdbc;
  private final Journal journal;
  private final Clock clock;

  Arrivals(JdbcClient jdbc, Journal journal, Clock clock) {
    this.jdbc = jdbc;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Puts a user's message into the open case of its author and thread, or opens one. Two messages
   * at the same moment on two nodes meet at a lock on author and thread.
   */
  public Joining take(Message message) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))::text")
        .param(lane(message))
        .query(String.class)
        .single();
    if (known(message.account(), message.externalId())) {
      return isAsKept(message) ? new Joining.Known() : new Joining.Changed();
    }
    Optional<CaseFile> open = openCase(message);
    CaseFile file = open.orElseGet(() -> begin(message));
    open.ifPresent(one -> comeBack(one.caseId()));
    long entry = insert(file.caseId(), message, false).orElseThrow();
    for (Attachment attachment : message.attachments()) {
      keepLater(entry, attachment);
    }
    journal.record(
        file.caseId(),
        null,
        open.isPresent() ? Step.What.JOINED : Step.What.OPENED,
        message.externalId());
    removeIfRemovedEarly(message);
    return open.isPresent() ? new Joining.Joined(file) : new Joining.Begun(file);
  }

  /**
   * Takes the brand's own message into the case that it answers.
   *
   * @return false when it was there before
   */
  public boolean takeOwn(String caseId, Message message) {
    boolean fresh = insert(caseId, message, true).isPresent();
    if (fresh) {
      jdbc.sql(
              """
              update message m set delivered_at = e.delivered_at, read_at = e.read_at
              from arrived_early e
              where m.platform = ? and m.account = ? and m.external_id = ?
                and e.platform = m.platform and e.account = m.account
                and e.external_id = m.external_id
              """)
          .params(message.account().platform().id(), message.account().name(), message.externalId())
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
    jdbc.sql(
            """
            insert into arrived_early (platform, account, external_id, delivered_at, read_at)
            values (:platform, :account, :id, :at, case when :read then :at end)
            on conflict (platform, account, external_id) do update
              set read_at = coalesce(arrived_early.read_at, excluded.read_at)
            """)
        .param("at", utc(at))
        .param("read", read)
        .param("platform", account.platform().id())
        .param("account", account.name())
        .param("id", externalId)
        .update();
    jdbc.sql(
            """
            update message set delivered_at = coalesce(delivered_at, :at),
              read_at = case when :read then coalesce(read_at, :at) else read_at end
            where platform = :platform and account = :account and external_id = :id and by_brand
            """)
        .param("at", utc(at))
        .param("read", read)
        .param("platform", account.platform().id())
        .param("account", account.name())
        .param("id", externalId)
        .update();
  }

  /**
   * Keeps a user's change; of a message that we never heard, nothing.
   *
   * @return the case; empty when the person says nothing new
   */
  public Optional<String> edit(Message message) {
    return change(message, "EDITED", Step.What.EDITED);
  }

  /** Shows a removed message again. */
  public void restore(Message message) {
    change(message, "VISIBLE", Step.What.RESTORED);
  }

  /**
   * Marks a message as gone; remembered when the message itself has not come yet.
   *
   * @return the case; empty when the message was gone before or is not here
   */
  public Optional<String> remove(Account account, String externalId, Instant at) {
    Optional<String> caseId =
        jdbc.sql(
                """
                update message set state = 'DELETED'
                where platform = ? and account = ? and external_id = ? and state <> 'DELETED'
                returning case_id::text
                """)
            .params(account.platform().id(), account.name(), externalId)
            .query(String.class)
            .optional();
    caseId.ifPresent(id -> journal.record(id, null, Step.What.REMOVED, externalId));
    if (caseId.isEmpty() && !known(account, externalId)) {
      jdbc.sql("insert into removed_early values (?, ?, ?, ?) on conflict do nothing")
          .params(account.platform().id(), account.name(), externalId, utc(at))
          .update();
    }
    return caseId;
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

  /** Forgets every case, post and message; for the sandbox between two plays. */
  public void clear() {
    jdbc.sql("truncate case_file, post, removed_early, arrived_early cascade").update();
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

  private Optional<Long> insert(String caseId, Message message, boolean byBrand) {
    return jdbc.sql(
            """
            insert into message (case_id, platform, account, external_id, author_id, author_name,
              by_brand, written_at, text, reply_to, kind, thread_id, found,
              state)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'VISIBLE')
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
            kindsIn(message))
        .query(Long.class)
        .optional();
  }

  private void keepLater(long entry, Attachment attachment) {
    jdbc.sql(
            """
            insert into attachment (message_id, type, source, file_name, state)
            values (?, ?, ?, ?, 'WAITING')
            """)
        .params(entry, attachment.type().name(), attachment.source(), attachment.fileName())
        .update();
  }

  private Optional<String> change(Message message, String state, Step.What what) {
    record Changed(long id, String caseId, boolean unseen) {}
    // Whoever closes the case or sends an answer holds it too: no change falls between.
    jdbc.sql(
            """
            select c.case_id from case_file c join message m using (case_id)
            where m.platform = ? and m.account = ? and m.external_id = ? for no key update of c
            """)
        .params(message.account().platform().id(), message.account().name(), message.externalId())
        .query(Long.class)
        .optional();
    return jdbc.sql(
            """
            with before as (select id, not by_brand and text <> :text as said from message
              where platform = :platform and account = :account and external_id = :id
                and (state <> 'DELETED' or :state = 'VISIBLE') for update)
            update message m set text = :text, state = :state, found = :found,
              heard = case when before.said then nextval('heard_order') else m.heard end
            from before where m.id = before.id
            returning m.id, m.case_id::text as case_id, before.said
            """)
        .param("text", message.text())
        .param("found", kindsIn(message))
        .param("state", state)
        .param("platform", message.account().platform().id())
        .param("account", message.account().name())
        .param("id", message.externalId())
        .query(
            (row, i) ->
                new Changed(row.getLong("id"), row.getString("case_id"), row.getBoolean("said")))
        .optional()
        .map(
            changed -> {
              for (Attachment attachment : message.attachments()) {
                if (!holds(changed.id(), attachment)) {
                  keepLater(changed.id(), attachment);
                }
              }
              journal.record(changed.caseId(), null, what, message.externalId());
              return changed;
            })
        .filter(Changed::unseen)
        .map(Changed::caseId);
  }

  private static String[] kindsIn(Message message) {
    return PersonalData.kindsIn(message.text()).stream().map(Enum::name).toArray(String[]::new);
  }

  private boolean holds(long entry, Attachment attachment) {
    return jdbc.sql("select exists (select 1 from attachment where message_id = ? and source = ?)")
        .params(entry, attachment.source())
        .query(Boolean.class)
        .single();
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
    cases.forEach(caseId -> journal.record(caseId, null, Step.What.PERSON_LEFT, null));
    return cases;
  }

  private void removeIfRemovedEarly(Message message) {
    int removed =
        jdbc.sql("delete from removed_early where platform = ? and account = ? and external_id = ?")
            .params(
                message.account().platform().id(), message.account().name(), message.externalId())
            .update();
    if (removed > 0) {
      remove(message.account(), message.externalId(), clock.instant());
    }
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
