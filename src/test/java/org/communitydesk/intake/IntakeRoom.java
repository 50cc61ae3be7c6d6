package org.communitydesk.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.communitydesk.channel.ChannelMaker;
import org.communitydesk.channel.Channels;
import org.communitydesk.conversation.Platform;
import org.communitydesk.database.QuickConnections;
import org.communitydesk.loop.Loops;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;

/** The room on a real PostgreSQL, with a channel and a process of the tests' own. */
@ComponentScan
@Import({Channels.class, Loops.class, QuickConnections.class})
@ImportAutoConfiguration({
  DataSourceTransactionManagerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  ErrorMvcAutoConfiguration.class,
  FlywayAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  JdbcClientAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  ServletWebServerFactoryAutoConfiguration.class,
  WebMvcAutoConfiguration.class
})
class IntakeRoom {

  @Retention(RetentionPolicy.RUNTIME)
  @SpringBootTest(
      classes = IntakeRoom.class,
      webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
      properties = {
        "spring.flyway.default-schema=desk",
        "desk.intake.workers=0",
        "desk.channel.vk.main.own-id=1000001",
        "desk.channel.vk.off.own-id=1000002",
        "desk.channel.vk.off.enabled=false",
        "desk.channel.telegram.main.own-id=1000007"
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
  SettableClock clock() {
    return new SettableClock();
  }

  @Bean
  MeterRegistry meters() {
    return new SimpleMeterRegistry();
  }

  @Bean
  Backlog backlog(JdbcClient jdbc, Poller poller, Channels channels, Clock clock) {
    return new Backlog(jdbc, poller, channels, clock);
  }

  @Bean
  RecordingAppeals appeals() {
    return new RecordingAppeals();
  }

  @Bean
  OpenGate gate() {
    return new OpenGate();
  }

  @Bean
  ChannelMaker vk() {
    return PlainChannel.maker(Platform.VK);
  }

  @Bean
  ChannelMaker telegram() {
    return PlainChannel.maker(Platform.TELEGRAM);
  }
}
