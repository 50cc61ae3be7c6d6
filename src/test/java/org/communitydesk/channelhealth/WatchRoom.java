package org.communitydesk.channelhealth;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Clock;
import org.communitydesk.channel.ChannelFactory;
import org.communitydesk.channel.Channels;
import org.communitydesk.support.HandClock;
import org.communitydesk.support.Room;
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
            classes = {HealthMonitor.class, ChannelWatch.class}))
@Import({Channels.class, Room.class})
class WatchRoom {

  @Retention(RetentionPolicy.RUNTIME)
  @SpringBootTest(
      classes = WatchRoom.class,
      webEnvironment = SpringBootTest.WebEnvironment.NONE,
      properties = {
        "desk.secret-key=c2FuZGJveC1zYW5kYm94LXNhbmRib3gtc2FuZGJveC0=",
        "desk.channel.vk.main.own-id=1000001",
        "desk.channel.vk.main.token=from-settings",
        "desk.channel.vk.off.own-id=1000002",
        "desk.channel.vk.off.enabled=false"
      })
  @TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
  @interface RoomTest {}

  @Bean
  Clock clock() {
    return new HandClock();
  }

  @Bean
  OutageProcess outages() {
    return new RecordingOutageProcess();
  }

  @Bean
  ChannelFactory vk() {
    return new ScriptedChannel.Maker();
  }
}
