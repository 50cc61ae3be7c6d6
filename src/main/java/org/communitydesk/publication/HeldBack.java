package org.communitydesk.publication;

import java.util.List;
import java.util.UUID;
import org.communitydesk.channelhealth.PublishingOrder;
import org.communitydesk.conversation.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of the ledger that people hold back; every change is committed by itself. */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class HeldBack {

  private static final String RESUMABLE =
      """
      select id from publication
      where platform = :platform and account = :account and stop_order is not null
        and (state = 'DROPPED' or (state = 'HELD' and let_go_order >= :order))
      order by created_at limit :most
      """;

  private final JdbcClient jdbc;

  HeldBack(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A person's order holds it back. */
  void stop(UUID id, PublishingOrder order) {
    jdbc.sql(
            """
            update publication set state = 'HELD', stop_order = ?, reason = ?
            where id = ? and state in ('NEW', 'HELD')
            """)
        .params(order.id(), order.sentence(), id)
        .update();
  }

  /** It may go out in spite of the order that holds it; false when none does, or it may already. */
  boolean letGo(UUID id, long order) {
    return jdbc.sql(
                """
                update publication set let_go_order = :order
                where id = :id and state = 'HELD' and stop_order is not null
                  and let_go_order < :order
                """)
            .param("id", id)
            .param("order", order)
            .update()
        == 1;
  }

  /** Nobody will send it; whoever waits for it is to be told. False when it is not held. */
  boolean dropHeld(UUID id, String why) {
    return jdbc.sql(
                """
                update publication set state = 'DROPPED', reason = ?,
                  stop_order = coalesce(stop_order, 0)
                where id = ? and state = 'HELD'
                """)
            .params(why, id)
            .update()
        == 1;
  }

  boolean mayResume(Account account, long order) {
    return jdbc.sql("select exists (" + RESUMABLE + ")")
        .param("platform", account.platform().id())
        .param("account", account.name())
        .param("order", order)
        .param("most", 1)
        .query(Boolean.class)
        .single();
  }

  /** Takes some of what people do not hold back any more, each once; joins the transaction. */
  @Transactional
  List<UUID> takeResumable(Account account, long order, int most) {
    return jdbc.sql(
            "update publication set stop_order = null where id in (" + RESUMABLE + ") returning id")
        .param("platform", account.platform().id())
        .param("account", account.name())
        .param("order", order)
        .param("most", most)
        .query(UUID.class)
        .list();
  }
}
