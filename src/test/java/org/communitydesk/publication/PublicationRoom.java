package org.communitydesk.publication;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.ChannelFactory;
import org.communitydesk.channel.ChannelSettings;
import org.communitydesk.channel.Channels;
import org.communitydesk.channelhealth.PublishingSwitch;
import org.communitydesk.conversation.Platform;
import org.communitydesk.support.HandClock;
import org.communitydesk.support.Room;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;

/** The room on a real PostgreSQL, with a platform and a gate of the tests' own. */
@ComponentScan
@Import({Room.class, Channels.class, PublishingSwitch.class, Stage.class})
class PublicationRoom {

  @Retention(RetentionPolicy.RUNTIME)
  @SpringBootTest(
      classes = PublicationRoom.class,
      webEnvironment = SpringBootTest.WebEnvironment.NONE,
      properties = "desk.channel.vk.main.own-id=1000001")
  @TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
  @interface RoomTest {}

  @Bean
  HandClock clock() {
    return new HandClock();
  }

  @Bean
  ScriptedGate gate() {
    return new ScriptedGate();
  }

  @Bean
  ScriptedPlatform platform() {
    return new ScriptedPlatform();
  }

  @Bean
  ChannelFactory maker(ScriptedPlatform platform) {
    return new ChannelFactory() {
      @Override
      public Platform platform() {
        return Platform.VK;
      }

      @Override
      public Channel make(String name, ChannelSettings settings) {
        return platform;
      }
    };
  }
}
