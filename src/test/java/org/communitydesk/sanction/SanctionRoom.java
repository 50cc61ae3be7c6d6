package org.communitydesk.sanction;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.communitydesk.support.HandClock;
import org.communitydesk.support.Room;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;

/** The room on a real PostgreSQL, with a process of the tests' own. */
@ComponentScan
@Import(Room.class)
class SanctionRoom {

  static final String[] SETTINGS = {"desk.channel.vk.main.own-id=1000001"};

  @Retention(RetentionPolicy.RUNTIME)
  @SpringBootTest(
      classes = SanctionRoom.class,
      webEnvironment = SpringBootTest.WebEnvironment.NONE,
      properties = "desk.channel.vk.main.own-id=1000001")
  @TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
  @interface RoomTest {}

  @Bean
  HandClock clock() {
    return new HandClock();
  }

  @Bean
  RecordingSanctionProcess matters() {
    return new RecordingSanctionProcess();
  }
}
