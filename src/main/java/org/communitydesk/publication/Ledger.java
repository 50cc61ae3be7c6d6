package org.communitydesk.publication;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.communitydesk.channel.OutgoingAttachment;
import org.communitydesk.channel.Reply;
import org.communitydesk.channel.Template;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Platform;
import org.communitydesk.database.StoredBytes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rows of the ledger. Every change of state is committed by itself, before and after the call:
 * a job that is rolled back finds what really happened.
 */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class Ledger {

  private final JdbcClient jdbc;
  private final Clock clock;

  Ledger(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Publication intend(String caseId, String step, Reply reply) {
    jdbc.sql(
            """
            insert into publication (id, case_id, step, kind, platform, account, place, thread_id,
              reply_to, recipient_id, text, answers, heard_at, template_name, template_language,
              state, created_at)
            values (?, ?, ?, 'REPLY', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'NEW', ?)
            on conflict (coalesce(case_id, 0), step, kind) do update set text = excluded.text,
              place = excluded.place, thread_id = excluded.thread_id,
              reply_to = excluded.reply_to, recipient_id = excluded.recipient_id,
              answers = excluded.answers, heard_at = excluded.heard_at,
              template_name = excluded.template_name,
              template_language = excluded.template_language
            where publication.state in ('NEW', 'HELD')
            """)
        .params(
            reply.publicationId(),
            Long.valueOf(caseId),
            step,
            reply.account().platform().id(),
            reply.account().name(),
            reply.kind().name(),
            reply.threadId(),
            reply.replyTo(),
            reply.recipientId(),
            reply.text(),
            reply.answers().name(),
            utc(reply.heardAt()),
            reply.template() == null ? null : reply.template().name(),
            reply.template() == null ? null : reply.template().language(),
            now())
        .update();
    Publication intended = findStep(caseId, step, Publication.Kind.REPLY).orElseThrow();
    if (intended.id().equals(reply.publicationId()) && reply.enclosure() != null) {
      keep(intended.id(), reply.enclosure());
    }
    return intended;
  }

  /** The act on a message or a person that a step asks for. */
  Publication intend(
      String caseId, String step, Publication.Kind kind, Target target, Instant until) {
    dropActs(caseId, step, kind, "Нужно уже другое");
    jdbc.sql(
            """
            insert into publication (id, case_id, step, kind, platform, account, place, thread_id,
              reply_to, recipient_id, text, answers, until_at, state, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, 'NEW', ?)
            on conflict (coalesce(case_id, 0), step, kind) do update
            set until_at = excluded.until_at where publication.state in ('NEW', 'HELD')
            """)
        .params(
            UUID.randomUUID(),
            caseId == null ? null : Long.valueOf(caseId),
            step,
            kind.name(),
            target.account().platform().id(),
            target.account().name(),
            target.place().name(),
            target.threadId(),
            target.externalId(),
            target.personId(),
            target.place().name(),
            utc(until),
            now())
        .update();
    return findStep(caseId, step, kind).orElseThrow();
  }

  /**
   * The step wants other acts by now, or none; an attempt that has died may have been one.
   *
   * @param but what it wants; null for nothing
   */
  void dropActs(String caseId, String step, Publication.Kind but, String why) {
    jdbc.sql(
            """
            update publication set state = 'DROPPED', reason = :why, stop_order = null,
              fence = fence + 1, unsure = unsure or state in ('SENDING', 'UNKNOWN')
            where coalesce(case_id, 0) = :case and step = :step and kind not in (:but, 'REPLY')
              and (state in ('NEW', 'HELD', 'UNKNOWN')
                or (state = 'SENDING' and sending_since < :since))
            """)
        .param("why", why)
        .param("case", caseId == null ? 0 : Long.valueOf(caseId))
        .param("step", step)
        .param("but", but == null ? "" : but.name())
        .param("since", utc(clock.instant().minus(Publications.CALL_DEADLINE)))
        .update();
  }

  private void keep(UUID id, OutgoingAttachment outgoingAttachment) {
    boolean here = outgoingAttachment.content() instanceof StoredBytes;
    jdbc.sql(
            """
            insert into publication_enclosure (publication_id, file_name, content_type, content)
            values (:id, :name, :type, %s) on conflict do nothing
            """
                .formatted(here ? ((StoredBytes) outgoingAttachment.content()).sql() : ":content"))
        .param("id", id)
        .param("name", outgoingAttachment.fileName())
        .param("type", outgoingAttachment.contentType())
        .param("content", here ? null : read(outgoingAttachment))
        .update();
  }

  private static byte[] read(OutgoingAttachment outgoingAttachment) {
    try (InputStream content = outgoingAttachment.content().get()) {
      return content.readAllBytes();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** The reply with its enclosure, which rows leave out. */
  Reply whole(Publication publication) {
    Reply reply = publication.reply();
    OutgoingAttachment outgoingAttachment =
        jdbc.sql(
                """
                select file_name, content_type, octet_length(content) as bytes
                from publication_enclosure where publication_id = ?
                """)
            .param(publication.id())
            .query(
                (row, i) ->
                    new OutgoingAttachment(
                        row.getString("file_name"),
                        row.getString("content_type"),
                        row.getLong("bytes"),
                        new StoredBytes(
                            jdbc,
                            "publication_enclosure",
                            "publication_id",
                            publication.id(),
                            row.getLong("bytes"))))
            .optional()
            .orElse(null);
    return new Reply(
        reply.publicationId(),
        reply.account(),
        reply.kind(),
        reply.threadId(),
        reply.replyTo(),
        reply.recipientId(),
        reply.text(),
        reply.answers(),
        reply.heardAt(),
        outgoingAttachment,
        reply.template());
  }

  /**
   * Takes the right to call; empty when another attempt has it, the act is settled or not wanted.
   *
   * @param wanted asked in the same transaction
   */
  Optional<Long> begin(UUID id, BooleanSupplier wanted) {
    if (!wanted.getAsBoolean()) {
      return Optional.empty();
    }
    return jdbc.sql(
            """
            update publication set state = 'SENDING', attempt = attempt + 1, fence = fence + 1,
              sending_since = ?, not_before = null, reason = null,
              stop_order = null
            where id = ? and state in ('NEW', 'HELD') returning fence
            """)
        .params(now(), id)
        .query(Long.class)
        .optional();
  }

  /**
   * Writes the outcome of the call.
   *
   * @return false when it stands otherwise meanwhile, and stays so
   */
  boolean finish(
      UUID id,
      long fence,
      Publication.State state,
      String externalId,
      Instant notBefore,
      String why) {
    return jdbc.sql(
                """
                update publication set state = ?, external_id = coalesce(?, external_id),
                  not_before = ?, reason = ?, settled_at = ?
                where id = ? and fence = ? and state = 'SENDING'
                """)
            .params(
                state.name(),
                externalId,
                utc(notBefore),
                why,
                state == Publication.State.SENT ? now() : null,
                id,
                fence)
            .update()
        == 1;
  }

  /**
   * An attempt that outlived every time limit died with its node: nobody knows its outcome. An act
   * of moderation may be done again, for twice is the same as once; one whose attempts die again
   * and again is a person's.
   */
  void giveUpDead(UUID id, Duration deadline, int mostBlind) {
    jdbc.sql(
            """
            update publication set fence = fence + 1, reason = :why, unsure = true,
              state = case when kind = 'REPLY' then 'UNKNOWN'
                when attempt < :most then 'NEW' else 'REFUSED' end
            where id = :id and state = 'SENDING' and sending_since < :since
            """)
        .param("why", "The node stopped while it was sending")
        .param("most", mostBlind)
        .param("id", id)
        .param("since", clock.instant().minus(deadline).atOffset(ZoneOffset.UTC))
        .update();
    jdbc.sql(
            """
            update publication set fence = fence + 1, state = 'NEW', unsure = true
            where id = ? and state = 'UNKNOWN' and kind <> 'REPLY'
            """)
        .param(id)
        .update();
  }

  /** What became of the attempt is not known. */
  void unsure(UUID id) {
    jdbc.sql("update publication set unsure = true where id = ?").param(id).update();
  }

  boolean move(UUID id, List<Publication.State> from, Publication.State to, String why) {
    return jdbc.sql(
                """
                update publication set state = :to, reason = :why, stop_order = null
                where id = :id and state in (:from)
                """)
            .param("to", to.name())
            .param("why", why)
            .param("id", id)
            .param("from", from.stream().map(Enum::name).toList())
            .update()
        == 1;
  }

  /** The platform has shown that the attempt did nothing, unless there was another one since. */
  void allowRepeat(UUID id, int attempt, String why) {
    jdbc.sql(
            """
            update publication set state = 'NEW', reason = ?
            where id = ? and state = 'UNKNOWN' and attempt = ?
            """)
        .params(why, id, attempt)
        .update();
  }

  /** A person says that it is out. */
  void sent(UUID id, String externalId, boolean byHand) {
    jdbc.sql(
            """
            update publication set state = 'SENT', external_id = coalesce(?, external_id),
              by_hand = ?, reason = null, settled_at = ?
            where id = ? and state <> 'SENT'
            """)
        .params(externalId, byHand, now(), id)
        .update();
  }

  Optional<Publication> find(UUID id) {
    return jdbc.sql("select * from publication where id = ?")
        .param(id)
        .query(Ledger::publication)
        .optional();
  }

  Optional<Publication> findStep(String caseId, String step, Publication.Kind kind) {
    return jdbc.sql(
            "select * from publication where coalesce(case_id, 0) = ? and step = ? and kind = ?")
        .params(caseId == null ? 0 : Long.valueOf(caseId), step, kind.name())
        .query(Ledger::publication)
        .optional();
  }

  List<Publication> list(Publication.State state, String caseId, int limit) {
    return jdbc.sql(
            """
            select * from publication
            where (:state::text is null or state = :state)
              and (:case::bigint is null or case_id = :case)
            order by created_at desc, id limit :limit
            """)
        .param("state", state == null ? null : state.name())
        .param("case", caseId == null ? null : Long.valueOf(caseId))
        .param("limit", limit)
        .query(Ledger::publication)
        .list();
  }

  /** When the platform last did that to the message. */
  Optional<Instant> lastDone(String caseId, Publication.Kind kind, String externalId) {
    return jdbc.sql(
            """
            select settled_at from publication
            where case_id = ? and kind = ? and reply_to = ? and state = 'SENT'
            order by settled_at desc limit 1
            """)
        .params(Long.valueOf(caseId), kind.name(), externalId)
        .query((row, i) -> instant(row, "settled_at"))
        .optional();
  }

  /** What was last done to that person there, or may have been. */
  Optional<Publication> lastOn(Account account, String personId) {
    return jdbc.sql(
            """
            select * from publication
            where platform = ? and account = ? and recipient_id = ?
              and kind in ('BAN', 'UNBAN', 'MUTE', 'UNMUTE')
              and (state in ('SENT', 'SENDING') or unsure)
            order by coalesce(settled_at, sending_since) desc, fence desc limit 1
            """)
        .params(account.platform().id(), account.name(), personId)
        .query(Ledger::publication)
        .optional();
  }

  /** Whether the latest act that was begun or refused there was to take the message away. */
  boolean isRemovalOurs(Account account, String externalId) {
    return jdbc.sql(
            """
            select kind = 'DELETE' from publication
            where platform = ? and account = ? and reply_to = ? and kind in ('DELETE', 'RESTORE')
              and (attempt > 0 or state = 'REFUSED') and state not in ('HELD', 'DROPPED')
            order by coalesce(sending_since, created_at) desc limit 1
            """)
        .params(account.platform().id(), account.name(), externalId)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** Whether that person is being shut out or let in, or was since then. */
  boolean isActing(Account account, String personId, Instant since) {
    return jdbc.sql(
            """
            select exists (select 1 from publication
              where platform = ? and account = ? and recipient_id = ?
                and kind in ('BAN', 'UNBAN', 'MUTE', 'UNMUTE')
                and (state in ('NEW', 'SENDING', 'UNKNOWN', 'HELD') or settled_at >= ?))
            """)
        .params(account.platform().id(), account.name(), personId, utc(since))
        .query(Boolean.class)
        .single();
  }

  /** Nothing is tried before that time. */
  void postpone(UUID id, Instant notBefore, String why) {
    jdbc.sql(
            """
            update publication set state = 'NEW', not_before = ?, reason = ?, stop_order = null
            where id = ? and state in ('NEW', 'HELD')
            """)
        .params(utc(notBefore), why, id)
        .update();
  }

  /** How many wait for their time. */
  int queued(Account account) {
    return jdbc.sql(
            """
            select count(*) from publication
            where platform = ? and account = ? and state = 'NEW' and not_before > ?
            """)
        .params(account.platform().id(), account.name(), now())
        .query(Integer.class)
        .single();
  }

  List<UUID> held(Account account) {
    return jdbc.sql(
            """
            select id from publication where platform = ? and account = ? and state = 'HELD'
              and stop_order is null
            order by sending_since nulls first, created_at, id
            """)
        .params(account.platform().id(), account.name())
        .query(UUID.class)
        .list();
  }

  Publications.Standing standing(Account account) {
    return jdbc.sql(
            """
            select max(settled_at) filter (where state = 'SENT') as last,
              count(*) filter (where state in ('NEW', 'SENDING', 'UNKNOWN', 'HELD')) as waiting,
              count(*) filter (where state = 'HELD') as held
            from publication where platform = ? and account = ?
            """)
        .params(account.platform().id(), account.name())
        .query(
            (row, i) ->
                new Publications.Standing(
                    instant(row, "last"), row.getInt("waiting"), row.getInt("held")))
        .single();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  static Publication publication(ResultSet row, int index) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new Publication(
        id,
        row.getString("case_id"),
        row.getString("step"),
        Publication.Kind.valueOf(row.getString("kind")),
        new Reply(
            id,
            new Account(
                Platform.of(row.getString("platform")).orElseThrow(), row.getString("account")),
            org.communitydesk.conversation.Kind.valueOf(row.getString("place")),
            row.getString("thread_id"),
            row.getString("reply_to"),
            row.getString("recipient_id"),
            row.getString("text"),
            org.communitydesk.conversation.Kind.valueOf(row.getString("answers")),
            instant(row, "heard_at"),
            null,
            template(row)),
        instant(row, "until_at"),
        Publication.State.valueOf(row.getString("state")),
        row.getString("reason"),
        row.getInt("attempt"),
        instant(row, "not_before"),
        row.getString("external_id"),
        row.getBoolean("by_hand"),
        instant(row, "sending_since"),
        instant(row, "created_at"),
        instant(row, "settled_at"),
        row.getObject("stop_order", Long.class),
        row.getLong("let_go_order"));
  }

  private static Template template(ResultSet row) throws SQLException {
    String name = row.getString("template_name");
    return name == null
        ? null
        : new Template(name, row.getString("template_language"), row.getString("text"));
  }

  static OffsetDateTime utc(Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
