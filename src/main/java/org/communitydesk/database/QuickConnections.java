package org.communitydesk.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * A few connections of their own for what must have its answer within seconds, whatever the others
 * are busy with: the platforms' deliveries, and whether the database is there. Whoever gets none in
 * time, or no answer, gets an exception.
 */
@Component
public class QuickConnections implements DisposableBean {

  /** How many there are on a node. */
  public static final int COUNT = 4;

  private static final long LONGEST_WAIT_MILLIS = 600;
  private static final String LONGEST_ANSWER_SECONDS = "2";
  private static final String LIMITS =
      "-c statement_timeout=2s -c lock_timeout=1s -c idle_in_transaction_session_timeout=10s";

  private final DataSource quick;

  QuickConnections(DataSource all) throws SQLException {
    this.quick =
        all.isWrapperFor(HikariDataSource.class) ? apart(all.unwrap(HikariDataSource.class)) : all;
  }

  /** The same database, not within the caller's transaction. */
  public DataSource source() {
    return quick;
  }

  private static HikariDataSource apart(HikariDataSource all) {
    HikariDataSource quick = new HikariDataSource();
    quick.setPoolName("quick");
    quick.setJdbcUrl(all.getJdbcUrl());
    quick.setUsername(all.getUsername());
    quick.setPassword(all.getPassword());
    quick.setConnectionInitSql(all.getConnectionInitSql());
    all.getDataSourceProperties()
        .forEach((name, value) -> quick.addDataSourceProperty("" + name, value));
    quick.addDataSourceProperty("connectTimeout", LONGEST_ANSWER_SECONDS);
    quick.addDataSourceProperty("loginTimeout", LONGEST_ANSWER_SECONDS);
    quick.addDataSourceProperty("socketTimeout", LONGEST_ANSWER_SECONDS);
    quick.addDataSourceProperty("options", LIMITS);
    quick.setMaximumPoolSize(COUNT);
    quick.setConnectionTimeout(LONGEST_WAIT_MILLIS);
    quick.setValidationTimeout(250);
    quick.setKeepaliveTime(60_000);
    return quick;
  }

  @Override
  public void destroy() {
    if (quick instanceof HikariDataSource own && own.getPoolName().equals("quick")) {
      own.close();
    }
  }
}
