package org.communitydesk.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One at a time over all nodes: a lock of PostgreSQL on a name, held until the transaction ends.
 * The name begins with what is guarded, so that two rooms never mean the same lock; names are
 * hashed to 64 bits.
 */
public final class AdvisoryLock {

  private AdvisoryLock() {}

  /** Waits until nobody else holds it; at most as long as {@code lock_timeout} allows. */
  public static void take(JdbcClient jdbc, String... name) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))::text")
        .param(String.join("\n", name))
        .query(String.class)
        .single();
  }

  /** Whether it is held from now on; false at once when somebody else has it. */
  public static boolean tryToTake(JdbcClient jdbc, String... name) {
    return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(?, 0))")
        .param(String.join("\n", name))
        .query(Boolean.class)
        .single();
  }
}
