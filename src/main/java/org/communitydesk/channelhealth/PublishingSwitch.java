package org.communitydesk.channelhealth;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.communitydesk.conversation.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stops all that we say outside, in one account or in all, and lets it go on. The table is asked
 * every time, so that every node obeys at once.
 */
@Component
@Transactional(propagation = Propagation.SUPPORTS)
public class PublishingSwitch {

  private static final String LATEST =
      """
      select distinct on (platform, account) * from publishing_order
      where (platform = '' or platform = :platform) and (account = '' or account = :account)
      order by platform, account, id desc
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  PublishingSwitch(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The newest of the orders that forbid publishing there now; empty when none does. */
  public Optional<PublishingOrder> stopping(Account account) {
    return jdbc.sql("select * from (" + LATEST + ") latest where stopped order by id desc limit 1")
        .param("platform", account.platform().id())
        .param("account", account.name())
        .query(PublishingSwitch::order)
        .optional();
  }

  /**
   * The latest order for exactly that scope; empty when there was never one.
   *
   * @param account null for the order to all accounts
   */
  public Optional<PublishingOrder> latest(Account account) {
    return jdbc.sql(
            """
            select * from publishing_order where platform = ? and account = ?
            order by id desc limit 1
            """)
        .params(platform(account), name(account))
        .query(PublishingSwitch::order)
        .optional();
  }

  /** The latest orders, newest first. */
  public List<PublishingOrder> log(int limit) {
    return jdbc.sql("select * from publishing_order order by id desc limit ?")
        .param(limit)
        .query(PublishingSwitch::order)
        .list();
  }

  /**
   * Stops publishing or lets it go on. An account goes on only when neither its own latest order
   * nor the latest one to all stops it.
   *
   * @param account null for all accounts
   * @param reason null for none
   * @param who the person's login
   */
  @Transactional
  public PublishingOrder give(Account account, boolean stopped, String reason, String who) {
    return jdbc.sql(
            """
            insert into publishing_order (platform, account, stopped, reason, who, at)
            values (?, ?, ?, ?, ?, ?) returning *
            """)
        .params(
            platform(account),
            name(account),
            stopped,
            reason,
            who,
            clock.instant().atOffset(ZoneOffset.UTC))
        .query(PublishingSwitch::order)
        .single();
  }

  private static String platform(Account account) {
    return account == null ? "" : account.platform().id();
  }

  private static String name(Account account) {
    return account == null ? "" : account.name();
  }

  private static PublishingOrder order(ResultSet row, int index) throws SQLException {
    String platform = row.getString("platform");
    return new PublishingOrder(
        row.getLong("id"),
        platform.isEmpty() ? null : Account.of(platform + "/" + row.getString("account")),
        row.getBoolean("stopped"),
        row.getString("reason"),
        row.getString("who"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
