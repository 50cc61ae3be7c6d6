package org.communitydesk.sandbox.desk;

import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.communitydesk.conversation.Account;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The desk's tables as the sandbox sees them: what of them a play fills, and what waits there. */
@Component
class DeskTables {

  /** What the desk was taught or set up with; a new play finds it as it was. */
  private static final List<String> STAY =
      List.of(
          "advocate",
          "calendar_year",
          "contact_center_mailbox",
          "erasure",
          "first_administrator_token",
          "flyway_schema_history",
          "poll_cursor",
          "policy_word",
          "script",
          "script_file",
          "script_version",
          "script_word",
          "synonym",
          "triage_fed",
          "triage_model");

  private static final int MOST_TRIES = 60;

  /** Lock not available, deadlock detected. */
  private static final Set<String> AT_WORK = Set.of("55P03", "40P01");

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  DeskTables(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Empties all that a play fills, at once.
   *
   * @throws DataAccessException when the desk was at work there for a minute
   */
  void empty() {
    for (int tries = 1; ; tries++) {
      try {
        transaction.executeWithoutResult(status -> truncate());
        return;
      } catch (DataAccessException failure) {
        // The desk may wait for a table that is locked already while it holds the next one.
        if (tries == MOST_TRIES || !isAtWork(failure)) {
          throw failure;
        }
      }
    }
  }

  private static boolean isAtWork(DataAccessException failure) {
    return failure.getRootCause() instanceof SQLException cause
        && AT_WORK.contains(cause.getSQLState());
  }

  private void truncate() {
    jdbc.sql("set local lock_timeout = '1s'").update();
    jdbc.sql("truncate " + String.join(", ", filledByPlays())).update();
    // Whoever polls now has lost his hold, so nothing that was fetched before comes in.
    jdbc.sql("update poll_cursor set cursor = null, holder = null, fence = fence + 1").update();
  }

  private List<String> filledByPlays() {
    return jdbc.sql(
            """
            select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
            where schemaname = 'desk' and tablename <> all (string_to_array(:stay, ','))
              and not starts_with(tablename, 'sandbox_')
            order by tablename
            """)
        .param("stay", String.join(",", STAY))
        .query(String.class)
        .list();
  }

  List<Account> accountsWithKeys() {
    return jdbc
        .sql(
            """
            select distinct platform || '/' || account from channel_key
            where kind in ('TOKEN', 'ADMIN_TOKEN')
            """)
        .query(String.class)
        .list()
        .stream()
        .map(Account::of)
        .toList();
  }

  /**
   * Whether a delivery is to be worked now, or a channel's state to be told.
   *
   * @param off the accounts whose deliveries wait until they are switched on
   */
  boolean anyDue(List<String> off) {
    return jdbc.sql(
            """
            select exists (select 1 from inbox
                where state = 'WAITING' and (not_before is null or not_before <= :now)
                  and platform || '/' || account <> all (string_to_array(:off, ',')))
              or exists (select 1 from channel_state
                where outage <> (locked_by is not null) or suspected)
            """)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("off", String.join(",", off))
        .query(Boolean.class)
        .single();
  }
}
