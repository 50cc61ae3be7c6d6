package org.communitydesk.sanction;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.test.context.TestConstructor;

/** The room on a real PostgreSQL, with a process of the tests' own. */
@ComponentScan
@ImportAutoConfiguration({
  DataSourceTransactionManagerAutoConfiguration.class,
  FlywayAutoConfiguration.class,
  JdbcClientAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  TransactionAutoConfiguration.class
})
class SanctionRoom {

  static final String[] SETTINGS = {
    "spring.flyway.default-schema=desk", "desk.channel.vk.main.own-id=1000001"
  };

  @Retention(RetentionPolicy.RUNTIME)
  @SpringBootTest(
      classes = SanctionRoom.class,
      webEnvironment = SpringBootTest.WebEnvironment.NONE,
      properties = {"spring.flyway.default-schema=desk", "desk.channel.vk.main.own-id=1000001"})
  @TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
  @interface RoomTest {}

  @Bean(destroyMethod = "close")
  EmbeddedPostgres postgres() throws IOException {
    return EmbeddedPostgres.builder().start();
  }

  @Bean(destroyMethod = "close")
  DataSource dataSource(EmbeddedPostgres postgres) {
    HikariDataSource pool = new HikariDataSource();
    pool.setDataSource(postgres.getPostgresDatabase(Map.of("currentSchema", "desk")));
    pool.setMaximumPoolSize(8);
    return pool;
  }

  @Bean
  MovingClock clock() {
    return new MovingClock();
  }

  @Bean
  RecordingMatters matters() {
    return new RecordingMatters();
  }
}
