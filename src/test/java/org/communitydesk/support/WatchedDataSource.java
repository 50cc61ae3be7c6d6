package org.communitydesk.support;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Tells {@link Interleaving} of every statement before it is made, and of every commit with the
 * statements that it makes lasting.
 */
class WatchedDataSource extends DelegatingDataSource implements AutoCloseable {

  private final HikariDataSource pool;

  WatchedDataSource(HikariDataSource pool) {
    super(pool);
    this.pool = pool;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return watched(super.getConnection());
  }

  private static Connection watched(Connection connection) {
    StringBuilder made = new StringBuilder();
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("prepareStatement")) {
                made.append(arguments[0]).append('\n');
                Interleaving.reach(Interleaving.STATEMENT + arguments[0]);
              } else if (method.getName().equals("commit")) {
                Interleaving.reach(Interleaving.COMMIT + made);
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            });
  }

  @Override
  public void close() {
    pool.close();
  }
}
