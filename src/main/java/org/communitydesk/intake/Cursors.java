package org.communitydesk.intake;

import java.util.Optional;
import org.communitydesk.conversation.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each account has been polled, and who polls it; every method joins the transaction. */
@Component
class Cursors {

  private final JdbcClient jdbc;

  Cursors(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Who polls.
   *
   * @param holder null when nobody does
   * @param fence changes with every holder
   * @param heartbeat changes while the holder lives
   */
  record LeaseState(String holder, long fence, long heartbeat) {}

  /** A right to poll from the cursor on, as long as the fence stands. */
  record Lease(Account account, long fence, String cursor) {}

  LeaseState look(Account account) {
    on(
            account,
            "insert into poll_cursor (platform, account) values (:platform, :account) on conflict do nothing")
        .update();
    return on(
            account,
            "select holder, fence, heartbeat from poll_cursor where platform = :platform and account = :account")
        .query(LeaseState.class)
        .single();
  }

  /** Empty when the seat is no longer as it was seen. */
  Optional<Lease> take(Account account, LeaseState seen, String node) {
    return on(
            account,
            """
            update poll_cursor set holder = :node, fence = fence + 1, heartbeat = heartbeat + 1
            where platform = :platform and account = :account and fence = :fence and heartbeat = :heartbeat
            returning fence, cursor
            """)
        .param("node", node)
        .param("fence", seen.fence())
        .param("heartbeat", seen.heartbeat())
        .query((row, number) -> new Lease(account, row.getLong("fence"), row.getString("cursor")))
        .optional();
  }

  /** False when the hold is lost. */
  boolean beat(Lease lease) {
    return held(lease, "update poll_cursor set heartbeat = heartbeat + 1").update() == 1;
  }

  /** False when the hold is lost. */
  boolean advance(Lease lease, String cursor) {
    return held(lease, "update poll_cursor set heartbeat = heartbeat + 1, cursor = :cursor")
            .param("cursor", cursor)
            .update()
        == 1;
  }

  void leave(Lease lease) {
    held(lease, "update poll_cursor set holder = null, fence = fence + 1").update();
  }

  private JdbcClient.StatementSpec held(Lease lease, String update) {
    return on(
            lease.account(),
            update + " where platform = :platform and account = :account and fence = :fence")
        .param("fence", lease.fence());
  }

  private JdbcClient.StatementSpec on(Account account, String sql) {
    return jdbc.sql(sql)
        .param("platform", account.platform().id())
        .param("account", account.name());
  }
}
