package org.communitydesk.database;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@Conditional(NoDatabaseGiven.class)
class EmbeddedDatabase {

  @Bean
  PostgresServer postgresServer(
      @Value("${desk.database.directory}") Path directory,
      @Value("${desk.database.guest:false}") boolean guest) {
    return guest ? PostgresServer.joinOrStart(directory) : PostgresServer.start(directory);
  }

  @Bean
  JdbcConnectionDetails embeddedConnection(PostgresServer server) {
    return new JdbcConnectionDetails() {
      @Override
      public String getUsername() {
        return "postgres";
      }

      @Override
      public String getPassword() {
        return server.password();
      }

      @Override
      public String getJdbcUrl() {
        return server.jdbcUrl();
      }
    };
  }
}
