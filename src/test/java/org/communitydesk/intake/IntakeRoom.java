package org.communitydesk.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Clock;
import org.communitydesk.channel.ChannelFactory;
import org.communitydesk.channel.Channels;
import org.communitydesk.conversation.Platform;
import org.communitydesk.database.QuickConnections;
import org.communitydesk.loop.Loops;
import org.communitydesk.support.HandClock;
import org.communitydesk.support.Room;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
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
@Import({Channels.class, Loops.class, QuickConnections.class, Room.class})
@ImportAutoConfiguration({
  DispatcherServletAutoConfiguration.class,
  ErrorMvcAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  ServletWebServerFactoryAutoConfiguration.class,
  WebMvcAutoConfiguration.class
})
class IntakeRoom {

  @Retention(RetentionPolicy.RUNTIME)
  @SpringBootTest(
      classes = IntakeRoom.class,
      webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
      properties = {
        "desk.intake.workers=0",
        "desk.channel.vk.main.own-id=1000001",
        "desk.channel.vk.off.own-id=1000002",
        "desk.channel.vk.off.enabled=false",
        "desk.channel.telegram.main.own-id=1000007"
      })
  @TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
  @interface RoomTest {}

  @Bean
  HandClock clock() {
    return new HandClock();
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
  RecordingAppealProcess appeals() {
    return new RecordingAppealProcess();
  }

  @Bean
  OpenGate gate() {
    return new OpenGate();
  }

  @Bean
  ChannelFactory vk() {
    return PlainChannel.maker(Platform.VK);
  }

  @Bean
  ChannelFactory telegram() {
    return PlainChannel.maker(Platform.TELEGRAM);
  }
}
