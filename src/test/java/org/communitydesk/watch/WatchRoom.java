package org.communitydesk.watch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.communitydesk.channel.ChannelMaker;
import org.communitydesk.channel.Channels;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;

/** The room on a real PostgreSQL, without its watchman: the tests go the rounds. */
@ComponentScan(
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.ASSIGNABLE_TYPE,
            classes = {Watchman.class, ChannelWatch.class}))
@Import(Channels.class)
@ImportAutoConfiguration({
  DataSourceTransactionManagerAutoConfiguration.class,
  FlywayAutoConfiguration.class,
  JdbcClientAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  TransactionAutoConfiguration.class
})
class WatchRoom {

  @Retention(RetentionPolicy.RUNTIME)
  @SpringBootTest(
      classes = WatchRoom.class,
      webEnvironment = SpringBootTest.WebEnvironment.NONE,
      properties = {
        "spring.flyway.default-schema=desk",
        "desk.secret-key=c2FuZGJveC1zYW5kYm94LXNhbmRib3gtc2FuZGJveC0=",
        "desk.channel.vk.main.own-id=1000001",
        "desk.channel.vk.main.token=from-settings",
        "desk.channel.vk.off.own-id=1000002",
        "desk.channel.vk.off.enabled=false"
      })
  @TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
  @interface RoomTest {}

  @Bean(destroyMethod = "close")
  EmbeddedPostgres postgres() throws IOException {
    return EmbeddedPostgres.builder().start();
  }

  @Bean
  DataSource dataSource(EmbeddedPostgres postgres) {
    return postgres.getPostgresDatabase(Map.of("currentSchema", "desk"));
  }

  @Bean
  Clock clock() {
    return new StandingClock();
  }

  @Bean
  Outages outages() {
    return new RecordingOutages();
  }

  @Bean
  ChannelMaker vk() {
    return new ScriptedChannel.Maker();
  }
}
