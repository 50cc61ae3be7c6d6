package org.communitydesk.publication;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.conversation.Message;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the platforms show of the replies in the ledger. Every change is committed by itself, as in
 * {@link Ledger}.
 */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class Proofs {

  private final JdbcClient jdbc;
  private final Clock clock;

  Proofs(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The platform shows that the reply is out, whatever was thought of it. Where that was known
   * before, nothing changes: what it took and then did not deliver stays refused.
   */
  void proven(UUID id, String externalId) {
    jdbc.sql(
            """
            update publication set state = 'SENT', external_id = ?, reason = null,
              not_before = null, stop_order = null, settled_at = coalesce(settled_at, ?)
            where id = ? and kind = 'REPLY' and external_id is null
            """)
        .params(externalId, Ledger.utc(clock.instant()), id)
        .update();
  }

  /** The platform has taken it and has not delivered it after all. */
  void failed(UUID id, String externalId, String why) {
    jdbc.sql(
            """
            update publication set state = 'REFUSED', external_id = coalesce(external_id, ?),
              reason = ?, stop_order = null
            where id = ? and kind = 'REPLY' and state in ('SENDING', 'SENT', 'UNKNOWN')
            """)
        .params(externalId, why, id)
        .update();
  }

  /**
   * The reply of unknown outcome that the echo may prove, by place and text; empty when two may.
   */
  Optional<Publication> unknownLike(Message echo) {
    List<Publication> open =
        jdbc.sql(
                """
                select * from publication
                where platform = ? and account = ? and thread_id = ? and state = 'UNKNOWN'
                  and kind = 'REPLY' and text = ?
                  and (reply_to is null or ?::text is null or reply_to = ?)
                """)
            .params(
                echo.account().platform().id(),
                echo.account().name(),
                echo.threadId(),
                echo.text(),
                echo.replyTo(),
                echo.replyTo())
            .query(Ledger::publication)
            .list();
    List<Publication> exact =
        open.stream()
            .filter(one -> echo.replyTo() != null && echo.replyTo().equals(one.reply().replyTo()))
            .toList();
    List<Publication> fitting = exact.isEmpty() ? open : exact;
    return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
  }

  /** An act of unknown outcome that a receipt for this person may prove; empty when two may. */
  Optional<Publication> unknownTo(Account account, String personId, Instant at) {
    List<Publication> open =
        jdbc.sql(
                """
                select * from publication
                where platform = ? and account = ? and recipient_id = ? and kind = 'REPLY'
                  and state in ('UNKNOWN', 'SENDING') and sending_since <= ?
                """)
            .params(account.platform().id(), account.name(), personId, Ledger.utc(at))
            .query(Ledger::publication)
            .list();
    return open.size() == 1 && open.get(0).state() == Publication.State.UNKNOWN
        ? Optional.of(open.get(0))
        : Optional.empty();
  }

  /** Keeps a receipt that fits nothing yet: it may be for a call that is still under way. */
  void keepStray(InboundEvent.DeliveryReceipt deliveryReceipt) {
    jdbc.sql(
            """
            insert into stray_receipt (platform, account, external_id, person_id, at)
            values (?, ?, ?, ?, ?) on conflict do nothing
            """)
        .params(
            deliveryReceipt.account().platform().id(),
            deliveryReceipt.account().name(),
            deliveryReceipt.externalId(),
            deliveryReceipt.personId(),
            Ledger.utc(deliveryReceipt.at()))
        .update();
  }

  /**
   * The message that a stray receipt shows to have gone to this act's person since it was sent, and
   * that is no other act's; empty when there is none or more than one.
   */
  Optional<String> strayOf(Publication publication) {
    List<String> found =
        jdbc.sql(
                """
                select s.external_id from stray_receipt s
                where s.platform = :platform and s.account = :account and s.person_id = :person
                  and s.at >= :since and not exists (select 1 from publication p
                    where p.platform = s.platform and p.account = s.account
                      and (p.external_id = s.external_id or (p.id <> :id
                        and p.recipient_id = :person and p.kind = 'REPLY' and p.state in ('UNKNOWN', 'SENDING'))))
                """)
            .param("platform", publication.reply().account().platform().id())
            .param("account", publication.reply().account().name())
            .param("person", publication.reply().recipientId())
            .param("id", publication.id())
            .param("since", Ledger.utc(publication.sendingSince()))
            .query(String.class)
            .list();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  Optional<Publication> findSent(Account account, String externalId) {
    return jdbc.sql(
            """
            select * from publication where platform = ? and account = ? and external_id = ?
            """)
        .params(account.platform().id(), account.name(), externalId)
        .query(Ledger::publication)
        .optional();
  }
}
