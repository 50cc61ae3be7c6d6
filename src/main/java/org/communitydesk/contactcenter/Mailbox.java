package org.communitydesk.contactcenter;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far a mailbox has been read, and which node asks it next; joins the transaction. */
@Component
class Mailbox {

  private final JdbcClient jdbc;
  private final Clock clock;

  Mailbox(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Whether this node asks the mailbox now; the others come again after the interval. A turn far
   * ahead is that of a clock which has been set back.
   */
  boolean isMyTurn(String account, Duration interval) {
    jdbc.sql("insert into contact_center_mailbox (account) values (?) on conflict do nothing")
        .param(account)
        .update();
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    return jdbc.sql(
                """
                update contact_center_mailbox set next_poll_at = :next
                where account = :account and (next_poll_at is null or next_poll_at <= :now
                  or next_poll_at > :farAhead)
                """)
            .param("next", now.plus(interval))
            .param("account", account)
            .param("now", now)
            .param("farAhead", now.plus(interval.multipliedBy(2)))
            .update()
        == 1;
  }

  String cursor(String account) {
    return jdbc.sql("select cursor from contact_center_mailbox where account = ?")
        .param(account)
        .query(String.class)
        .single();
  }

  /** False when another node has read on from there. */
  boolean advance(String account, String from, String to) {
    return jdbc.sql("update contact_center_mailbox set cursor = ? where account = ? and cursor = ?")
            .params(to, account, from)
            .update()
        == 1;
  }
}
