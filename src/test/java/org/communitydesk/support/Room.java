package org.communitydesk.support;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * What a room needs to be tested without the desk: a database of its own with the desk's tables, on
 * one PostgreSQL that all rooms of a run share, and transactions. Its statements are points at
 * which {@link Interleaving} stops threads.
 */
@ImportAutoConfiguration({
  DataSourceTransactionManagerAutoConfiguration.class,
  FlywayAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  JdbcClientAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  TransactionAutoConfiguration.class
})
public class Room {

  private static final int CONNECTIONS = 8;
  private static final AtomicInteger ROOMS = new AtomicInteger();

  /** The room's database, for a test that wants connections of its own kind. */
  public static final class Database {

    private final String name = "room_" + ROOMS.incrementAndGet();

    private Database() throws SQLException {
      try (Connection server = Server.ONE.getPostgresDatabase().getConnection();
          Statement statement = server.createStatement()) {
        statement.execute("create database " + name);
      }
    }

    public String name() {
      return name;
    }

    public int port() {
      return Server.ONE.getPort();
    }

    /**
     * Connections that nobody watches or pools.
     *
     * @param properties of the driver, beside the schema
     */
    public DataSource connections(Map<String, String> properties) {
      Map<String, String> all = new HashMap<>(properties);
      all.put("currentSchema", "desk");
      return Server.ONE.getDatabase("postgres", name, all);
    }
  }

  @Bean
  Database database() throws SQLException {
    return new Database();
  }

  @Bean(destroyMethod = "close")
  WatchedDataSource dataSource(Database database) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(Server.ONE.getJdbcUrl("postgres", database.name()));
    pool.addDataSourceProperty("currentSchema", "desk");
    pool.setMaximumPoolSize(CONNECTIONS);
    return new WatchedDataSource(pool);
  }

  /** Started by the first room; the end of the run stops it. */
  private static final class Server {

    private static final EmbeddedPostgres ONE = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            // Nobody pulls the plug of a test.
            .setServerConfig("fsync", "off")
            .setServerConfig("synchronous_commit", "off")
            .setServerConfig("full_page_writes", "off")
            .start();
      } catch (IOException failure) {
        throw new IllegalStateException(failure);
      }
    }
  }
}
