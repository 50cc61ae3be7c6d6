package org.communitydesk.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * More time for statements that are honestly long, until the transaction ends: retention, imports,
 * what is read to learn from. All others keep the limits of the pool.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Patience {

  /** A job that takes longer would lose its lock. */
  private static final Duration LONGEST = Duration.ofMinutes(6);

  private static final Duration OF_THE_ANSWER = Duration.ofSeconds(10);

  private final DataSource source;
  private final JdbcClient jdbc;

  /** On the connections of that source. */
  public Patience(DataSource source, JdbcClient jdbc) {
    this.source = source;
    this.jdbc = jdbc;
  }

  /**
   * A statement may take six minutes from now on. The pool takes the connection's own limit back
   * when the transaction ends.
   *
   * @throws org.springframework.transaction.IllegalTransactionStateException outside of one
   */
  public void longest() {
    Connection connection = DataSourceUtils.getConnection(source);
    try {
      connection.setNetworkTimeout(Runnable::run, (int) LONGEST.plus(OF_THE_ANSWER).toMillis());
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    } finally {
      DataSourceUtils.releaseConnection(connection, source);
    }
    jdbc.sql("select set_config('statement_timeout', :limit, true)")
        .param("limit", Long.toString(LONGEST.toMillis()))
        .query(String.class)
        .single();
  }
}
