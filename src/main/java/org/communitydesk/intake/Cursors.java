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
   * @param pulse changes while the holder lives
   */
  record Seat(String holder, long fence, long pulse) {}

  /** A right to poll from the cursor on, as long as the fence stands. */
  record Hold(Account account, long fence, String cursor) {}

  Seat look(Account account) {
    on(
            account,
            "insert into poll_cursor (platform, account) values (:platform, :account) on conflict do nothing")
        .update();
    return on(
            account,
            "select holder, fence, pulse from poll_cursor where platform = :platform and account = :account")
        .query(Seat.class)
        .single();
  }

  /** Empty when the seat is no longer as it was seen. */
  Optional<Hold> take(Account account, Seat seen, String node) {
    return on(
            account,
            """
            update poll_cursor set holder = :node, fence = fence + 1, pulse = pulse + 1
            where platform = :platform and account = :account and fence = :fence and pulse = :pulse
            returning fence, cursor
            """)
        .param("node", node)
        .param("fence", seen.fence())
        .param("pulse", seen.pulse())
        .query((row, number) -> new Hold(account, row.getLong("fence"), row.getString("cursor")))
        .optional();
  }

  /** False when the hold is lost. */
  boolean beat(Hold hold) {
    return held(hold, "update poll_cursor set pulse = pulse + 1").update() == 1;
  }

  /** False when the hold is lost. */
  boolean advance(Hold hold, String cursor) {
    return held(hold, "update poll_cursor set pulse = pulse + 1, cursor = :cursor")
            .param("cursor", cursor)
            .update()
        == 1;
  }

  void leave(Hold hold) {
    held(hold, "update poll_cursor set holder = null, fence = fence + 1").update();
  }

  private JdbcClient.StatementSpec held(Hold hold, String update) {
    return on(
            hold.account(),
            update + " where platform = :platform and account = :account and fence = :fence")
        .param("fence", hold.fence());
  }

  private JdbcClient.StatementSpec on(Account account, String sql) {
    return jdbc.sql(sql)
        .param("platform", account.platform().id())
        .param("account", account.name());
  }
}
